//go:build formats

package readout

import (
	"context"
	"fmt"
	"path/filepath"
	"regexp"
	"strconv"
	"testing"

	"nemawashi.app/workshop"
)

var wordBox = regexp.MustCompile(`xMin="([-0-9.]+)" yMin="([-0-9.]+)" xMax="([-0-9.]+)" yMax="([-0-9.]+)">`)

// TestEveryCardIsOnPaperOnce reads canvases of every shape with no card, with one, a dozen and two hundred, as other programs see them: each
// card is there once and whole, and no word stands over the edge of its page.
func TestEveryCardIsOnPaperOnce(t *testing.T) {
	edges := map[string][4]float64{"a4": {48, 35, 548, 818}, "letter": {50, 35, 563, 768}, "a3": {64, 39, 1127, 812}}
	for _, n := range []int{0, 1, 12, 200} {
		d, knots := crowdOf(t, n)
		for _, a := range workshop.Audiences {
			for _, p := range papers {
				if n == 200 && (a != workshop.Team || p != "a4") || a == workshop.Sponsor && p == "a3" || a == workshop.Facilitator && p != "a3" {
					continue // made of the same pages as the others
				}
				t.Run(fmt.Sprintf("%d %s %s", n, a, p), func(t *testing.T) {
					path := filepath.Join(t.TempDir(), "readout.pdf")
					if err := WriteFile(context.Background(), path, input(d, a, p)); err != nil {
						t.Fatal(err)
					}
					checkCrowd(t, squeezed(tool(t, "pdftotext", "-raw", "-nopgbrk", path, "-")), a, n, knots)
					e := edges[p]
					for _, box := range wordBox.FindAllStringSubmatch(tool(t, "pdftotext", "-bbox", path, "-"), -1) {
						var at [4]float64
						for i := range at {
							at[i], _ = strconv.ParseFloat(box[i+1], 64)
						}
						if at[0] < e[0]-1 || at[1] < e[1]-16 || at[2] > e[2]+1 || at[3] > e[3]+8 {
							t.Errorf("a word at %v is over the edge of the page", at)
						}
					}
				})
			}
		}
	}
}
