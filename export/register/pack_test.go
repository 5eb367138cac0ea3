package register

import (
	"bytes"
	"io"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

// However the library cuts a sheet into pieces, every correction is made and
// nothing else changes.
func TestCorrections(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		parts := rapid.SliceOf(rapid.SampledFrom([]string{
			` customHeight="1"`, ` customHeight="1`, ` custom`, ` `, `<row r="1" ht="15"`, `"1"`, `>`, ` customHeight=" customHeight="1"`,
			`<dataBar showValue="true">`, `<dataBar`, `<<dataBar showValue=`, `"true">`,
		})).Draw(t, "parts")
		want := strings.Join(parts, "") + "</worksheet>"
		rest := want
		var out bytes.Buffer
		var w io.Writer = &out
		for _, c := range corrections {
			w = &correcting{correction: c, w: w}
		}
		for i := len(corrections) - 1; i >= 0; i-- { // the last is the first that sees a piece
			want = strings.ReplaceAll(want, string(corrections[i].old), string(corrections[i].new))
		}
		for rest != "" {
			n := rapid.IntRange(1, len(rest)).Draw(t, "piece")
			if written, err := w.Write([]byte(rest[:n])); written != n || err != nil {
				t.Fatalf("%d of %d written: %v", written, n, err)
			}
			rest = rest[n:]
		}
		if out.String() != want {
			t.Fatalf("got %q, want %q", out.String(), want)
		}
	})
}
