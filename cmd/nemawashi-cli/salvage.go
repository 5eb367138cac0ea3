package main

import (
	"errors"
	"fmt"

	"github.com/spf13/cobra"

	"nemawashi.app/workshop/library"
	"nemawashi.app/workshop/template"
)

func (a *app) salvage() *cobra.Command {
	var to string
	cmd := &cobra.Command{
		Use:   "salvage DAMAGED -o FILE",
		Short: "Make a new library of all that can still be read in a damaged one, which is left as it is",
		Args:  exactly(1),
		RunE: func(_ *cobra.Command, args []string) error {
			if to == "" {
				return usageError{errors.New("salvage: -o FILE is needed")}
			}
			set, err := template.Builtin()
			if err != nil {
				return err
			}
			got, err := library.Salvage(args[0], to, library.Options{Author: author(), Confidential: set.Confidential})
			if err != nil {
				return err
			}
			if a.json {
				return a.document(map[string]int{"workshops": got.Workshops, "records": got.Records, "pictures": got.Pictures,
					"left": got.Left, "pages": got.Pages, "bad_pages": got.BadPages})
			}
			_, err = fmt.Fprintf(a.out, "Salvaged %d workshops with %d records and %d pictures. %d records were seen and could not be taken over; %d of %d pages could not be read. The damaged file is as it was.\n",
				got.Workshops, got.Records, got.Pictures, got.Left, got.BadPages, got.Pages)
			return err
		},
	}
	cmd.Flags().StringVarP(&to, "output", "o", "", "the library to make")
	return a.jsonFlag(cmd)
}
