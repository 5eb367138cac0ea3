package canvas

import (
	"slices"
	"testing"
)

func TestOneEndlessWordLeavesTheOthersTheirRoom(t *testing.T) {
	for name, c := range map[string]struct {
		rest float32
		want []float32
		out  []float32
	}{
		"enough for all":       {300, []float32{120, 100, 180}, []float32{120, 100, 180}},
		"an endless word":      {150, []float32{120, 100, 2000}, []float32{120, 100, 230}},
		"nothing is left over": {0, []float32{120, 100, 2000}, []float32{100, 100, 100}},
	} {
		out := []float32{100, 100, 100}
		left := give(out, c.rest, func(i int) float32 { return c.want[i] })
		if !slices.EqualFunc(out, c.out, func(a, b float32) bool { return a-b < 1 && b-a < 1 }) {
			t.Errorf("%s: %v, want %v", name, out, c.out)
		}
		sum := left
		for _, w := range out {
			sum += w
		}
		if d := sum - 300 - c.rest; d > 0.01 || d < -0.01 {
			t.Errorf("%s: %v and %v left are not %v", name, out, left, 300+c.rest)
		}
	}
}
