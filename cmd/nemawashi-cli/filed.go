package main

import (
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"

	"github.com/spf13/cobra"

	"nemawashi.app/export/file"
	"nemawashi.app/workshop"
	"nemawashi.app/workshop/library"
)

// filed is a kind of document that goes from library to library in files of
// its own: templates and questionnaires.
type filed[T any] struct {
	command   string // "templates"
	one       string // "template"
	extension string
	most      int64 // bytes that a file may have
	read      func(name string, data []byte) (T, error)
	problems  func(error) []problem
	write     func(T) []byte
	names     func(T) (id string, version int, title string)
	// What follows is called while the library is open, or with nil where there
	// is none yet.
	find func(*library.Library, string) (T, error)
	plan func(*library.Library, T) (T, workshop.Taken, error)
	take func(*library.Library, T) (T, workshop.Taken, error)
}

// problem is what is wrong with a file, and where.
type problem struct {
	File   string `json:"file"`
	Line   int    `json:"line"`
	Place  string `json:"place,omitempty"` // "item P2: self: anchor 3"
	Reason string `json:"reason"`
}

// commands are those under the list of what there is.
func (f filed[T]) commands(a *app) []*cobra.Command {
	return []*cobra.Command{f.export(a), f.imports(a), f.check(a)}
}

func (f filed[T]) export(a *app) *cobra.Command {
	var to string
	cmd := &cobra.Command{
		Use:   "export ID -o F" + f.extension,
		Short: "Write a " + f.one + " to a file that others can take",
		Args:  exactly(1),
		RunE: func(_ *cobra.Command, args []string) error {
			if to == "" {
				return usageError{errors.New(f.command + " export: -o FILE is needed")}
			}
			return a.knowing(func(lib *library.Library) error {
				doc, err := f.find(lib, args[0])
				if err != nil {
					return err
				}
				return file.Replace(to, func(w io.Writer) error {
					_, err := w.Write(f.write(doc))
					return err
				})
			})
		},
	}
	cmd.Flags().StringVarP(&to, "output", "o", "", "the file to write")
	return cmd
}

func (f filed[T]) imports(a *app) *cobra.Command {
	var dry bool
	cmd := &cobra.Command{
		Use:   "import F" + f.extension + "...",
		Short: "Take " + f.command + " from files, all of them or none",
		Args:  someFiles(f.command + " import"),
		RunE: func(_ *cobra.Command, args []string) error {
			read, err := f.readAll(args)
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
			work := func(take func(*library.Library, T) (T, workshop.Taken, error)) func(*library.Library) error {
				return func(lib *library.Library) error {
					lines := []line{}
					for i, doc := range read {
						got, how, err := take(lib, doc)
						if err != nil {
							return err
						}
						id, version, title := f.names(got)
						lines = append(lines, line{args[i], id, version, title, how.String()})
					}
					if a.json {
						return a.document(lines)
					}
					for _, l := range lines {
						fmt.Fprintf(a.out, "%s version %d: %s\n", l.ID, l.Version, l.Became)
					}
					return nil
				}
			}
			if dry {
				return a.knowing(work(f.plan))
			}
			return a.writing(work(f.take))
		},
	}
	cmd.Flags().BoolVar(&dry, "dry-run", false, "say what would become of each and change nothing")
	return a.jsonFlag(cmd)
}

func (f filed[T]) check(a *app) *cobra.Command {
	return a.jsonFlag(&cobra.Command{
		Use:   "check F" + f.extension + "...",
		Short: "Say what is wrong with files of " + f.command + ", by line",
		Args:  someFiles(f.command + " check"),
		RunE: func(_ *cobra.Command, args []string) error {
			_, err := f.readAll(args)
			found := append([]problem{}, f.problems(err)...)
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

// readAll reads all files, or says what is wrong with each of them.
func (f filed[T]) readAll(paths []string) ([]T, error) {
	var out []T
	var errs []error
	for _, path := range paths {
		doc, err := f.readOne(path)
		if err != nil {
			errs = append(errs, err)
		}
		out = append(out, doc)
	}
	return out, errors.Join(errs...)
}

// readOne reads no more of a file than a document may have.
func (f filed[T]) readOne(path string) (T, error) {
	data, err := file.ReadUpTo(path, f.most+1)
	if err != nil {
		var none T
		return none, err
	}
	return f.read(filepath.Base(path), data)
}

// knowing runs f with the library, or with nil where there is none yet: the
// built-in documents are all that there are then, and no library is made for
// asking.
func (a *app) knowing(f func(*library.Library) error) error {
	path, err := a.place()
	if err != nil {
		return err
	}
	if _, err := os.Stat(path); errors.Is(err, os.ErrNotExist) {
		return f(nil)
	}
	return a.reading(f)
}

func someFiles(command string) cobra.PositionalArgs {
	return func(_ *cobra.Command, args []string) error {
		if len(args) == 0 {
			return usageError{fmt.Errorf("%s: a file is needed", command)}
		}
		return nil
	}
}
