package form

import (
	"context"
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"nemawashi.app/export/file"
	"nemawashi.app/export/workbook"
	"nemawashi.app/workshop/assess"
)

// SheetExtension is how the name of an assessment file ends.
const SheetExtension = ".nema"

// ReadSheet reads an assessment file. Its errors are a [*workbook.Refused].
func ReadSheet(path string) (*assess.Sheet, error) {
	name := filepath.Base(path)
	unreadable := func(err error) error {
		what, do := "cannot be read", "copy it to this computer and try again"
		var at *fs.PathError
		switch {
		case errors.Is(err, fs.ErrNotExist):
			what, do = "is not there", "look at the path"
		case errors.As(err, &at):
			what += ": " + at.Err.Error()
		}
		return &workbook.Refused{Reason: workbook.Unreadable, Name: name, What: what, Do: do}
	}
	data, err := file.ReadUpTo(path, assess.MaxSheet+1)
	if err != nil {
		return nil, unreadable(err)
	}
	s, err := assess.ReadSheet(name, data)
	var bad *assess.BadSheet
	if errors.As(err, &bad) {
		reason := workbook.Damaged
		if bad.Newer {
			reason = workbook.Newer
		}
		return nil, &workbook.Refused{Reason: reason, Name: bad.Name, What: bad.What, Do: bad.Do}
	}
	return s, err
}

// WriteSheet writes an assessment file: beside the old one, to the disk, and
// only then in its place.
func WriteSheet(path string, s *assess.Sheet) error {
	return file.Replace(path, func(w io.Writer) error {
		_, err := w.Write(s.Write())
		return err
	})
}

// Is says whether a file is a form of a self-assessment: an assessment file, or a workbook that was made from one, in whatever state.
func Is(path string) bool {
	if strings.EqualFold(filepath.Ext(path), SheetExtension) {
		f, err := os.Open(path)
		if err != nil {
			return false
		}
		defer f.Close()
		head := make([]byte, 512)
		n, _ := io.ReadFull(f, head) // a short file has a short head
		return assess.IsSheet(head[:n])
	}
	book, err := workbook.Open(context.Background(), path)
	if err != nil {
		return false
	}
	defer book.Close()
	r := &reading{Book: book, out: &assess.Returned{}}
	var other *workbook.Refused
	return !errors.As(r.origin(context.Background()), &other) || other.Reason == workbook.Newer
}
