package main

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"
)

func TestChooseStagesKeepsTheirOrder(t *testing.T) {
	chosen, err := chooseStages([]string{"headless", "gofmt"})
	if err != nil || len(chosen) != 2 || chosen[0].name != "gofmt" || chosen[1].name != "headless" {
		t.Errorf("chose %v, %v", chosen, err)
	}
	if all, err := chooseStages(nil); err != nil || len(all) != len(stages) {
		t.Errorf("no names choose %d stages, %v", len(all), err)
	}
	if _, err := chooseStages([]string{"gofmt", "speling"}); !errors.Is(err, errUsage) || !strings.Contains(err.Error(), "speling") {
		t.Errorf("an unknown name: %v", err)
	}
}

func TestChance(t *testing.T) {
	var d desk
	names, err := d.chance([]string{"--seed", "17", "--long", "power"})
	if err != nil || d.seed != 17 || !d.long || !reflect.DeepEqual(names, []string{"power"}) {
		t.Errorf("seed %d, long %v, stages %q, %v", d.seed, d.long, names, err)
	}
	d = desk{}
	if _, err := d.chance(nil); err != nil || d.seed == 0 || d.long {
		t.Errorf("without flags: seed %d, long %v, %v", d.seed, d.long, err)
	}
	if _, err := d.chance([]string{"--seeds"}); !errors.Is(err, errUsage) {
		t.Errorf("an unknown flag gives %v", err)
	}
}

func TestGoResults(t *testing.T) {
	var r goResults
	// Output arrives in pieces that end anywhere.
	for _, piece := range []string{"$ go test\nok  \tnemawashi.app/work", "shop\t1.2s\n?   \tnemawashi.app/assets\t[no test files]\n",
		"not ok\nFAIL\tnemawashi.app/ui\t0.3s\nFAIL\n"} {
		fmt.Fprint(&r, piece)
	}
	var out strings.Builder
	if _, err := r.WriteTo(&out); err != nil {
		t.Fatal(err)
	}
	if got, want := out.String(), "ok  \tnemawashi.app/workshop\t1.2s\nFAIL\tnemawashi.app/ui\t0.3s\n"; got != want {
		t.Errorf("kept %q, want %q", got, want)
	}
}

func TestFindTagged(t *testing.T) {
	root := t.TempDir()
	write := func(path, text string) {
		t.Helper()
		path = filepath.Join(root, filepath.FromSlash(path))
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	write("export/pdf_test.go", "//go:build formats\n\npackage export\nfunc TestPDF() {}\nfunc TestMain() {}\nfunc open() {}\n")
	write("export/plain_test.go", "package export\nfunc TestPlain() {}\nfunc BenchmarkPlain() {}\n")
	write("cmd/app/start_test.go", "// Package app.\n\n//go:build e2e && linux\n\npackage app\nfunc TestStart() {}\nfunc BenchmarkStart() {}\n")
	write("cmd/cli/form_test.go", "//go:build linux && formats\n\npackage cli\nfunc TestForm() {}\n")
	write("cmd/cli/not_test.go", "//go:build !formats\n\npackage cli\nfunc TestNot() {}\n")
	write("out/left_test.go", "//go:build formats\n\npackage out\nfunc TestLeft() {}\n")

	found, err := findTagged(root, "formats", "Test")
	if err != nil {
		t.Fatal(err)
	}
	if got, want := found.packages(), []string{"./cmd/cli", "./export"}; !reflect.DeepEqual(got, want) {
		t.Errorf("packages %q, want %q", got, want)
	}
	if got, want := found.pattern(), "^(TestForm|TestPDF)$"; got != want {
		t.Errorf("pattern %q, want %q", got, want)
	}
	if found, err = findTagged(root, "", "Benchmark"); err != nil || found.pattern() != "^(BenchmarkPlain)$" {
		t.Errorf("benchmarks %v, %v", found, err)
	}
	if _, err = findTagged(root, "formats", "Benchmark"); !errors.Is(err, errNoTests) {
		t.Errorf("nothing to run gives %v", err)
	}
}

func TestReadDisplay(t *testing.T) {
	if got, err := readDisplay(strings.NewReader("17\n")); err != nil || got != ":17" {
		t.Errorf("display %q, %v", got, err)
	}
	for _, said := range []string{"", "\n", "Fatal server error\n", "-1\n"} {
		if got, err := readDisplay(strings.NewReader(said)); err == nil {
			t.Errorf("%q gives display %q", said, got)
		}
	}
}

func TestTranscriptAlarm(t *testing.T) {
	var quiet, loud transcript
	fmt.Fprintln(&quiet, "Fyne error: looking up locale")
	if err := quiet.alarm(); err != nil {
		t.Errorf("alarm without reason: %v", err)
	}
	fmt.Fprint(&loud, "2026/01/01 *** Error in Fyne ", "call thread, this should have been called in fyne.Do[AndWait] ***\n", "2026/01/01 *** more\n  From: ui/page.go:7\n")
	if err := loud.alarm(); err == nil || !strings.Contains(err.Error(), "call thread") || !strings.Contains(err.Error(), "ui/page.go:7") {
		t.Errorf("alarm missed: %v", err)
	}
}

func TestHasDisplay(t *testing.T) {
	none := func(string) string { return "" }
	wayland := func(name string) string {
		if name == "WAYLAND_DISPLAY" {
			return "wayland-0"
		}
		return ""
	}
	if hasDisplay("linux", none) || !hasDisplay("linux", wayland) || !hasDisplay("windows", none) || !hasDisplay("darwin", none) {
		t.Error("a display is not recognized")
	}
}

func TestSampleWorkshop(t *testing.T) {
	if got, err := sampleWorkshop([]byte(`{"workshops":["kaikaku","kaizen"],"rounds":["r"]}`)); err != nil || got != "kaizen" {
		t.Errorf("got %q, %v", got, err)
	}
	for _, answer := range []string{"", "{}", `{"workshops":[]}`, "nonsense"} {
		if got, err := sampleWorkshop([]byte(answer)); err == nil {
			t.Errorf("%q gives %q", answer, got)
		}
	}
}
