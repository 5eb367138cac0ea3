package main

import (
	"fmt"
	"io"
	"os"

	"github.com/spf13/cobra"

	"nemawashi.app/workshop/document"
	"nemawashi.app/workshop/library"
)

func (a *app) apply() *cobra.Command {
	return a.jsonFlag(&cobra.Command{
		Use:   "apply WORKSHOP FILE.json",
		Short: "Add or change records given in the shape of 'show --json' (- is standard input)",
		Args:  exactly(2),
		RunE: func(_ *cobra.Command, args []string) error {
			var in io.Reader = a.in
			if args[1] != "-" {
				f, err := os.Open(args[1])
				if err != nil {
					return fmt.Errorf("the document cannot be read, nothing was changed: %w", err)
				}
				defer f.Close()
				in = f
			}
			return a.writing(func(lib *library.Library) error {
				s, err := find(lib, args[0])
				if err != nil {
					return err
				}
				res, err := document.Apply(s, in)
				if err != nil {
					return fmt.Errorf("the document was refused, nothing was changed: %w", err)
				}
				// Always JSON: the ids are what a script goes on with.
				return a.document(res)
			})
		},
	})
}
