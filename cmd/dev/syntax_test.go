package main

import (
	"go/ast"
	"go/parser"
	"go/token"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// TestHouseBackgroundWork allows one file in ui to start goroutines and to hand
// work back to the main goroutine. Everybody else goes through it, so that
// there is one place to get this right.
func TestHouseBackgroundWork(t *testing.T) {
	var files []string
	ui := filepath.Join("..", "..", "ui")
	if _, err := os.Stat(ui); os.IsNotExist(err) {
		t.Fatal("there is no folder ui")
	}
	err := walkGo(ui, func(path string) error {
		if strings.HasSuffix(path, "_test.go") {
			return nil
		}
		file, err := parser.ParseFile(token.NewFileSet(), path, nil, parser.SkipObjectResolution)
		if err == nil && startsBackgroundWork(file) {
			files = append(files, path)
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	if len(files) > 1 {
		t.Errorf("only one file in ui may hold go statements and calls of fyne.Do, but these do: %s", strings.Join(files, ", "))
	}
}

// startsBackgroundWork finds go statements, fyne.Do and fyne.DoAndWait, by
// whatever name Fyne is imported.
func startsBackgroundWork(file *ast.File) bool {
	fyne := importName(file, "fyne.io/fyne/v2")
	found := false
	ast.Inspect(file, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.GoStmt:
			found = true
		case *ast.SelectorExpr:
			from, ok := n.X.(*ast.Ident)
			if ok && fyne != "" && from.Name == fyne && (n.Sel.Name == "Do" || n.Sel.Name == "DoAndWait") {
				found = true
			}
		}
		return !found
	})
	return found
}

// importName is the name under which a file knows a package whose own name is
// "fyne", or "" where it does not import it.
func importName(file *ast.File, path string) string {
	for _, i := range file.Imports {
		if value, err := strconv.Unquote(i.Path.Value); err != nil || value != path {
			continue
		}
		if i.Name != nil {
			return i.Name.Name
		}
		return "fyne"
	}
	return ""
}

// TestHouseNoSkippedTest makes sure that a test which cannot run fails: one that
// skips itself looks like one that passed.
func TestHouseNoSkippedTest(t *testing.T) {
	err := walkGo(filepath.Join("..", ".."), func(path string) error {
		if !strings.HasSuffix(path, "_test.go") {
			return nil
		}
		positions := token.NewFileSet()
		file, err := parser.ParseFile(positions, path, nil, parser.SkipObjectResolution)
		if err != nil {
			return err
		}
		for _, skip := range skips(file) {
			t.Errorf("%s skips a test: let it fail, or take it out", positions.Position(skip))
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
}

// skips finds calls of Skip, Skipf and SkipNow of a test, a benchmark or a fuzz
// target. A property test may reject a draw, which is what *rapid.T skips.
func skips(file *ast.File) []token.Pos {
	var found []token.Pos
	var visit func(n ast.Node, testers []string)
	visit = func(n ast.Node, testers []string) {
		ast.Inspect(n, func(n ast.Node) bool {
			switch n := n.(type) {
			case *ast.FuncDecl:
				if n.Body != nil {
					visit(n.Body, append(slices.Clone(testers), testerNames(n.Type)...))
				}
				return false
			case *ast.FuncLit:
				visit(n.Body, append(without(testers, n.Type), testerNames(n.Type)...))
				return false
			case *ast.CallExpr:
				s, ok := n.Fun.(*ast.SelectorExpr)
				if !ok || !slices.Contains([]string{"Skip", "Skipf", "SkipNow"}, s.Sel.Name) {
					return true
				}
				if from, ok := s.X.(*ast.Ident); ok && slices.Contains(testers, from.Name) {
					found = append(found, n.Pos())
				}
			}
			return true
		})
	}
	visit(file, nil)
	return found
}

// testerNames are the parameters of type *testing.T, B or F, or testing.TB.
func testerNames(f *ast.FuncType) []string {
	var names []string
	for _, p := range f.Params.List {
		typ := p.Type
		if star, ok := typ.(*ast.StarExpr); ok {
			typ = star.X
		}
		s, ok := typ.(*ast.SelectorExpr)
		if !ok {
			continue
		}
		if from, ok := s.X.(*ast.Ident); !ok || from.Name != "testing" {
			continue
		}
		for _, n := range p.Names {
			names = append(names, n.Name)
		}
	}
	return names
}

// without takes away the names that a function's parameters hide.
func without(names []string, f *ast.FuncType) []string {
	left := slices.Clone(names)
	for _, p := range f.Params.List {
		for _, hidden := range p.Names {
			left = slices.DeleteFunc(left, func(n string) bool { return n == hidden.Name })
		}
	}
	return left
}

// TestSyntaxRulesBite makes sure that what these tests look for is found.
func TestSyntaxRulesBite(t *testing.T) {
	parse := func(source string) *ast.File {
		t.Helper()
		file, err := parser.ParseFile(token.NewFileSet(), "x.go", source, parser.SkipObjectResolution)
		if err != nil {
			t.Fatal(err)
		}
		return file
	}
	for source, want := range map[string]bool{
		"package x; func f() { go f() }":                                                   true,
		"package x; import \"fyne.io/fyne/v2\"; func f() { fyne.Do(f) }":                   true,
		"package x; import ui \"fyne.io/fyne/v2\"; func f() { ui.DoAndWait(f) }":           true,
		"package x; import \"fyne.io/fyne/v2\"; func f() { session.Do(f); fyne.New(go1) }": false,
	} {
		if got := startsBackgroundWork(parse(source)); got != want {
			t.Errorf("%s: background work %v, want %v", source, got, want)
		}
	}
	for source, want := range map[string]int{
		"package x; func TestA(t *testing.T) { t.Skip() }":                                            1,
		"package x; func h(tb testing.TB) { if x { tb.Skipf(`no`) } }":                                1,
		"package x; func TestA(t *testing.T) { t.Run(``, func(t *testing.T) { t.SkipNow() }) }":       1,
		"package x; func TestA(t *testing.T) { rapid.Check(t, func(t *rapid.T) { t.Skip() }) }":       0,
		"package x; func TestA(t *testing.T) { scanner.Skip() }":                                      0,
		"package x; func BenchmarkA(b *testing.B) { func() { b.Skip() }() }; func F(f *testing.F) {}": 1,
	} {
		if got := len(skips(parse(source))); got != want {
			t.Errorf("%s: %d skips, want %d", source, got, want)
		}
	}
}
