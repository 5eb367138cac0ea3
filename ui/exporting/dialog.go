package exporting

import (
	"context"
	"errors"
	"path/filepath"
	"strings"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"nemawashi.app/ui/run"
	"nemawashi.app/ui/shell"
	"nemawashi.app/ui/theme"
	"nemawashi.app/ui/widgets"
	"nemawashi.app/workshop"
	"nemawashi.app/workshop/template"
)

// Options are what the dialog works on.
type Options struct {
	Shell   *shell.Shell
	Session *workshop.Session
	Title   string
	Now     func() time.Time
	// Folder is where files go; Chosen is told when the user takes another.
	Folder string
	Chosen func(folder string)
	// Browse lets the user point at a folder; nil leaves typing.
	Browse func(now string, picked func(folder string))
	// Reveal opens a folder with the system's own program.
	Reveal func(folder string)
	Blob   func(sha string) ([]byte, error)
	// Templates are those that there are, one's own among them.
	Templates *template.Set
	// Written is told which files were made for whom; nil: nobody wants to know.
	Written func(paths []string, audience workshop.Audience)
	// Flush makes sure that what is exported is also saved.
	Flush func() error
}

type paper struct{ id, name string }

var papers = []paper{{"a4", "A4"}, {"letter", "Letter"}, {"a3", "A3"}}

// Dialog is the open dialog.
type Dialog struct {
	o        Options
	dialog   *shell.Dialog
	audience workshop.Audience
	wantPDF  bool
	wantXLS  bool
	byOwner  bool // a register for each owner
	reveal   bool
	paper    int
	folder   string
	leave    map[string]bool // sections that are left out
	names    bool            // the facilitator asks for real names, on a page of their own

	choices    []choice
	what, look *fyne.Container
	path       *widgets.Label
	stacked    bool // the panes stand below each other
}

// Show opens the dialog, for the sponsor first: what is shown least is the
// safest start.
func Show(o Options) *Dialog {
	d := &Dialog{o: o, audience: workshop.Sponsor, wantPDF: true, wantXLS: true, reveal: o.Reveal != nil, folder: o.Folder, leave: map[string]bool{}}
	d.what, d.look = widgets.Over(), widgets.Over()
	d.path = widgets.NewLabel("", theme.BodyBold)
	framed := func(o fyne.CanvasObject, left, right float32, style widgets.PanelStyle) fyne.CanvasObject {
		inner := widgets.PadSides(o, theme.PadPage, right, theme.PadPage, left)
		return widgets.NewPanel(newPane(d, inner), style)
	}
	content := container.New(&panes{of: d},
		framed(d.whoPane(), theme.PadDialog, theme.PadPage, widgets.PanelStyle{}),
		framed(d.what, theme.PadPage, theme.PadPage, widgets.PanelStyle{LineLeft: true}),
		framed(d.look, theme.PadPage, theme.PadDialog, widgets.PanelStyle{LineLeft: true, Fill: theme.Bg}))
	d.dialog = &shell.Dialog{
		Help:  "export",
		Title: "Export", Subtitle: o.Title, Content: widgets.PadSides(content, 0, 1, 0, 1), Flush: true, Width: 1120, Height: 700,
		Foot: d.foot(),
		Buttons: []shell.DialogButton{
			{Label: "Cancel"},
			{Label: "Export", Icon: "export", Kind: widgets.Primary, Stay: true, Run: d.begin, Enabled: func() bool { return d.wantPDF || d.wantXLS }},
		},
	}
	d.build()
	o.Shell.ShowDialog(d.dialog)
	d.refresh()
	return d
}

func (d *Dialog) foot() fyne.CanvasObject {
	rows := []fyne.CanvasObject{widgets.HStack(theme.Gap, widgets.NewLabel("Save to", theme.Body).In(theme.Text2).Keep(), d.path, widgets.NewLink("Change...", d.change), widgets.Spacer())}
	if d.o.Reveal != nil {
		rows = append(rows, widgets.NewCheck("Open the folder when ready", d.reveal, func(on bool) { d.reveal = on }))
	}
	return widgets.VStack(4, rows...)
}

// build lays out what depends on the audience.
func (d *Dialog) build() {
	view := d.o.Session.View(d.audience)
	set(d.what, d.whatPane(view))
	set(d.look, d.checkPane(view))
	d.dialog.Refresh() // the panes may have come to other heights
}

// check looks again at what will be in the files.
func (d *Dialog) check() { set(d.look, d.checkPane(d.o.Session.View(d.audience))) }

func set(host *fyne.Container, o fyne.CanvasObject) {
	host.Objects = []fyne.CanvasObject{o}
	host.Refresh()
}

func (d *Dialog) refresh() {
	d.path.SetText(d.folder)
	d.dialog.Button(1).SetText(sentence(len(d.paths(d.o.Session.View(d.audience)).files())))
	d.dialog.Refresh()
}

func (d *Dialog) choose(a workshop.Audience) {
	if d.audience == a {
		return
	}
	d.audience = a
	for _, c := range d.choices {
		c.radio.Set(c.audience == a)
		c.card.Select(c.audience == a)
	}
	d.build()
}

// change asks for another folder: by pointing where the system allows, by
// typing always.
func (d *Dialog) change() {
	entry := widgets.NewEntry("A folder on this computer")
	entry.SetText(d.folder)
	rows := []fyne.CanvasObject{widgets.Labeled("Folder", entry)}
	ask := &shell.Dialog{Help: "export", Title: "Where to save", Width: 560}
	take := func(folder string) {
		folder = filepath.Clean(folder)
		if !filepath.IsAbs(folder) {
			entry.SetProblem("Type the whole path of a folder")
			ask.Refresh()
			return
		}
		ask.Close()
		d.folder = folder
		if d.o.Chosen != nil {
			d.o.Chosen(folder)
		}
		d.refresh()
		d.check()
	}
	if d.o.Browse != nil {
		rows = append(rows, widgets.HStack(0, widgets.NewButton("Browse...", func() { d.o.Browse(entry.Text(), entry.SetText) }), widgets.Spacer()))
	}
	entry.OnSubmit = take
	ask.Content = widgets.VStack(12, rows...)
	ask.Focus = entry.Input()
	ask.Buttons = []shell.DialogButton{{Label: "Cancel"}, {Label: "Use this folder", Kind: widgets.Primary, Stay: true, Run: func() { take(entry.Text()) }}}
	d.o.Shell.ShowDialog(ask)
}

// begin asks before it writes over what is there.
func (d *Dialog) begin() {
	if d.o.Flush != nil {
		if err := d.o.Flush(); err != nil {
			d.fail(err, nil)
			return
		}
	}
	j := d.job()
	there := j.there()
	if len(there) == 0 {
		d.write(j)
		return
	}
	ask := &shell.Dialog{Help: "export", Title: "Replace what is there?", Content: widgets.NewText("The folder already has "+names(there)+". Replacing it takes the old content away; keeping both gives the new files a number.", theme.Body).In(theme.Text2)}
	ask.Buttons = []shell.DialogButton{{Label: "Cancel"}, {Label: "Replace", Run: func() { d.write(j) }}, {Label: "Keep both", Kind: widgets.Primary, Run: func() { d.write(j.beside()) }}}
	d.o.Shell.ShowDialog(ask)
}

// write writes the files in the background.
func (d *Dialog) write(j job) {
	var written []string
	var err error
	var progress *shell.Progress
	var cancel func()
	progress = d.o.Shell.ShowProgress("Export", func() { cancel() })
	cancel = run.Go(func(ctx context.Context) {
		written, err = j.run(ctx, func(share float64, doing string) {
			run.Main(func() { progress.Set(share, doing) })
		})
	}, func() {
		progress.Close()
		if d.o.Written != nil {
			d.o.Written(written, d.audience)
		}
		if err != nil {
			d.fail(err, written)
			return
		}
		d.dialog.Close()
		d.done(written)
		if len(j.parts) > 0 {
			d.whose(j)
		}
	})
}

func (d *Dialog) done(written []string) {
	notice := widgets.Notice{Icon: "check", Tone: widgets.Good, Text: "Written: " + names(written)}
	if d.o.Reveal != nil {
		folder := d.folder
		if d.reveal {
			d.o.Reveal(folder)
		} else {
			notice.Button, notice.OnTap = "Open the folder", func() { d.o.Reveal(folder) }
		}
	}
	d.o.Shell.Notify(notice)
}

func (d *Dialog) fail(err error, written []string) {
	if errors.Is(err, context.Canceled) {
		text := "Export stopped; nothing half-done was left"
		if len(written) > 0 {
			text = "Export stopped after " + names(written)
		}
		d.o.Shell.Notify(widgets.Notice{Icon: "info", Text: text})
		return
	}
	kept := "What was there before is untouched, and your workshop is unchanged."
	if len(written) > 0 {
		kept = "Written before that: " + names(written) + ". Your workshop is unchanged."
	}
	d.o.Shell.ShowError(shell.Trouble{
		Title: "The export was not finished", What: err.Error(), Kept: kept,
		Do: "Close the file if it is open in another program, or choose another folder.", Retry: d.begin,
	})
}

// named is how many files are called by name; of more only the number is said.
const named = 2

func names(paths []string) string {
	var out []string
	for _, p := range paths[:min(len(paths), named)] {
		out = append(out, filepath.Base(p))
	}
	if n := len(paths) - named; n > 0 {
		out = append(out, count(n, "more", "more"))
	}
	return strings.Join(out, " and ")
}
