package present

import (
	"testing"

	"pgregory.net/rapid"
)

func TestEveryThingIsOnAPage(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		heights := rapid.SliceOfN(rapid.Float64Range(10, 90), 0, 60).Draw(t, "heights")
		room := rapid.Float64Range(60, 300).Draw(t, "room")
		high := func(i int, room float64) float64 { return heights[i] }
		next := len(heights)
		for page := 0; ; page++ {
			w := newest(len(heights), page, room, 20, high)
			if w.end != next || w.first > w.end || w.first == w.end && next > 0 {
				t.Fatalf("page %d is %+v, after one that began with %d", page, w, next)
			}
			used := 0.0
			for i := w.first; i < w.end; i++ {
				used += heights[i]
			}
			if w.first > 0 {
				used += 20
			}
			if w.end < len(heights) {
				used += 20
			}
			if used > room+0.001 && w.end-w.first > 1 {
				t.Fatalf("page %d needs %v of %v", page, used, room)
			}
			if next = w.first; next == 0 {
				if w.pages != page+1 {
					t.Fatalf("the last page, %d, says that there are %d", page, w.pages)
				}
				break
			}
		}
		begins := parts(heights, room)
		for n, b := range begins {
			if n > 0 && b <= begins[n-1] || partOf(begins, b) != n {
				t.Fatalf("the parts begin at %v", begins)
			}
		}
	})
}
