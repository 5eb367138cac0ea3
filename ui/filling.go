package ui

import (
	"crypto/rand"
	"errors"
	"fmt"
	"net/url"
	"os"
	"path/filepath"
	"strings"
	"sync"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/dialog"

	"nemawashi.app/export/form"
	"nemawashi.app/export/workbook"
	"nemawashi.app/ui/fill"
	"nemawashi.app/ui/help"
	"nemawashi.app/ui/run"
	"nemawashi.app/ui/shell"
	"nemawashi.app/ui/theme"
	"nemawashi.app/ui/widgets"
	"nemawashi.app/workshop/assess"
)

// Filling is the app for somebody who was sent a self-assessment: the window shows that file and nothing else. No library is opened or made.
type Filling struct {
	app    fyne.App
	window fyne.Window
	shell  *shell.Shell
	page   *fill.Page // nil where the file was refused
	log    func(event string)
	leaves func() // says that the window's loop is to end
	ended  sync.Once
}

// NewFilling shows the file in the window, as NewWindow makes it, or says why it cannot be opened.
func NewFilling(app fyne.App, w fyne.Window, path string, log func(event string)) *Filling {
	f := &Filling{app: app, window: w, log: log, leaves: func() {}}
	if abs, err := filepath.Abs(path); err == nil {
		path = abs
	}
	f.shell = shell.New(shell.Config{Window: w, AppName: Name, Help: f.help})
	f.shell.AddCommands(shell.Command{ID: "app.quit", Label: "Quit", Group: "Self-assessment", Icon: "x", Shortcut: "Ctrl+Q", Run: f.close},
		shell.Command{ID: "app.fullscreen", Label: "Full screen", Group: "View", Icon: "present", Shortcut: "F11", Run: func() { w.SetFullScreen(!w.FullScreen()) }})
	w.SetCloseIntercept(f.close)
	sheet, err := form.ReadSheet(path)
	if err != nil {
		f.refuse(err)
		return f
	}
	o := filling(sheet, path)
	o.Shell, o.Close, o.Log = f.shell, f.end, log
	o.Browse = func(now string, picked func(string)) {
		d := dialog.NewFolderOpen(func(folder fyne.ListableURI, err error) {
			if err == nil && folder != nil {
				picked(folder.Path())
			}
		}, w)
		d.Show()
		d.Resize(fyne.NewSize(800, 560))
	}
	o.Reveal = func(folder string) {
		if err := app.OpenURL(&url.URL{Scheme: "file", Path: filepath.ToSlash(folder)}); err != nil {
			f.shell.ShowError(shell.Trouble{Title: "The folder could not be opened", What: err.Error()})
		}
	}
	f.page = fill.New(o)
	f.shell.Open(f.page)
	return f
}

// Shell is the frame, for tests and for the pictures.
func (f *Filling) Shell() *shell.Shell { return f.shell }

// Run works the window until it is closed.
func (f *Filling) Run() {
	f.window.Show()
	f.log("window")
	if f.page != nil {
		f.log("assess")
	}
	leaving, over := run.Deadline(loopEnds, func() {
		f.ended.Do(f.finish)
		os.Exit(0)
	})
	f.leaves = leaving
	f.app.Run()
	over()
	f.ended.Do(f.finish)
}

// finish brings everything to the disk after the window's loop.
func (f *Filling) finish() {
	run.End()
	if f.page != nil {
		f.page.Hidden() // a signal asks nobody: what was answered goes to the disk
	}
	f.log("stopped")
}

func (f *Filling) help(topic string) { help.Show(help.Options{Shell: f.shell}, topic) }

// close leaves by way of the page, which tells of answers that cannot be saved.
func (f *Filling) close() {
	if f.page == nil {
		f.end()
		return
	}
	f.page.Leave()
}

func (f *Filling) end() {
	f.window.SetCloseIntercept(nil)
	f.leaves()
	f.app.Quit()
}

// refuse says in the window why the file cannot be opened.
func (f *Filling) refuse(err error) {
	what, do := err.Error(), ""
	var bad *workbook.Refused
	if errors.As(err, &bad) {
		what, do = bad.Name+" "+bad.What+".", "Nothing was changed. "+strings.ToUpper(bad.Do[:1])+bad.Do[1:]+"."
	}
	rows := []fyne.CanvasObject{widgets.HTop(12, widgets.NewBubble("alert", widgets.Bad), widgets.Grow(widgets.VStack(8,
		widgets.NewText("This self-assessment cannot be opened", theme.PageTitle), widgets.NewText(what, theme.Body), widgets.NewText(do, theme.Body).In(theme.Text2)))),
		widgets.HStack(theme.Gap, widgets.Spacer(), widgets.NewPrimary("Close", "", f.end))}
	f.window.SetContent(widgets.NewPanel(widgets.Pad(widgets.VStack(theme.PadPage, rows...), theme.PadHome, theme.PadHome), widgets.PanelStyle{Fill: theme.Bg}))
	f.window.Resize(fyne.NewSize(720, 260))
	f.log("refused")
}

// filling are the options of the page for a file.
func filling(sheet *assess.Sheet, path string) fill.Options {
	word := rand.Text()
	return fill.Options{
		Sheet: sheet, Copy: word,
		Keep:   func(s *assess.Sheet) error { return form.WriteSheet(path, s) },
		Write:  form.WriteSheet,
		Result: resultPath(path, sheet.Copy),
	}
}

// answersSuffix is what the name of a file for the facilitator ends in.
const answersSuffix = " - answers"

// resultPath is where the answers go: beside the file, under a name that no other copy's answers have.
func resultPath(path, mine string) string {
	base := strings.TrimSuffix(path, filepath.Ext(path))
	for n := 1; ; n++ {
		to := base + answersSuffix
		if n > 1 {
			to += fmt.Sprintf(" %d", n)
		}
		to += form.SheetExtension
		there, err := form.ReadSheet(to)
		var bad *workbook.Refused
		switch {
		case err == nil && mine != "" && there.Copy == mine:
			return to
		case errors.As(err, &bad) && bad.Reason == workbook.Unreadable && n < 1000:
			return to // there is none
		case n >= 1000:
			return to
		}
	}
}

// chooseSheet asks for an assessment file to fill in here.
func (a *App) chooseSheet() {
	a.askPath("Fill in a self-assessment", "Choose the file that was handed out (.nema). Answers are kept in it as they are given.", "File",
		a.prefs.Folder()+string(filepath.Separator), "Open", a.FillIn)
}

// FillIn opens an assessment file on its page.
func (a *App) FillIn(path string) {
	sheet, err := form.ReadSheet(path)
	if err != nil {
		a.notTaken(err)
		return
	}
	o := filling(sheet, path)
	o.Shell, o.Browse, o.Reveal, o.Log = a.shell, a.browse, a.reveal, a.config.Log
	o.Close = a.shell.Back
	if !a.lib.ReadOnly() {
		o.ThenIs = "Collect it here"
		o.Then = func(path string) {
			a.shell.Back()
			a.Collect(path)
		}
	}
	a.shell.Open(fill.New(o))
	a.config.Log("assess")
}
