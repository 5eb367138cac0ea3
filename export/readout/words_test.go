package readout

import (
	"go/ast"
	"go/parser"
	"go/token"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"nemawashi.app/workshop"
)

// begun are the beginnings of keys whose end is a value. Choices fall back on the stored word.
var begun = []string{"chapter.", "cover.", "fact.", "for.", "kind.", "mark.", "method.", "month.", "weekday.", "bool.", "resistance.", "resource.", "sign.", "themes.caption.", "unit.", "photo."}

// choices are the fields of which some values have words of their own.
var choices = []string{"band", "category", "cause", "confidence", "decision", "every", "flag", "gate", "level", "nature", "status"}

// TestWordsAreComplete reads the sources of the package: every key that is asked for has a text, and every text is asked for.
func TestWordsAreComplete(t *testing.T) {
	asked := map[string]bool{}
	counted := []string{}
	files, err := filepath.Glob("*.go")
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range files {
		if strings.HasSuffix(name, "_test.go") {
			continue
		}
		f, err := parser.ParseFile(token.NewFileSet(), name, nil, 0)
		if err != nil {
			t.Fatal(err)
		}
		ast.Inspect(f, func(n ast.Node) bool {
			if lit, ok := n.(*ast.BasicLit); ok && lit.Kind == token.STRING {
				s, _ := strconv.Unquote(lit.Value)
				asked[s] = true
			}
			call, ok := n.(*ast.CallExpr)
			if !ok || len(call.Args) == 0 {
				return true
			}
			name, ok := call.Fun.(*ast.SelectorExpr)
			if !ok {
				return true
			}
			lit, ok := call.Args[0].(*ast.BasicLit)
			if !ok {
				return true
			}
			key, _ := strconv.Unquote(lit.Value)
			switch name.Sel.Name {
			case "say", "fill":
				if english[key] == "" && !slices.Contains([]string{"unit.budget"}, key) {
					t.Errorf("there is no text for %q", key)
				}
			case "count":
				counted = append(counted, key)
			}
			return true
		})
	}
	for _, c := range chapters {
		if c.unit != "" {
			counted = append(counted, c.unit)
		}
		if english["chapter."+c.id] == "" {
			t.Errorf("the chapter %q has no title", c.id)
		}
	}
	for _, unit := range counted {
		if english["one."+unit] == "" || english["many."+unit] == "" {
			t.Errorf("one or several %q cannot be said", unit)
		}
	}
	for key := range english {
		if asked[key] || slices.ContainsFunc(begun, func(b string) bool { return strings.HasPrefix(key, b) }) ||
			slices.ContainsFunc(choices, func(c string) bool { return strings.HasPrefix(key, c+".") }) {
			continue
		}
		unit := strings.TrimPrefix(strings.TrimPrefix(key, "one."), "many.")
		if unit == key || !slices.Contains(counted, unit) && !asked[unit] {
			t.Errorf("nobody asks for %q", key)
		}
	}
	for _, a := range workshop.Audiences {
		for _, begin := range []string{"cover.", "for.", "mark.", "resistance.", "themes.caption."} {
			if english[begin+string(a)] == "" {
				t.Errorf("there is no text for %q", begin+string(a))
			}
		}
	}
}

func TestValuesReadWell(t *testing.T) {
	r := &report{w: english}
	for want, got := range map[string]string{
		"Fri 20 Nov 2026": r.date("2026-11-20"), "": r.date(""), "soon": r.date("soon"), "5 Jan 2027": r.shortDate("2027-01-05"),
		"0.3": r.number(0.1 + 0.2), "12,345.5": r.number(12345.5), "1,240": r.number(1240), "−3": r.number(-3), "44.1 min": r.with(44.1, "min"),
		"EUR 4,800": purseOf("eur").text(480000), "EUR 0.05": purseOf("EUR").text(5), "EUR −1,234.50": purseOf("EUR").text(-123450),
		"JPY 1,200,000": purseOf("JPY").text(1200000), "KWD 1.234": purseOf("KWD").text(1234), "7.01": purseOf("").text(701),
	} {
		if got != want {
			t.Errorf("%q is written %q", want, got)
		}
	}
}
