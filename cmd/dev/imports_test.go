package main

import (
	"encoding/json"
	"io"
	"os/exec"
	"slices"
	"strings"
	"testing"
)

const (
	module    = "nemawashi.app"
	fyneSpace = "fyne.io"
	sqlDriver = "github.com/ncruces/go-sqlite3"
)

// listed is what go list says of a package.
type listed struct {
	ImportPath                string
	Imports, Deps             []string
	TestImports, XTestImports []string
}

// TestHouseImports holds every package against the rules of who may import
// whom. What a package reaches through others counts for Fyne, because that
// is what a build pays for; for everything else the import itself counts.
func TestHouseImports(t *testing.T) {
	packages := goList(t)
	if len(packages) < 2 {
		t.Fatalf("go list found only %d packages", len(packages))
	}
	for _, p := range packages {
		for _, broken := range brokenRules(p) {
			t.Error(broken)
		}
	}
}

func goList(t *testing.T) []listed {
	t.Helper()
	c := exec.Command("go", "list", "-json=ImportPath,Imports,Deps,TestImports,XTestImports", "-tags", everyTag, module+"/...")
	c.Dir = "../.."
	var problems strings.Builder
	c.Stderr = &problems
	answer, err := c.Output()
	if err != nil {
		t.Fatalf("go list: %v\n%s", err, problems.String())
	}
	var list []listed
	for d := json.NewDecoder(strings.NewReader(string(answer))); ; {
		var p listed
		if err := d.Decode(&p); err == io.EOF {
			return list
		} else if err != nil {
			t.Fatalf("go list: %v", err)
		}
		list = append(list, p)
	}
}

// brokenRules says in sentences which rules a package breaks.
func brokenRules(p listed) []string {
	var broken []string
	name := strings.TrimPrefix(p.ImportPath, module+"/")
	all := slices.Concat(p.Imports, p.TestImports, p.XTestImports)

	if !within(name, "ui") && name != "cmd/nemawashi" {
		// A test's imports are not among Deps, so they are looked at by themselves.
		for _, path := range slices.Concat(p.Deps, p.TestImports, p.XTestImports) {
			if within(path, fyneSpace) {
				broken = append(broken, name+" reaches "+path+": only ui and cmd/nemawashi may reach Fyne")
				break
			}
		}
	}
	if !within(name, "workshop/library") {
		for _, path := range all {
			if within(path, sqlDriver) {
				broken = append(broken, name+" imports "+path+": only workshop/library may import the SQL driver")
			}
		}
	}
	for _, path := range p.Imports {
		own, ours := strings.CutPrefix(path, module+"/")
		if ours && !mayImport(name, own) {
			broken = append(broken, name+" must not import "+own)
		}
	}
	return broken
}

// mayImport is the picture of the house as a rule: cmd on top of ui, ui on top
// of export, export on top of workshop.
func mayImport(from, to string) bool {
	switch {
	case from == "workshop":
		return false
	case within(from, "workshop"):
		return within(to, "workshop") || within(to, "assets")
	case within(from, "export"):
		return within(to, "export") || within(to, "workshop") || within(to, "assets")
	case within(from, "ui"):
		return !within(to, "cmd")
	case within(from, "assets"):
		return within(to, "assets")
	default:
		return true
	}
}

// within says whether path is the folder or lies below it.
func within(path, folder string) bool {
	return path == folder || strings.HasPrefix(path, folder+"/")
}

// TestBrokenRules makes sure that the rules can be broken at all.
func TestBrokenRules(t *testing.T) {
	for _, c := range []struct {
		name   string
		pkg    listed
		broken int
	}{
		{"the library may use the driver", listed{ImportPath: module + "/workshop/library",
			Imports: []string{sqlDriver + "/driver", module + "/workshop"}}, 0},
		{"nobody else may", listed{ImportPath: module + "/workshop/exchange", Imports: []string{sqlDriver}}, 1},
		{"not even in a test", listed{ImportPath: module + "/ui", XTestImports: []string{sqlDriver + "/driver"}}, 1},
		{"a command reaches it through the library", listed{ImportPath: module + "/cmd/nemawashi-cli",
			Imports: []string{module + "/workshop/library"}, Deps: []string{sqlDriver}}, 0},
		{"workshop stands alone", listed{ImportPath: module + "/workshop", Imports: []string{module + "/assets"}}, 1},
		{"export does not draw windows", listed{ImportPath: module + "/export/readout",
			Imports: []string{module + "/ui/theme"}, Deps: []string{"fyne.io/fyne/v2"}}, 2},
		{"a test must not draw windows either", listed{ImportPath: module + "/workshop/figure",
			TestImports: []string{"fyne.io/fyne/v2/test"}}, 1},
		{"ui draws windows", listed{ImportPath: module + "/ui/pages",
			Imports: []string{"fyne.io/fyne/v2", module + "/export/readout"}, Deps: []string{"fyne.io/fyne/v2"}}, 0},
	} {
		if got := brokenRules(c.pkg); len(got) != c.broken {
			t.Errorf("%s: %d rules broken, want %d: %q", c.name, len(got), c.broken, got)
		}
	}
}
