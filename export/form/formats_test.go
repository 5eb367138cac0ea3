//go:build formats

package form

import (
	"bytes"
	"context"
	"net/url"
	"os"
	"os/exec"
	"path/filepath"
	"testing"
	"time"
)

func runs(t *testing.T, name string, args ...string) {
	t.Helper()
	ctx, cancel := context.WithTimeout(context.Background(), 3*time.Minute)
	defer cancel()
	c := exec.CommandContext(ctx, name, args...)
	var said bytes.Buffer
	c.Stdout, c.Stderr = &said, &said
	if err := c.Run(); err != nil {
		t.Fatalf("%s: %v\n%s", name, err, said.String())
	}
}

// pythonFill answers the form as fill does, in another program.
const pythonFill = `
import sys, openpyxl
wb = openpyxl.load_workbook(sys.argv[1])
for a, (name, letter) in enumerate([("Leadership & Culture", "L"), ("Process Optimization", "P"), ("Employee Empowerment", "E"), ("Technology Integration", "T")]):
    ws = wb[name]
    for i in range(5):
        ws.cell(i + 2, 8).value = 1 + (a + i) % 5
        ws.cell(i + 2, 9).value = 5
        ws.cell(i + 2, 10).value = "line %s%d" % (letter, i + 1)
wb.save(sys.argv[2])
`

func python() string {
	if name := os.Getenv("NEMAWASHI_PYTHON"); name != "" {
		return name
	}
	return "/usr/bin/python3"
}

func TestFilledInByOpenpyxl(t *testing.T) {
	path, out := written(t, input(t, "report")), filepath.Join(t.TempDir(), "filled.xlsx")
	runs(t, python(), "-I", "-c", pythonFill, path, out)
	whole(t, out, "report")
}

func TestSavedByLibreOffice(t *testing.T) {
	path := written(t, input(t, "peer"))
	fill(t, path, nil)
	dir := t.TempDir()
	profile := url.URL{Scheme: "file", Path: filepath.ToSlash(filepath.Join(dir, "profile"))}
	runs(t, "soffice", "-env:UserInstallation="+profile.String(), "--headless", "--norestore", "--convert-to", "ods", "--outdir", dir, path)
	runs(t, "soffice", "-env:UserInstallation="+profile.String(), "--headless", "--norestore", "--convert-to", "xlsx", "--outdir", filepath.Join(dir, "out"), filepath.Join(dir, "form.ods"))
	whole(t, filepath.Join(dir, "out", "form.xlsx"), "peer")
}
