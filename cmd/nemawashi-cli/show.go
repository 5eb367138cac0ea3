package main

import (
	"bytes"
	"encoding/json"
	"fmt"

	"github.com/spf13/cobra"

	"nemawashi.app/workshop"
	"nemawashi.app/workshop/document"
	"nemawashi.app/workshop/library"
)

func (a *app) show() *cobra.Command {
	return a.jsonFlag(&cobra.Command{
		Use:   "show WORKSHOP",
		Short: "Everything in one workshop, by the field names of the data dictionary",
		Args:  exactly(1),
		RunE: func(_ *cobra.Command, args []string) error {
			return a.reading(func(lib *library.Library) error {
				s, err := find(lib, args[0])
				if err != nil {
					return err
				}
				var doc json.RawMessage
				s.Read(func(w *workshop.Workshop) { doc, err = document.Show(w) })
				if err != nil {
					return err
				}
				if !a.json {
					var b bytes.Buffer
					if err := json.Indent(&b, doc, "", "  "); err != nil {
						return err
					}
					doc = b.Bytes()
				}
				_, err = fmt.Fprintln(a.out, string(doc))
				return err
			})
		},
	})
}
