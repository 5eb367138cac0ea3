package assess

// matrix is groups (rows) by the pieces into which they cut the people
// (columns), in the field of whole numbers modulo a prime: exact, where
// fractions of two would be off by a hair.
type matrix struct {
	rows  [][]int64
	large []int     // columns of pieces that are at least as large as the smallest group
	small []int     // of the others
	basis [][]int64 // rows taken, each with a one at its pivot, which is large
	pivot []int
}

// prime is 2^31 - 1: products of two numbers below it fit into 64 bits.
const prime = 1<<31 - 1

func newMatrix(least int, groups [][]bool, answered []byte) *matrix {
	m := &matrix{}
	columns, sizes := map[string]int{}, []int{}
	var ones [][]int // by column, the rows that have a one there
	sign := make([]byte, len(groups))
	for p, a := range answered {
		if a == 0 {
			continue
		}
		for g := range groups {
			sign[g] = '0'
			if groups[g][p] {
				sign[g] = '1'
			}
		}
		c, ok := columns[string(sign)]
		if !ok {
			c = len(sizes)
			columns[string(sign)], sizes = c, append(sizes, 0)
			var in []int
			for g, s := range sign {
				if s == '1' {
					in = append(in, g)
				}
			}
			ones = append(ones, in)
		}
		sizes[c]++
	}
	m.rows = make([][]int64, len(groups))
	for g := range m.rows {
		m.rows[g] = make([]int64, len(sizes))
	}
	for c, in := range ones {
		for _, g := range in {
			m.rows[g][c] = 1
		}
		if sizes[c] >= least {
			m.large = append(m.large, c)
		} else {
			m.small = append(m.small, c)
		}
	}
	return m
}

// take adds a row to those that are known, unless a combination with them
// would be about small pieces alone.
func (m *matrix) take(i int) bool {
	row := append([]int64(nil), m.rows[i]...)
	for k, b := range m.basis {
		if f := row[m.pivot[k]]; f != 0 {
			for c := range row {
				row[c] = (row[c] + (prime-f)*b[c]) % prime
			}
		}
	}
	for _, c := range m.large {
		if row[c] == 0 {
			continue
		}
		f := inverse(row[c])
		for k := range row {
			row[k] = row[k] * f % prime
		}
		m.basis, m.pivot = append(m.basis, row), append(m.pivot, c)
		return true
	}
	for _, c := range m.small {
		if row[c] != 0 {
			return false
		}
	}
	return true
}

// inverse is 1/a: a to the power of prime - 2 (Fermat).
func inverse(a int64) int64 {
	out := int64(1)
	for e := int64(prime - 2); e > 0; e >>= 1 {
		if e&1 == 1 {
			out = out * a % prime
		}
		a = a * a % prime
	}
	return out
}
