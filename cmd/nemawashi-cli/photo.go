package main

import (
	"errors"
	"fmt"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"nemawashi.app/export/file"
	"nemawashi.app/workshop"
	"nemawashi.app/workshop/library"
	"nemawashi.app/workshop/picture"
)

func (a *app) photo() *cobra.Command {
	photo := &cobra.Command{Use: "photo", Short: "Add photos to a workshop", Args: exactly(0), RunE: func(*cobra.Command, []string) error {
		return usageError{errors.New("photo: a command is missing")}
	}}
	photo.AddCommand(a.photoAdd())
	return photo
}

// photoAdd prints the ids in the order of the files. It takes all of them or none.
func (a *app) photoAdd() *cobra.Command {
	var caption, kind string
	var pair bool
	cmd := &cobra.Command{
		Use:   "add WORKSHOP FILE...",
		Short: "Add JPEG or PNG files: turned upright, made smaller to 2560 pixels, without place and camera",
		Args: func(_ *cobra.Command, args []string) error {
			if len(args) < 2 {
				return usageError{errors.New("photo add: a workshop and a file are needed")}
			}
			return nil
		},
		RunE: func(_ *cobra.Command, args []string) error {
			field, _ := workshop.FieldOf(workshop.KindPhoto, "kind")
			switch {
			case kind != "" && !slices.Contains(field.Choices, kind):
				return usageError{fmt.Errorf("photo add: --kind is %s, not %q", strings.Join(field.Choices, ", "), kind)}
			case pair && (len(args) != 3 || kind != ""):
				return usageError{errors.New("photo add: --pair takes two files, before and after, and no --kind")}
			}
			pictures, err := readPictures(args[1:])
			if err != nil {
				return err
			}
			return a.writing(func(lib *library.Library) error { return a.addPhotos(lib, args[0], pictures, caption, kind, pair) })
		},
	}
	cmd.Flags().StringVar(&caption, "caption", "", "what is seen")
	cmd.Flags().StringVar(&kind, "kind", "", "before, after, wall or other")
	cmd.Flags().BoolVar(&pair, "pair", false, "the two files are the same place, before and after")
	return a.jsonFlag(cmd)
}

func readPictures(files []string) ([]picture.Picture, error) {
	var out []picture.Picture
	for _, path := range files {
		data, err := file.ReadUpTo(path, picture.MaxBytes+1)
		if err != nil {
			return nil, fmt.Errorf("%s cannot be read, nothing was changed: %w", filepath.Base(path), err)
		}
		p, err := picture.Prepare(data)
		if err != nil {
			return nil, fmt.Errorf("%s was not taken, nothing was changed: %w", filepath.Base(path), err)
		}
		out = append(out, p)
	}
	return out, nil
}

func (a *app) addPhotos(lib *library.Library, arg string, pictures []picture.Picture, caption, kind string, pair bool) error {
	s, err := find(lib, arg)
	if err != nil {
		return err
	}
	var ids []workshop.ID
	var photos []*workshop.Photo
	for _, p := range pictures {
		blob, err := lib.PutBlob(p.Data)
		if err != nil {
			return err
		}
		photos = append(photos, &workshop.Photo{Blob: blob, Caption: caption, Taken: p.Taken, PhotoKind: kind})
	}
	err = s.Do("Add photos", func(e *workshop.Edit) error {
		for i, p := range photos {
			if pair {
				p.PhotoKind = []string{"before", "after"}[i]
				if i == 1 {
					p.Pair = ids[0]
				}
			}
			ids = append(ids, e.Add(p))
		}
		return nil
	})
	if err != nil {
		return fmt.Errorf("the photos were not added, nothing was changed: %w", err)
	}
	if a.json {
		return a.document(map[string][]workshop.ID{"ids": ids})
	}
	for _, id := range ids {
		fmt.Fprintln(a.out, id)
	}
	return nil
}
