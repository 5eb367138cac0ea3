package ui

import (
	"errors"
	"os"
	"path/filepath"
	"strings"

	"nemawashi.app/export/file"
	"nemawashi.app/ui/run"
	"nemawashi.app/ui/shell"
	"nemawashi.app/ui/widgets"
	"nemawashi.app/workshop"
)

// taking is how a document of one kind is taken from a file that somebody shared: a template, a questionnaire.
type taking[T any] struct {
	kind, icon string
	most       int64 // bytes that a file may have
	read       func(name string, data []byte) (T, error)
	problems   func(error) []string
	keep       func(T) (title string, how workshop.Taken, err error) // and shows it
}

// takenWords begin the notice about it.
var takenWords = map[workshop.Taken]string{
	workshop.TakenNew: "Taken: ", workshop.TakenNewer: "Taken as the newest version: ", workshop.TakenAlready: "It was here already: ",
	workshop.TakenOlder: "Taken as an older version, a newer one stays in front: ", workshop.TakenCopy: "Another one has its name, so it was taken as one of its own: "}

// take takes the document whole, or says by line why not.
func (k taking[T]) take(a *App, path string) {
	var read T
	var err error
	progress := a.shell.ShowProgress("Reading the "+k.kind, nil)
	run.Go(func(ctxDone) {
		var data []byte
		if data, err = file.ReadUpTo(path, k.most+1); err == nil {
			read, err = k.read(filepath.Base(path), data)
		}
	}, func() {
		progress.Close()
		if err != nil {
			k.refuse(a, path, err)
			return
		}
		title, how, err := k.keep(read)
		if err != nil {
			a.tell("The "+k.kind+" was not taken", err)
			return
		}
		a.shell.Notify(widgets.Notice{Icon: k.icon, Tone: widgets.Good, Text: takenWords[how] + title})
		a.config.Log(k.kind + " taken")
	})
}

// mostProblems are named in the window; the command line lists all.
const mostProblems = 8

// refuse says why a file was not taken, with the first lines that are wrong.
func (k taking[T]) refuse(a *App, path string, err error) {
	t := shell.Trouble{Title: "The " + k.kind + " was not taken", What: short(err.Error(), 400), Kept: "Nothing was changed.",
		Do: "Mend the file where it is named, or ask for it again."}
	if found := k.problems(err); len(found) > 0 {
		t.What = strings.Join(found[:min(len(found), mostProblems)], "\n")
		if len(found) > mostProblems {
			t.What += "\nand more"
		}
	} else if errors.Is(err, os.ErrNotExist) {
		t.What, t.Do = "There is no file "+filepath.Base(path)+".", "Look at the path, or browse for it."
	}
	a.shell.ShowError(t)
	a.config.Log(k.kind + " refused")
}

// texts are problems in words that fit a dialog.
func texts[P error](problems []P) []string {
	var out []string
	for _, p := range problems {
		out = append(out, short(p.Error(), 200))
	}
	return out
}

// short is a text that fits a dialog: a file from elsewhere may hold anything.
func short(s string, most int) string {
	if r := []rune(s); len(r) > most {
		return string(r[:most]) + "..."
	}
	return s
}
