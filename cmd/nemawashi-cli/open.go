package main

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"os/user"
	"strings"

	"nemawashi.app/workshop"
	"nemawashi.app/workshop/library"
	"nemawashi.app/workshop/template"
)

// place is the library that the command line, or else the environment, or
// else the desktop app names.
func (a *app) place() (string, error) {
	if a.path != "" {
		return a.path, nil
	}
	return library.DefaultPath()
}

// there refuses to begin a library where a command speaks of one that there is:
// its name was mistyped. The command says what it left undone.
func (a *app) there(undone string) error {
	path, err := a.place()
	if err != nil {
		return err
	}
	if _, err := os.Lstat(path); errors.Is(err, fs.ErrNotExist) {
		return fmt.Errorf("there is no library %q, so %s; name the one that you mean with --library", path, undone)
	}
	return nil
}

// open opens the library for reading and writing, or, where only reading is
// possible, fails unless reading is enough.
func (a *app) open(readingIsEnough bool) (*library.Library, error) {
	set, err := template.Builtin()
	if err != nil {
		return nil, err
	}
	path, err := a.place()
	if err != nil {
		return nil, err
	}
	lib, err := library.Open(path, library.Options{Author: author(), Confidential: set.Confidential})
	if err != nil {
		return nil, err
	}
	if err := set.Open(lib); err != nil {
		fmt.Fprintf(a.err, "nemawashi-cli: a template of your own was left out: %v\n", err)
	}
	a.set = set
	if lib.ReadOnly() {
		if !readingIsEnough {
			notice := lib.Notice()
			lib.Close()
			return nil, errors.New(notice)
		}
		fmt.Fprintf(a.err, "nemawashi-cli: %s\n", lib.Notice())
	}
	return lib, nil
}

// reading opens the library, runs f and closes it.
func (a *app) reading(f func(*library.Library) error) error {
	return a.with(true, f)
}

// writing is reading with changes, which are on the disk before it returns.
// What f prints is held back until then: a script that reads an id must be
// able to rely on it.
func (a *app) writing(f func(*library.Library) error) error {
	out := a.out
	var said bytes.Buffer
	a.out = &said
	defer func() { a.out = out }()
	err := a.with(false, func(lib *library.Library) error {
		if err := f(lib); err != nil {
			return err
		}
		if err := lib.Flush(); err != nil {
			return fmt.Errorf("not everything could be saved; mend what follows and run the command again: %w", err)
		}
		return nil
	})
	if err != nil {
		return err
	}
	_, err = out.Write(said.Bytes())
	return err
}

func (a *app) with(readingIsEnough bool, f func(*library.Library) error) error {
	lib, err := a.open(readingIsEnough)
	if err != nil {
		return err
	}
	err = f(lib)
	if closing := lib.Close(); err == nil {
		err = closing
	}
	return err
}

func author() string {
	if u, err := user.Current(); err == nil {
		return u.Username
	}
	return ""
}

// find is the workshop that an argument means: its id, the beginning of its
// id, or its title, as long as only one fits.
func find(lib *library.Library, arg string) (*workshop.Session, error) {
	all, err := lib.Workshops()
	if err != nil {
		return nil, err
	}
	var fits []workshop.ID
	for _, s := range all {
		if string(s.ID) == arg {
			fits = []workshop.ID{s.ID}
			break
		}
		if strings.HasPrefix(string(s.ID), arg) || strings.EqualFold(s.Title, arg) {
			fits = append(fits, s.ID)
		}
	}
	switch len(fits) {
	case 0:
		return nil, fmt.Errorf("there is no workshop %q in this library; nothing was changed; 'list' shows those that are", arg)
	case 1:
		return lib.Session(fits[0])
	}
	return nil, fmt.Errorf("%d workshops fit %q; nothing was changed; give the whole id", len(fits), arg)
}
