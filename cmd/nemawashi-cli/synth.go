package main

import (
	"errors"
	"fmt"

	"github.com/spf13/cobra"

	"nemawashi.app/workshop/library"
)

func (a *app) synth() *cobra.Command {
	var workshops, actions int
	cmd := &cobra.Command{
		Use:   "synth --workshops N --actions M",
		Short: "Fill the library with made-up data, for measuring",
		Args:  exactly(0),
		RunE: func(*cobra.Command, []string) error {
			if workshops < 1 || actions < 0 {
				return usageError{errors.New("synth: --workshops is 1 or more, --actions 0 or more")}
			}
			return a.writing(func(lib *library.Library) error {
				if err := lib.Synth(workshops, actions); err != nil {
					return err
				}
				_, err := fmt.Fprintf(a.out, "%d workshops with %d actions in all were added.\n", workshops, actions)
				return err
			})
		},
	}
	cmd.Flags().IntVar(&workshops, "workshops", 0, "how many workshops")
	cmd.Flags().IntVar(&actions, "actions", 0, "how many actions in all of them together")
	return cmd
}
