package assess

// uniform is the variance of answers given at random, all five levels equally
// likely: (A²-1)/12 with A = 5 (James, Demaree and Wolf, "Estimating
// within-group interrater reliability with and without response bias", Journal
// of Applied Psychology 69, 1984, 85-98).
const uniform = (Levels*Levels - 1) / 12.0

// Agreement is an index of agreement in a word.
type Agreement string

// The words. Their bands are common practice, not a finding; that is why the
// deviation always stands beside them.
const (
	Agree Agreement = "agree" // 0.70 and more
	Mixed Agreement = "mixed" // between
	Split Agreement = "split" // 0.30 and less: talk first
)

// Says is what the word tells a room.
func (a Agreement) Says() string {
	return map[Agreement]string{Agree: "Views agree", Mixed: "Views are mixed", Split: "Views are split: talk first"}[a]
}

// AgreementOf is the word for an index.
func AgreementOf(index float64) Agreement {
	switch {
	case index >= 0.70-rounding:
		return Agree
	case index > 0.30+rounding:
		return Mixed
	}
	return Split
}

// rounding is what binary fractions may be off at a limit: 1 - 1.4/2 is 0.30.
const rounding = 1e-9

// RWG is the index r_wg of one statement: 1 - s²/σ² with the sample variance s²
// and the uniform null σ² = 2, truncated to 0..1 (James, Demaree and Wolf
// 1984; truncation as they recommend it).
func RWG(variance float64) float64 { return max(0, 1-variance/uniform) }

// RWGJ is the index r_wg(J) of several statements: J(1-q) / (J(1-q) + q) with q
// the mean of the statements' sample variances over σ², truncated to 0..1
// (James, Demaree and Wolf 1984). It is 0 for no statements.
func RWGJ(variances []float64) float64 {
	if len(variances) == 0 {
		return 0
	}
	sum := 0.0
	for _, v := range variances {
		sum += v
	}
	j := float64(len(variances))
	q := sum / j / uniform
	if q >= 1 {
		return 0
	}
	return j * (1 - q) / (j*(1-q) + q)
}
