package main

import (
	"errors"
	"fmt"

	"github.com/spf13/cobra"

	"nemawashi.app/workshop"
	"nemawashi.app/workshop/library"
	"nemawashi.app/workshop/template"
)

func (a *app) newWorkshop() *cobra.Command {
	var id, title, client, start string
	cmd := &cobra.Command{
		Use:   "new --template ID --title T [--client C] [--start DATE]",
		Short: "Begin a workshop from a template and print its id",
		Args:  exactly(0),
		RunE: func(*cobra.Command, []string) error {
			if id == "" || title == "" {
				return usageError{errors.New("new: --template and --title are needed")}
			}
			var date workshop.Date
			if start != "" {
				var err error
				if date, err = workshop.ParseDate(start); err != nil {
					return usageError{fmt.Errorf("new: --start: %w", err)}
				}
			}
			return a.writing(func(lib *library.Library) error {
				t, err := a.template(lib, id)
				if err != nil {
					return err
				}
				if err := a.set.Begin(lib, t); err != nil {
					return err
				}
				made, err := lib.Create(func(e *workshop.Edit) error {
					return template.Instantiate(e, t, template.Options{Title: title, Client: client, Start: date})
				})
				if err != nil {
					return fmt.Errorf("the workshop was not made, nothing was changed: %w", err)
				}
				if a.json {
					return a.document(map[string]workshop.ID{"id": made})
				}
				_, err = fmt.Fprintln(a.out, made)
				return err
			})
		},
	}
	cmd.Flags().StringVar(&id, "template", "", "id of the template")
	cmd.Flags().StringVar(&title, "title", "", "title of the workshop")
	cmd.Flags().StringVar(&client, "client", "", "for whom it is")
	cmd.Flags().StringVar(&start, "start", "", "first day, like 2026-11-22")
	return a.jsonFlag(cmd)
}
