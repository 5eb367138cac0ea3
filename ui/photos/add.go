package photos

import (
	"context"
	"errors"
	"fmt"
	"path/filepath"
	"slices"
	"strings"

	"nemawashi.app/export/file"
	"nemawashi.app/ui/run"
	"nemawashi.app/ui/shell"
	"nemawashi.app/ui/widgets"
	"nemawashi.app/workshop"
	"nemawashi.app/workshop/picture"
)

// endings are those of pictures, also of ones that are refused with a sentence of their own.
var endings = []string{".jpg", ".jpeg", ".png", ".heic", ".heif"}

// Fits says whether a file is meant as a photo, by the ending of its name.
func Fits(path string) bool { return slices.Contains(endings, strings.ToLower(filepath.Ext(path))) }

// Store keeps the bytes of pictures; the library is one.
type Store interface {
	PutBlob([]byte) (string, error)
	Blob(sum string) ([]byte, error)
}

// Adding is where photos go.
type Adding struct {
	Session *workshop.Session
	Store   Store
	Frame   Frame
	Step    workshop.ID // the step in hand, "" for none
	Done    func(added []workshop.ID)
}

// taken is a file that was read: what it became, or why not.
type taken struct {
	name  string
	photo *workshop.Photo
	err   error
}

// Add reads files, makes pictures of them and adds all of them as one step. Files that are refused are named; the others are added.
func Add(a Adding, files []string) {
	var progress *shell.Progress
	var all []taken
	stopped := false
	work := func(ctx context.Context) {
		for i, path := range files {
			if stopped = ctx.Err() != nil; stopped {
				return
			}
			run.Main(func() { progress.Set(float64(i)/float64(len(files)), filepath.Base(path)) })
			photo, err := a.take(path)
			all = append(all, taken{filepath.Base(path), photo, err})
		}
	}
	var cancel func()
	progress = a.Frame.ShowProgress("Adding photos", func() {
		if cancel != nil {
			cancel()
		}
	})
	cancel = run.Go(work, func() {
		progress.Close()
		if stopped {
			a.Frame.Notify(widgets.Notice{Icon: "camera", Text: "Stopped; no photo was added"})
			return
		}
		a.finish(all)
	})
}

// take makes a photo of a file and keeps its bytes.
func (a Adding) take(path string) (*workshop.Photo, error) {
	data, err := read(path)
	if err != nil {
		return nil, err
	}
	p, err := picture.Prepare(data)
	if err != nil {
		return nil, err
	}
	blob, err := a.Store.PutBlob(p.Data)
	if err != nil {
		return nil, err
	}
	return &workshop.Photo{Blob: blob, Taken: p.Taken, Step: a.Step}, nil
}

// read reads no more than is needed to see that a file is too large.
func read(path string) ([]byte, error) {
	data, err := file.ReadUpTo(path, picture.MaxBytes+1)
	if err != nil {
		return nil, errors.New("it cannot be read")
	}
	return data, nil
}

// finish adds what was made and tells what was refused.
func (a Adding) finish(all []taken) {
	var ids []workshop.ID
	var refused []string
	err := a.Session.Do("Add photos", func(e *workshop.Edit) error {
		for _, t := range all {
			if t.err == nil {
				ids = append(ids, e.Add(t.photo))
			}
		}
		return nil
	})
	if err != nil {
		a.Frame.ShowError(shell.Trouble{Title: "The photos were not added", What: err.Error(), Kept: "Everything is as it was before."})
		return
	}
	for _, t := range all {
		if t.err != nil {
			refused = append(refused, t.name+": "+t.err.Error()+".")
		}
	}
	if len(ids) > 0 && a.Done != nil {
		a.Done(ids)
	}
	switch {
	case len(refused) > 0:
		kept := "No photo was added."
		if len(ids) > 0 {
			kept = added(len(ids)) + "."
		}
		a.Frame.ShowError(shell.Trouble{Title: fmt.Sprintf("%d of %d files were not taken", len(refused), len(all)), What: strings.Join(refused, "\n"),
			Kept: kept, Do: "Take them again as JPEG or PNG of at most 20 MB."})
	case len(ids) > 0:
		a.Frame.Notify(widgets.Notice{Icon: "camera", Tone: widgets.Good, Text: added(len(ids)), Button: "Undo", Key: "Ctrl+Z", OnTap: func() {
			if a.Session.CanUndo() == "Add photos" {
				_, _ = a.Session.Undo() // what it cannot undo it leaves as it is
			}
		}})
	}
}

func added(n int) string {
	if n == 1 {
		return "1 photo was added"
	}
	return fmt.Sprintf("%d photos were added", n)
}
