package main

import (
	"errors"
	"fmt"
	"go/ast"
	"go/build/constraint"
	"go/parser"
	"go/token"
	"io/fs"
	"path/filepath"
	"slices"
	"sort"
	"strings"
)

// taggedTests are the test functions (or benchmarks) of the files that a build
// tag brings in. A stage for such a tag runs these alone: the other tests of
// the same packages have run already.
type taggedTests struct {
	byFolder map[string][]string
}

// errNoTests is returned instead of an empty set: a check that finds nothing to
// check has failed.
var errNoTests = errors.New("there is nothing to run")

// findTagged looks through all test files below root for functions whose name
// starts with prefix, in files that need the tag. An empty tag means files that
// need none.
func findTagged(root, tag, prefix string) (taggedTests, error) {
	found := taggedTests{byFolder: map[string][]string{}}
	err := walkGo(root, func(path string) error {
		if !strings.HasSuffix(path, "_test.go") {
			return nil
		}
		file, err := parser.ParseFile(token.NewFileSet(), path, nil, parser.ParseComments|parser.SkipObjectResolution)
		if err != nil {
			return err
		}
		if neededTag(file) != tag {
			return nil
		}
		folder, err := filepath.Rel(root, filepath.Dir(path))
		if err != nil {
			return err
		}
		for _, d := range file.Decls {
			f, ok := d.(*ast.FuncDecl)
			if ok && f.Recv == nil && strings.HasPrefix(f.Name.Name, prefix) && f.Name.Name != "TestMain" {
				found.byFolder[folder] = append(found.byFolder[folder], f.Name.Name)
			}
		}
		return nil
	})
	if err != nil {
		return taggedTests{}, fmt.Errorf("look for tests: %w", err)
	}
	if len(found.byFolder) == 0 {
		return taggedTests{}, fmt.Errorf("%w: no %s function in a file with the build tag %q", errNoTests, prefix, tag)
	}
	return found, nil
}

// neededTag names the one of our own tags without which a file is left out.
func neededTag(file *ast.File) string {
	for _, group := range file.Comments {
		if group.Pos() >= file.Package {
			break
		}
		for _, c := range group.List {
			expr, err := constraint.Parse(c.Text)
			if err != nil {
				continue
			}
			for _, tag := range []string{"e2e", "formats", "faults", "kill"} {
				without := func(t string) bool { return t != tag }
				all := func(string) bool { return true }
				if expr.Eval(all) && !expr.Eval(without) {
					return tag
				}
			}
		}
	}
	return ""
}

// packages are the folders as the go command wants them.
func (t taggedTests) packages() []string {
	var list []string
	for folder := range t.byFolder {
		list = append(list, "./"+filepath.ToSlash(folder))
	}
	sort.Strings(list)
	return list
}

// pattern matches exactly these functions.
func (t taggedTests) pattern() string {
	var names []string
	for _, list := range t.byFolder {
		names = append(names, list...)
	}
	sort.Strings(names)
	return "^(" + strings.Join(slices.Compact(names), "|") + ")$"
}

// walkGo calls visit for every Go file of the repository, but not for results,
// test data and hidden folders.
func walkGo(root string, visit func(path string) error) error {
	return filepath.WalkDir(root, func(path string, entry fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		name := entry.Name()
		if entry.IsDir() {
			if path != root && (strings.HasPrefix(name, ".") || name == "testdata" || path == filepath.Join(root, "out")) {
				return filepath.SkipDir
			}
			return nil
		}
		if filepath.Ext(name) == ".go" {
			return visit(path)
		}
		return nil
	})
}
