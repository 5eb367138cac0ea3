package assess

import "math"

// Spread is how a number of answers lie on the levels 1 to 5. It is never made
// of no answers, and "not observed" is none.
type Spread struct {
	N      int
	Mean   float64
	Median float64
	SD     float64 // of the sample, with n-1; 0 for a single answer, see HasSD
	Min    int
	Max    int
	Dots   [Levels]int // how many gave each level, lowest first
}

// HasSD says whether there is a deviation: one answer has none.
func (s *Spread) HasSD() bool { return s.N > 1 }

// Variance is the sample variance (with n-1), as the agreement indices of
// James, Demaree and Wolf (1984) take it; 0 for a single answer.
func (s *Spread) Variance() float64 {
	n, sum, squares := 0, 0, 0
	for i, k := range s.Dots {
		n, sum, squares = n+k, sum+k*(i+1), squares+k*(i+1)*(i+1)
	}
	if n < 2 {
		return 0
	}
	// In whole numbers until the last step, so that equal answers give exactly 0.
	return float64(n*squares-sum*sum) / float64(n*(n-1))
}

// SpreadOf works out a spread from the number of answers at each level, nil
// for no answers. The median of an even number is the mean of the middle two.
func SpreadOf(dots [Levels]int) *Spread {
	return new(Spread).of(dots)
}

// of fills the spread in; nil for no answers.
func (s *Spread) of(dots [Levels]int) *Spread {
	*s = Spread{Dots: dots}
	sum := 0
	for i, k := range dots {
		if k == 0 {
			continue
		}
		if s.N == 0 {
			s.Min = i + 1
		}
		s.N, s.Max, sum = s.N+k, i+1, sum+k*(i+1)
	}
	if s.N == 0 {
		return nil
	}
	s.Mean = float64(sum) / float64(s.N)
	s.Median = float64(s.at((s.N-1)/2)+s.at(s.N/2)) / 2
	s.SD = math.Sqrt(s.Variance())
	return s
}

// at is the level of the answer at a place, counted from 0 in ascending order.
func (s *Spread) at(place int) int {
	for i, k := range s.Dots {
		if place < k {
			return i + 1
		}
		place -= k
	}
	return s.Max
}
