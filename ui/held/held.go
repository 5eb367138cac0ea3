// Package held are the two dialogs about what is held on one person: to give it to that person, and to erase it.
//
// It promises that a name is in no file name and no log; that before anything is erased it is said what goes, what stays without the person,
// and which backups and files this program cannot reach; and that afterwards the files were looked through. The page of people and the
// resistance map open them; the library does the work, off the window's goroutine. Nothing here returns an error: what could not be done is
// told by the shell, with what was kept.
package held

import (
	"context"
	"fmt"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"fyne.io/fyne/v2"

	"nemawashi.app/export/held"
	"nemawashi.app/ui/exporting"
	"nemawashi.app/ui/run"
	"nemawashi.app/ui/shell"
	"nemawashi.app/ui/theme"
	"nemawashi.app/ui/widgets"
	"nemawashi.app/workshop"
	"nemawashi.app/workshop/extract"
	"nemawashi.app/workshop/library"
)

// Keeper is what knows all workshops; the library does.
type Keeper interface {
	extract.Shelf
	Erase(library.Erasing) (library.Erasure, error)
}

// Desk is what the dialogs work with.
type Desk struct {
	Keeper Keeper
	Shell  *shell.Shell
	Now    func() time.Time
	Folder func() string       // where files go
	Reveal func(folder string) // opens a folder; nil: cannot
	Copies func() []string     // other folders with copies of the library
	// Done is told after somebody was erased: nothing that is shown may hold the name any longer.
	Done func()
}

// Somebody is who is meant: by the name that is in the records, and as the screen shows them now.
type Somebody struct {
	Name   string
	Called string // the code name while names are hidden
	In     workshop.ID
	Title  string   // of the workshop they were found in
	Others []string // names of people there who could take over
	Labels []string // the same as the screen shows them
}

// Give asks as what the extract is to be written.
func (d *Desk) Give(who Somebody) {
	text := widgets.NewText("Everything that is held on "+who.Called+" in all workshops: the ratings with their dates, the evidence, what was promised, and every place that names them. "+
		"Names of others who are only on the resistance map are left out, and so is what direct reports and peers answered.", theme.Body).In(theme.Text2)
	d.Shell.ShowDialog(&shell.Dialog{Title: "What is held on " + who.Called, Help: "people", Content: text, Buttons: []shell.DialogButton{
		{Label: "Cancel"},
		{Label: "Write JSON", Icon: "file", Run: func() { d.write(who, ".json") }},
		{Label: "Write PDF", Icon: "file", Kind: widgets.Primary, Run: func() { d.write(who, ".pdf") }},
	}})
}

func (d *Desk) write(who Somebody, extension string) {
	folder, now := d.Folder(), d.Now()
	path := exporting.Free(filepath.Join(folder, "What is held, "+now.Format(time.DateOnly)+extension))
	var err error
	run.Go(func(ctx context.Context) {
		var x extract.Extract
		if x, err = extract.Gather(d.Keeper, who.Name, "", workshop.DateOf(now)); err == nil {
			err = held.WriteFile(ctx, path, x, now)
		}
	}, func() {
		if err != nil {
			d.Shell.ShowError(shell.Trouble{Title: "The extract was not written", What: err.Error(), Kept: "Everything is as it was before.", Do: "Choose another folder in the export, or make room, and try again."})
			return
		}
		n := widgets.Notice{Icon: "check", Tone: widgets.Good, Text: "What is held is in " + filepath.Base(path)}
		if d.Reveal != nil {
			n.Button, n.OnTap = "Open the folder", func() { d.Reveal(folder) }
		}
		d.Shell.Notify(n)
	})
}

// Erase finds out what would go, and asks.
func (d *Desk) Erase(who Somebody) {
	var would library.Erasure
	var err error
	run.Go(func(context.Context) {
		would, err = d.Keeper.Erase(library.Erasing{Name: who.Name, Dry: true, Copies: d.copies()})
	}, func() {
		if err != nil {
			d.refused(err)
			return
		}
		d.ask(who, would)
	})
}

func (d *Desk) copies() []string {
	if d.Copies == nil {
		return nil
	}
	return d.Copies()
}

func (d *Desk) refused(err error) {
	d.Shell.ShowError(shell.Trouble{Title: "Nobody was erased", What: err.Error(), Kept: "Everything is as it was before.", Do: "Open the library for writing, or choose somebody else."})
}

func (d *Desk) ask(who Somebody, would library.Erasure) {
	e := library.Erasing{Name: who.Name, Copies: d.copies()}
	list := widgets.VStack(10)
	fill := func() {
		list.Objects = account(would, e)
		list.Refresh()
	}
	choices := []widgets.Choice{{Label: "Nobody: it is left without an owner"}}
	for _, l := range who.Labels {
		choices = append(choices, widgets.Choice{Label: l})
	}
	heir := widgets.NewSelectOf(choices, 0, func(i int) {
		e.Heir = ""
		if i > 0 {
			e.Heir = who.Others[i-1]
		}
	})
	heir.Icon = "user"
	rows := []fyne.CanvasObject{widgets.NewText("This cannot be undone, and neither can what was done before in these workshops. Backups that are made from now on do not hold the person.", theme.Body).In(theme.Text2)}
	if slices.ContainsFunc(would.Workshops, func(in library.ErasedIn) bool { return in.Workshop != who.In }) {
		rows = append(rows, widgets.NewCheck("Only in "+who.Title, false, func(on bool) {
			e.In = nil
			if on {
				e.In = []workshop.ID{who.In}
			}
			fill()
		}))
	}
	if len(who.Others) > 0 {
		rows = append(rows, widgets.VStack(theme.GapSmall, widgets.Caption("Who takes over what is still to do, where that person is known"), heir))
	}
	fill()
	scroll := widgets.NewScroll(list)
	rows = append(rows, widgets.NewDivider(), widgets.Grow(scroll))
	d.Shell.ShowDialog(&shell.Dialog{Title: "Erase " + who.Called + " for good?", Help: "people", Width: 620, Height: 560,
		Content: widgets.VStack(12, rows...), Buttons: []shell.DialogButton{{Label: "Cancel"}, {Label: "Erase", Kind: widgets.Danger, Run: func() { d.erase(who, e) }}}})
}

// account says workshop by workshop what goes and what stays, and what cannot be reached.
func account(would library.Erasure, e library.Erasing) []fyne.CanvasObject {
	var rows []fyne.CanvasObject
	part := func(title string, lines []string) {
		if len(lines) == 0 {
			return
		}
		rows = append(rows, widgets.SectionHeading(title), widgets.NewText(strings.Join(lines, "\n"), theme.Body))
	}
	in := func(id workshop.ID) bool { return len(e.In) == 0 || slices.Contains(e.In, id) }
	for _, w := range would.Workshops {
		if !in(w.Workshop) {
			continue
		}
		goes, stays := library.Said(w.What)
		lines := []string{"Goes: " + strings.Join(goes, ", ") + "."}
		if len(stays) > 0 {
			lines = append(lines, "Stays: "+strings.Join(stays, ", ")+".")
		}
		part(w.Title, lines)
	}
	part("Backups that hold the person still, until you delete them", would.Backups)
	var files []string
	for _, x := range would.Exports {
		if in(x.Workshop) {
			files = append(files, fmt.Sprintf("%s (%s)", x.Path, x.At.Local().Format("2 Jan 2006")))
		}
	}
	part("Files made of these workshops, which may hold the name", files)
	part("Your own templates that hold the name: edit them by hand", would.Templates)
	return append(rows, widgets.NewText("What others were given, on paper, by mail or as a hand-over file, is not reached from here.", theme.Caption).In(theme.Text2))
}

func (d *Desk) erase(who Somebody, e library.Erasing) {
	progress := d.Shell.ShowProgress("Erasing", nil)
	progress.Set(0.5, "The whole library is written anew")
	var got library.Erasure
	var err error
	run.Go(func(context.Context) { got, err = d.Keeper.Erase(e) }, func() {
		progress.Close()
		if d.Done != nil {
			d.Done()
		}
		switch {
		case err != nil:
			d.Shell.ShowError(shell.Trouble{Title: "The person may not be erased everywhere", What: err.Error(), Kept: "Everything else is as it was before.", Do: "Make room on the disk, then erase again: what is gone already does no harm."})
			return
		case len(got.Left) > 0:
			d.Shell.ShowError(shell.Trouble{Title: "The name is still found in " + strings.Join(got.Left, " and "), What: "The records are erased, but the file could not be written anew: something else reads it.",
				Kept: "Everything else is as it was before.", Do: "Close other programs that read the library, then close this one: what is left goes with that."})
			return
		}
		text := who.Called + " was erased"
		if n := len(got.Backups); n > 0 {
			text += fmt.Sprintf("; %d earlier backups hold the person still", n)
			if n == 1 {
				text = who.Called + " was erased; one earlier backup holds the person still"
			}
		}
		d.Shell.Notify(widgets.Notice{Icon: "check", Tone: widgets.Good, Text: text})
	})
}
