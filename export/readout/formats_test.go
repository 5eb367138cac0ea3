//go:build formats

package readout

import (
	"context"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"nemawashi.app/workshop"
)

// tool calls one of the independent programs that read our files. A missing program fails the test.
func tool(t *testing.T, name string, args ...string) string {
	t.Helper()
	out, err := exec.Command(name, args...).CombinedOutput()
	if err != nil {
		t.Fatalf("%s %s: %v\n%s", name, strings.Join(args, " "), err, out)
	}
	return string(out)
}

// TestReadoutsPassIndependentReaders checks every audience on every paper.
func TestReadoutsPassIndependentReaders(t *testing.T) {
	d := plant(t)
	for _, a := range workshop.Audiences {
		for _, p := range papers {
			t.Run(string(a)+" "+p, func(t *testing.T) {
				in := input(d, a, p)
				path := filepath.Join(t.TempDir(), "readout.pdf")
				if err := WriteFile(context.Background(), path, in); err != nil {
					t.Fatal(err)
				}
				if out := tool(t, "qpdf", "--check", path); strings.Contains(strings.ToLower(out), "warning") || !strings.Contains(out, "No syntax or stream encoding errors") {
					t.Errorf("qpdf complains:\n%s", out)
				}
				for _, row := range strings.Split(strings.TrimSpace(tool(t, "pdffonts", path)), "\n")[2:] {
					if !regexp.MustCompile(`Identity-H\s+yes yes yes`).MatchString(row) {
						t.Errorf("not embedded as a subset with a map to Unicode: %s", row)
					}
				}
				// Glyphs that are missing are reported on drawing.
				if out := tool(t, "pdftoppm", "-r", "20", "-png", path, filepath.Join(t.TempDir(), "page")); out != "" {
					t.Errorf("pdftoppm complains: %s", out)
				}
				if gaps := Missing(in); len(gaps) > 0 {
					t.Errorf("no typeface can show %q", gaps)
				}
				text := squeezed(tool(t, "pdftotext", "-raw", path, "-"))
				checkRegister(t, "the register", registerOf(t, text))
				if strings.ContainsAny(text, "\uFFFD\x00") {
					t.Error("some text has no characters")
				}
				if title := "Title:           Pump line changeover: from 94 to 40 minutes"; !strings.Contains(tool(t, "pdfinfo", path), title) {
					t.Errorf("pdfinfo does not say %q", title)
				}
				if a != workshop.Facilitator {
					for _, secret := range append(hiddenNames, secrets...) {
						if strings.Contains(strings.ToLower(text), strings.ToLower(squeezed(secret))) {
							t.Errorf("the file says %q", secret)
						}
					}
				}
			})
		}
	}
}
