package main

import (
	"errors"
	"fmt"

	"github.com/spf13/cobra"

	"nemawashi.app/workshop/library"
)

func (a *app) backup() *cobra.Command {
	var to, folder string
	cmd := &cobra.Command{
		Use:   "backup -o FILE | --folder FOLDER",
		Short: "Write a consistent, verified copy of the library",
		Args:  exactly(0),
		RunE: func(*cobra.Command, []string) error {
			if (to == "") == (folder == "") {
				return usageError{errors.New("backup: either -o FILE or --folder FOLDER is needed")}
			}
			if err := a.there("no backup was made"); err != nil { // a sound backup of nothing is worse than none
				return err
			}
			return a.reading(func(lib *library.Library) error {
				if folder == "" {
					return lib.Backup(to)
				}
				made, err := lib.BackupTo(folder)
				if err == nil {
					_, err = fmt.Fprintln(a.out, made)
				}
				return err
			})
		},
	}
	cmd.Flags().StringVarP(&to, "output", "o", "", "the file to write")
	cmd.Flags().StringVar(&folder, "folder", "", "a folder on another disk, a stick for example, that keeps the newest copy and the one before")
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
