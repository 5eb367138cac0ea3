package ui

import (
	"io"
	"path/filepath"

	"nemawashi.app/export/file"
	"nemawashi.app/ui/exporting"
	"nemawashi.app/ui/templates"
	"nemawashi.app/workshop"
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
	taking[*template.Template]{kind: "template", icon: "template", most: template.MaxFile, read: template.Read,
		problems: func(err error) []string { return texts(template.Problems(err)) },
		keep: func(t *template.Template) (string, workshop.Taken, error) {
			t, how, err := a.config.Templates.Take(a.lib, t)
			if err != nil {
				return "", 0, err
			}
			page := a.templatePage()
			a.shell.Go(page)
			page.Choose(t.ID)
			return t.Title, how, nil
		}}.take(a, path)
}
