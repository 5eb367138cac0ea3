package ui

import (
	"errors"
	"io"
	"os"
	"path/filepath"
	"strings"

	"nemawashi.app/export/file"
	"nemawashi.app/ui/exporting"
	"nemawashi.app/ui/run"
	"nemawashi.app/ui/shell"
	"nemawashi.app/ui/templates"
	"nemawashi.app/ui/widgets"
	"nemawashi.app/workshop/template"
)

func (a *App) goTemplates() { a.shell.Go(a.templatePage()) }

func (a *App) templatePage() *templates.Page {
	return templates.New(templates.Desk{
		Set: a.config.Templates, Store: a.lib, Shell: a.shell, Now: a.config.Now, ReadOnly: a.lib.ReadOnly(),
		Begin: a.newWorkshop, Share: a.shareTemplate, Take: a.takeTemplate, Tell: a.tell,
	})
}

// shareTemplate writes a template to a file that others can take.
func (a *App) shareTemplate(t *template.Template) {
	a.share("template", "The file holds the template with its steps and canvases, and nothing of any workshop.", exporting.Plain(t.Title)+template.Extension, template.Write(t))
}

// share writes a thing of this kind to a file that others can take.
func (a *App) share(kind, holds, name string, text []byte) {
	a.askPath("Share a "+kind, holds, "File", filepath.Join(a.prefs.Folder(), name), "Write", func(path string) {
		a.work("Writing the "+kind, func() error {
			return file.Replace(path, func(w io.Writer) error {
				_, err := w.Write(text)
				return err
			})
		}, "The "+kind+" was not written", "Written: "+filepath.Base(path))
	})
}

func (a *App) takeTemplate() {
	a.askPath("Take a template from a file", "The file is checked first. It is taken whole, or not at all.", "File",
		a.prefs.Folder()+string(filepath.Separator), "Take", a.takeTemplateFrom)
}

// takeTemplateFrom takes the template of a file, or says by line why not.
func (a *App) takeTemplateFrom(path string) {
	var read *template.Template
	var err error
	progress := a.shell.ShowProgress("Reading the template", nil)
	run.Go(func(ctxDone) { read, err = readTemplate(path) }, func() {
		progress.Close()
		if err != nil {
			a.refused(path, err)
			return
		}
		t, how, err := a.config.Templates.Take(a.lib, read)
		if err != nil {
			a.tell("The template was not taken", err)
			return
		}
		page := a.templatePage()
		a.shell.Go(page)
		page.Choose(t.ID)
		words := map[template.Taken]string{
			template.TakenNew: "Taken: ", template.TakenNewer: "Taken as the newest version: ", template.TakenAlready: "It was here already: ",
			template.TakenOlder: "Taken as an older version, a newer one stays in front: ", template.TakenCopy: "Another template has its name, so it was taken as one of its own: "}
		a.shell.Notify(widgets.Notice{Icon: "template", Tone: widgets.Good, Text: words[how] + t.Title})
		a.config.Log("template taken")
	})
}

// mostProblems are named in the window; the command line lists all.
const mostProblems = 8

// refused says why a file was not taken.
func (a *App) refused(path string, err error) {
	t := shell.Trouble{Title: "The template was not taken", What: err.Error(), Kept: "Nothing was changed.",
		Do: "Mend the file where it is named, or ask for it again."}
	if found := template.Problems(err); len(found) > 0 {
		var lines []string
		for _, p := range found[:min(len(found), mostProblems)] {
			lines = append(lines, short(p.Error(), 200))
		}
		if more := len(found) - mostProblems; more > 0 {
			lines = append(lines, "and more")
		}
		t.What = strings.Join(lines, "\n")
	} else if errors.Is(err, os.ErrNotExist) {
		t.What, t.Do = "There is no file "+filepath.Base(path)+".", "Look at the path, or browse for it."
	}
	a.shell.ShowError(t)
	a.config.Log("template refused")
}

// short is a text that fits a dialog: a file from elsewhere may hold anything.
func short(s string, most int) string {
	if r := []rune(s); len(r) > most {
		return string(r[:most]) + "..."
	}
	return s
}

// readTemplate reads no more of a file than a template may have.
func readTemplate(path string) (*template.Template, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	data, err := io.ReadAll(io.LimitReader(f, template.MaxFile+1))
	if err != nil {
		return nil, err
	}
	return template.Read(filepath.Base(path), data)
}
