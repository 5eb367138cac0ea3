package page

import (
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

// hard are texts that broke PDF writers before.
var hard = []string{
	"", "\n", " ", "{nb}", "Ångström e\u0301 \u0301", "👩\u200d🔧 👍🏽", "日本語の「引用」です。", "中文，标点。", "한국어 문장", "مرحبا ١٢٣ بالعالم", "שָׁלוֹם",
	"a\u202Eb\u200Fc\u2066d\u2069", "bad \xff\xc3 bytes \xed\xa0\x80", "\x00\x07\x7f\u0085\u2028", "tab\tand\r\nlines\rmore", "\U0010FFFF\uFFFF\uFFFE\uE000",
	"𠮷野家", "(paren) \\ back \\n", "Ċ上\u0A0A\u0D0D", strings.Repeat("x", 5000), strings.Repeat("\u0301", 300), "नमस्ते", "ไทย", "soft\u00ADhyphen no\u00A0break",
}

// drawText makes texts of anything at all, mixed with the hard ones.
func drawText(t *rapid.T) string {
	part := rapid.OneOf(
		rapid.String(), rapid.SampledFrom(hard), rapid.StringMatching(`[a-zäöü]{1,12}( [a-z,.]{1,9}){0,20}`),
		rapid.Map(rapid.SliceOf(rapid.Byte()), func(b []byte) string { return string(b) }),
		rapid.StringOf(rapid.RuneFrom([]rune("日本語の文章、。「」カナ한عربיִ👍é\u0301 \n\u200B\u2060-/"))))
	return strings.Join(rapid.SliceOfN(part, 0, 4).Draw(t, "text"), "")
}

func TestCleanTextCanBeShown(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		var s setter
		in := drawText(t)
		out := s.clean(in)
		for _, r := range out {
			if !silent(r) && s.choose(Style{}, r) == noFace {
				t.Fatalf("%q became %q, in which %q has no typeface", in, out, r)
			}
		}
		if again := s.clean(out); again != out {
			t.Fatalf("cleaning %q twice gives %q and then %q", in, out, again)
		}
	})
}

func TestPlaceholders(t *testing.T) {
	for in, want := range map[string]string{
		"{nb} of {nb}":       "{nb} of {nb}",
		"😀!":                 "[U+1F600 grinning face]!",
		"👩\u200d🔧":           "[U+1F469 woman][U+1F527 wrench]",
		"✔\uFE0F":            "✔",
		"שלום עולם":          "[Hebrew text, 8 characters]",
		"a مرحبا بالعالم b":  "a [Arabic text, 12 characters] b",
		"한국어":                "[Hangul text, 3 characters]",
		"א":                  "[U+05D0 hebrew letter alef]",
		"a\u200Fb\u202Ec":    "abc",
		"e\u0301":            "é",
		"a\tb\r\nc\rd\u2028": "a    b\nc\nd\n",
		"\x07":               "[U+0007 control]",
		"\xff":               "[U+FFFD replacement character]",
		"𠮷":                  "[U+20BB7 cjk ideograph extension b]",
		"日本語 ≥ ✓ Łódź":       "日本語 ≥ ✓ Łódź",
	} {
		var s setter
		if got := s.clean(in); got != want {
			t.Errorf("clean(%q) = %q, want %q", in, got, want)
		}
	}
}

func TestMissingReportsEveryPlaceholderOnce(t *testing.T) {
	got := Missing(slices.Values([]string{"fine", "😀 and 😀", "again 😀", "שלום"}))
	want := []Gap{{"[U+1F600 grinning face]", 3, "😀 and 😀"}, {"[Hebrew text, 4 characters]", 1, "שלום"}}
	if !slices.Equal(got, want) {
		t.Errorf("Missing = %+v, want %+v", got, want)
	}
	if got := Missing(slices.Values([]string{"plain", "größer ≥ ✓ 日本 a\u200Fb"})); len(got) != 0 {
		t.Errorf("Missing = %+v for texts that can all be shown", got)
	}
}
