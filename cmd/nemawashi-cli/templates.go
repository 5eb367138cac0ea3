package main

import (
	"fmt"
	"strconv"

	"github.com/spf13/cobra"

	"nemawashi.app/workshop"
	"nemawashi.app/workshop/library"
	"nemawashi.app/workshop/template"
)

func (a *app) templates() *cobra.Command {
	cmd := a.jsonFlag(&cobra.Command{
		Use:   "templates",
		Short: "The templates a workshop can begin with, built-in and own",
		Args:  exactly(0),
		RunE: func(*cobra.Command, []string) error {
			type line struct {
				ID      string `json:"id"`
				Version int    `json:"version"`
				Title   string `json:"title"`
				Kind    string `json:"kind"`
				Days    int    `json:"days"`
				Summary string `json:"summary"`
				Own     bool   `json:"own"`
			}
			return a.knowing(func(lib *library.Library) error {
				set, err := a.templateSet(lib)
				if err != nil {
					return err
				}
				lines, rows := []line{}, [][]string{}
				for _, t := range set.All() {
					own := set.IsOwn(t.ID)
					lines = append(lines, line{t.ID, t.Version, t.Title, t.Kind, t.Days, t.Summary, own})
					rows = append(rows, []string{t.ID, t.Title, strconv.Itoa(t.Days), origin(own, t.Version), t.Summary})
				}
				if a.json {
					return a.document(lines)
				}
				return a.table([]string{"ID", "TITLE", "DAYS", "FROM", "WHAT IT IS FOR"}, rows)
			})
		},
	})
	cmd.AddCommand(a.filedTemplates().commands(a)...)
	return cmd
}

// origin says where a document is from.
func origin(own bool, version int) string {
	if own {
		return fmt.Sprintf("own, version %d", version)
	}
	return "built in"
}

// templateSet is the templates of a library, or the built-in ones where there is
// none.
func (a *app) templateSet(lib *library.Library) (*template.Set, error) {
	if lib == nil {
		return template.Builtin()
	}
	return a.set, nil
}

// template is the newest version of a template, by its id.
func (a *app) template(lib *library.Library, id string) (*template.Template, error) {
	set, err := a.templateSet(lib)
	if err != nil {
		return nil, err
	}
	if t, ok := set.ByID(id); ok {
		return t, nil
	}
	return nil, fmt.Errorf("there is no template %q; nothing was changed; 'templates' shows those that are", id)
}

func (a *app) filedTemplates() filed[*template.Template] {
	return filed[*template.Template]{
		command: "templates", one: "template", extension: template.Extension, most: template.MaxFile,
		read: template.Read, write: template.Write, find: a.template,
		problems: func(err error) (out []problem) {
			for _, p := range template.Problems(err) {
				out = append(out, problem{File: p.File, Line: p.Line, Reason: p.Reason})
			}
			return out
		},
		names: func(t *template.Template) (string, int, string) { return t.ID, t.Version, t.Title },
		plan: func(lib *library.Library, t *template.Template) (*template.Template, workshop.Taken, error) {
			set, err := a.templateSet(lib)
			if err != nil {
				return nil, 0, err
			}
			out, how := set.Plan(t)
			return out, how, nil
		},
		take: func(lib *library.Library, t *template.Template) (*template.Template, workshop.Taken, error) {
			return a.set.Take(lib, t)
		},
	}
}
