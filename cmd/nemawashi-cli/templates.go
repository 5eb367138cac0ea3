package main

import (
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strconv"

	"github.com/spf13/cobra"

	"nemawashi.app/export/file"
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
			return a.knowing(func() error {
				lines, rows := []line{}, [][]string{}
				for _, t := range a.set.All() {
					own := a.set.IsOwn(t.ID)
					lines = append(lines, line{t.ID, t.Version, t.Title, t.Kind, t.Days, t.Summary, own})
					origin := "built in"
					if own {
						origin = fmt.Sprintf("own, version %d", t.Version)
					}
					rows = append(rows, []string{t.ID, t.Title, strconv.Itoa(t.Days), origin, t.Summary})
				}
				if a.json {
					return a.document(lines)
				}
				return a.table([]string{"ID", "TITLE", "DAYS", "FROM", "WHAT IT IS FOR"}, rows)
			})
		},
	})
	cmd.AddCommand(a.exportTemplate(), a.importTemplates(), a.checkTemplates())
	return cmd
}

// knowing runs f with the templates. Where there is no library yet, the
// built-in ones are all that there are, and none is made for asking.
func (a *app) knowing(f func() error) error {
	path, err := a.place()
	if err != nil {
		return err
	}
	if _, err := os.Stat(path); errors.Is(err, os.ErrNotExist) {
		if a.set, err = template.Builtin(); err != nil {
			return err
		}
		return f()
	}
	return a.reading(func(*library.Library) error { return f() })
}

// template is the newest version of a template, by its id.
func (a *app) template(id string) (*template.Template, error) {
	if t, ok := a.set.ByID(id); ok {
		return t, nil
	}
	return nil, fmt.Errorf("there is no template %q; nothing was changed; 'templates' shows those that are", id)
}

func (a *app) exportTemplate() *cobra.Command {
	var to string
	cmd := &cobra.Command{
		Use:   "export ID -o F" + template.Extension,
		Short: "Write a template to a file that others can take",
		Args:  exactly(1),
		RunE: func(_ *cobra.Command, args []string) error {
			if to == "" {
				return usageError{errors.New("templates export: -o FILE is needed")}
			}
			return a.knowing(func() error {
				t, err := a.template(args[0])
				if err != nil {
					return err
				}
				return file.Replace(to, func(w io.Writer) error {
					_, err := w.Write(template.Write(t))
					return err
				})
			})
		},
	}
	cmd.Flags().StringVarP(&to, "output", "o", "", "the file to write")
	return cmd
}

// becomes are the words for what becomes of a template from a file.
var becomes = map[template.Taken]string{
	template.TakenNew: "new", template.TakenNewer: "newer version", template.TakenOlder: "older version",
	template.TakenCopy: "copy", template.TakenAlready: "already here",
}

func (a *app) importTemplates() *cobra.Command {
	var dry bool
	cmd := &cobra.Command{
		Use:   "import F" + template.Extension + "...",
		Short: "Take templates from files, all of them or none",
		Args:  someFiles("templates import"),
		RunE: func(_ *cobra.Command, args []string) error {
			read, err := readTemplates(args)
			if err != nil {
				return err
			}
			type line struct {
				File    string `json:"file"`
				ID      string `json:"id"`
				Version int    `json:"version"`
				Title   string `json:"title"`
				Became  string `json:"became"`
			}
			lines := []line{}
			work := func(take func(*template.Template) (*template.Template, template.Taken, error)) error {
				for i, t := range read {
					got, how, err := take(t)
					if err != nil {
						return err
					}
					lines = append(lines, line{args[i], got.ID, got.Version, got.Title, becomes[how]})
				}
				if a.json {
					return a.document(lines)
				}
				for _, l := range lines {
					fmt.Fprintf(a.out, "%s version %d: %s\n", l.ID, l.Version, l.Became)
				}
				return nil
			}
			if dry {
				return a.knowing(func() error {
					return work(func(t *template.Template) (*template.Template, template.Taken, error) {
						out, how := a.set.Plan(t)
						return out, how, nil
					})
				})
			}
			return a.writing(func(lib *library.Library) error {
				return work(func(t *template.Template) (*template.Template, template.Taken, error) { return a.set.Take(lib, t) })
			})
		},
	}
	cmd.Flags().BoolVar(&dry, "dry-run", false, "say what would become of each and change nothing")
	return a.jsonFlag(cmd)
}

func (a *app) checkTemplates() *cobra.Command {
	return a.jsonFlag(&cobra.Command{
		Use:   "check F" + template.Extension + "...",
		Short: "Say what is wrong with files of templates, by line",
		Args:  someFiles("templates check"),
		RunE: func(_ *cobra.Command, args []string) error {
			type problem struct {
				File   string `json:"file"`
				Line   int    `json:"line"`
				Reason string `json:"reason"`
			}
			found := []problem{}
			_, err := readTemplates(args)
			for _, p := range template.Problems(err) {
				found = append(found, problem{p.File, p.Line, p.Reason})
			}
			if err != nil && len(found) == 0 {
				return err // a file that could not be opened
			}
			if a.json {
				if err := a.document(map[string]any{"ok": err == nil, "problems": found}); err != nil {
					return err
				}
			} else if err == nil {
				_, err := fmt.Fprintln(a.out, "Nothing is wrong.")
				return err
			}
			if err != nil {
				return fmt.Errorf("not complete; nothing was changed:\n%w", err)
			}
			return nil
		},
	})
}

func someFiles(command string) cobra.PositionalArgs {
	return func(_ *cobra.Command, args []string) error {
		if len(args) == 0 {
			return usageError{fmt.Errorf("%s: a file is needed", command)}
		}
		return nil
	}
}

// readTemplates reads all files, or says what is wrong with each of them.
func readTemplates(paths []string) ([]*template.Template, error) {
	var out []*template.Template
	var errs []error
	for _, path := range paths {
		t, err := readTemplate(path)
		if err != nil {
			errs = append(errs, err)
		}
		out = append(out, t)
	}
	return out, errors.Join(errs...)
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
