package exporting

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"time"
	"unicode"

	"nemawashi.app/export/readout"
	"nemawashi.app/export/register"
	"nemawashi.app/workshop"
)

// job is one export, settled before it begins: nothing on the screen can
// change it any more.
type job struct {
	readout  readout.Input
	register register.Input
	pdf, xls string          // paths, "" where the file is not wanted
	parts    []register.Part // a file for each owner, beside the path of xls; nil: one for all
}

// files lists the paths that the job writes.
func (j job) files() []string {
	var out []string
	if j.pdf != "" {
		out = append(out, j.pdf)
	}
	switch {
	case j.xls == "":
	case len(j.parts) == 0:
		out = append(out, j.xls)
	default:
		for i := range j.parts {
			out = append(out, register.PartPath(j.xls, i, len(j.parts)))
		}
	}
	return out
}

// there lists those that exist already.
func (j job) there() []string {
	var out []string
	for _, p := range j.files() {
		if _, err := os.Lstat(p); err == nil {
			out = append(out, p)
		}
	}
	return out
}

// beside is the job with the first number behind its names that is free for
// all of them, so that a readout and its register keep one name.
func (j job) beside() job {
	for i := 2; ; i++ {
		next := j
		next.pdf, next.xls = numbered(j.pdf, i), numbered(j.xls, i)
		if len(next.there()) == 0 {
			return next
		}
	}
}

func numbered(path string, i int) string {
	if path == "" {
		return ""
	}
	ext := filepath.Ext(path)
	return fmt.Sprintf("%s (%d)%s", strings.TrimSuffix(path, ext), i, ext)
}

// run writes the files one after the other and tells how far it is. Each file
// is either whole or untouched; the error of the first that fails is returned
// with those that were written.
func (j job) run(ctx context.Context, progress func(share float64, doing string)) (written []string, err error) {
	n := float64(len(j.files()))
	part := func(doing string, files int) func(done, total int) {
		begun := float64(len(written))
		return func(done, total int) {
			progress((begun+float64(files)*float64(done)/float64(max(total, 1)))/n, doing)
		}
	}
	if j.pdf != "" {
		j.readout.Progress = part("Writing the readout", 1)
		if err := readout.WriteFile(ctx, j.pdf, j.readout); err != nil {
			return written, err
		}
		written = append(written, j.pdf)
	}
	if j.xls != "" && len(j.parts) > 0 {
		files, err := register.WriteParts(ctx, j.xls, j.parts, part("Writing a register for each owner", len(j.parts)))
		return append(written, files...), err
	}
	if j.xls != "" {
		j.register.Progress = part("Writing the register", 1)
		if err := register.WriteFile(ctx, j.xls, j.register); err != nil {
			return written, err
		}
		written = append(written, j.xls)
	}
	return written, nil
}

// FileName is a name for an export that says whose it is, of what and of when,
// and that every system takes: "Norvik Pumps, Pump line changeover,
// 2026-11-17, sponsor". It never holds a person's name.
func FileName(c *workshop.Charter, a workshop.Audience, day time.Time) string {
	var parts []string
	for _, s := range []string{c.Client, c.Title} {
		if s = Plain(s); s != "" {
			parts = append(parts, s)
		}
	}
	return strings.Join(append(parts, day.Format(time.DateOnly), string(a)), ", ")
}

// Plain leaves out what some file system refuses and keeps names short enough
// for all of them.
func Plain(s string) string {
	s = strings.Map(func(r rune) rune {
		if strings.ContainsRune(`<>:"/\|?*`, r) || unicode.IsControl(r) || unicode.Is(unicode.Cf, r) {
			return ' '
		}
		return r
	}, s)
	s = strings.Trim(strings.Join(strings.Fields(s), " "), ". ")
	for len(s) > 80 {
		r := []rune(s)
		s = strings.TrimRight(string(r[:len(r)-1]), ". ")
	}
	return s
}

func (d *Dialog) job() job {
	view := d.o.Session.View(d.audience)
	j := d.paths(view)
	j.readout = d.input(view)
	return j
}

// whole is the register of everybody.
func (d *Dialog) whole(view *workshop.View) register.Input {
	now := d.o.Now()
	return register.Input{Views: []*workshop.View{view}, Today: workshop.DateOf(now), Now: now, Paper: papers[d.paper].id, Templates: d.o.Templates}
}

// paths is a job that knows where its files go, and what is in the register.
func (d *Dialog) paths(view *workshop.View) job {
	var j job
	base := filepath.Join(d.folder, FileName(&view.Charter, d.audience, d.o.Now()))
	if d.wantPDF {
		j.pdf = base + ".pdf"
	}
	if d.wantXLS {
		j.xls, j.register = base+".xlsx", d.whole(view)
		if d.byOwner {
			j.parts = register.ByOwner(j.register)
		}
	}
	return j
}

func (d *Dialog) input(view *workshop.View) readout.Input {
	now := d.o.Now()
	in := readout.Input{View: view, Today: workshop.DateOf(now), Now: now, Paper: papers[d.paper].id, Leave: d.leave, Blob: d.o.Blob, Templates: d.o.Templates}
	// A round that cannot be worked out is left out; the command line says why.
	d.o.Session.Read(func(w *workshop.Workshop) { in.Assessments, _ = readout.Assessments(w, d.audience) })
	if d.names && d.audience == workshop.Facilitator {
		in.Names = d.realNames()
	}
	return in
}

// realNames are the names behind the code names of the map.
func (d *Dialog) realNames() map[workshop.ID]string {
	real := map[workshop.ID]string{}
	d.o.Session.Read(func(w *workshop.Workshop) {
		for _, s := range workshop.All[workshop.Stakeholder](w) {
			real[s.ID] = s.Name
			if p := workshop.Find[workshop.Person](w, s.Person); p != nil {
				real[s.ID] = p.Name
			}
		}
	})
	return real
}

func sentence(n int) string {
	if n == 1 {
		return "Export 1 file"
	}
	return fmt.Sprintf("Export %d files", n)
}
