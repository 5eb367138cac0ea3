package main

import (
	"errors"
	"fmt"
	"io/fs"
	"os"

	"github.com/spf13/cobra"

	"nemawashi.app/workshop/library"
)

func (a *app) backup() *cobra.Command {
	var to string
	cmd := &cobra.Command{
		Use:   "backup -o FILE",
		Short: "Write a consistent, verified copy of the library",
		Args:  exactly(0),
		RunE: func(*cobra.Command, []string) error {
			if to == "" {
				return usageError{errors.New("backup: -o FILE is needed")}
			}
			path, err := a.place()
			if err != nil {
				return err
			}
			// Opening would begin a library here, and a sound backup of nothing is worse than none.
			if _, err := os.Stat(path); errors.Is(err, fs.ErrNotExist) {
				return fmt.Errorf("there is no library %q, so no backup was made; name the one that you mean with --library", path)
			}
			return a.reading(func(lib *library.Library) error { return lib.Backup(to) })
		},
	}
	cmd.Flags().StringVarP(&to, "output", "o", "", "the file to write")
	return cmd
}

func (a *app) restore() *cobra.Command {
	return &cobra.Command{
		Use:   "restore FILE",
		Short: "Bring a backup back; the library that was there is kept beside it",
		Args:  exactly(1),
		RunE: func(_ *cobra.Command, args []string) error {
			path, err := a.place()
			if err != nil {
				return err
			}
			kept, err := library.Restore(args[0], path)
			if err != nil {
				return err
			}
			if kept != "" {
				_, err = fmt.Fprintf(a.out, "Restored. The library that was there is kept as %s\n", kept)
				return err
			}
			_, err = fmt.Fprintln(a.out, "Restored.")
			return err
		},
	}
}
