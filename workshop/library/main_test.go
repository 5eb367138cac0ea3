package library

import (
	"bufio"
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"nemawashi.app/workshop"
)

// role makes the test's own program play a second instance.
const role = "NEMAWASHI_TEST_ROLE"

// roles are what the program can play, by name; each is given the last argument.
var roles = map[string]func(string) int{"second": second, "collector": collector}

func TestMain(m *testing.M) {
	if play := roles[os.Getenv(role)]; play != nil {
		os.Exit(play(os.Args[len(os.Args)-1]))
	}
	os.Exit(m.Run())
}

// second holds a library open: for each line "add TITLE" on its input it adds
// an action and answers once it is saved; at the end of input it closes.
func second(path string) int {
	fail := func(err error) int {
		fmt.Println("failed:", err)
		return 1
	}
	l, err := Open(path, Options{Author: "second"})
	if err != nil {
		return fail(err)
	}
	id, err := l.Create(func(e *workshop.Edit) error { e.Add(&workshop.Charter{Title: "Held"}); return nil })
	if err != nil {
		return fail(err)
	}
	if err := l.Flush(); err != nil {
		return fail(err)
	}
	fmt.Println("ready", id)
	s, err := l.Session(id)
	if err != nil {
		return fail(err)
	}
	for in := bufio.NewScanner(os.Stdin); in.Scan(); {
		title, _ := strings.CutPrefix(in.Text(), "add ")
		err := s.Do("add", func(e *workshop.Edit) error { e.Add(&workshop.Action{Title: title}); return nil })
		if err == nil {
			err = l.Flush()
		}
		if err != nil {
			return fail(err)
		}
		fmt.Println("saved", title)
	}
	if err := l.Close(); err != nil {
		return fail(err)
	}
	return 0
}

// other is a second instance in a process of its own.
type other struct {
	*exec.Cmd
	in  *os.File
	out *bufio.Scanner
	id  workshop.ID
}

func startOther(t *testing.T, path string) *other {
	t.Helper()
	exe, err := os.Executable()
	must(t, err)
	o := &other{Cmd: exec.Command(exe, path)}
	o.Env = append(os.Environ(), role+"=second")
	r, w, err := os.Pipe()
	must(t, err)
	o.Stdin, o.in = r, w
	out, err := o.StdoutPipe()
	must(t, err)
	o.out = bufio.NewScanner(out)
	must(t, o.Start())
	must(t, r.Close())
	t.Cleanup(func() {
		w.Close()
		o.Process.Kill()
		o.Wait()
	})
	o.id = workshop.ID(o.hear(t, "ready"))
	return o
}

func (o *other) hear(t *testing.T, word string) string {
	t.Helper()
	if !o.out.Scan() {
		t.Fatalf("the second instance ended instead of saying %q", word)
	}
	rest, ok := strings.CutPrefix(o.out.Text(), word+" ")
	if !ok {
		t.Fatalf("the second instance said %q instead of %q", o.out.Text(), word)
	}
	return rest
}

func (o *other) add(t *testing.T, title string) {
	t.Helper()
	fmt.Fprintln(o.in, "add "+title)
	o.hear(t, "saved")
}

func must(t testing.TB, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

// place is a new name for a library.
func placeFor(t testing.TB) string {
	return filepath.Join(t.TempDir(), "library.nemawashi")
}

func open(t testing.TB, path string) *Library {
	t.Helper()
	return openWith(t, path, Options{Author: "facilitator"})
}

func openWith(t testing.TB, path string, o Options) *Library {
	t.Helper()
	l, err := Open(path, o)
	must(t, err)
	t.Cleanup(func() {
		if err := l.Close(); err != nil {
			t.Error(err)
		}
	})
	return l
}

// sample makes a workshop with a few records.
func sample(t testing.TB, l *Library) workshop.ID {
	t.Helper()
	id, err := l.Create(func(e *workshop.Edit) error {
		e.Add(&workshop.Charter{Title: "Pump line changeover", WorkshopKind: "kaizen", Client: "Waldner", Site: "Linz"})
		p := e.Add(&workshop.Person{Name: "Lena Vogt"})
		e.Add(&workshop.Action{Title: "Shadow board for 現場改善活動", Detail: "Agree on colors", Owner: p, Due: "2026-11-01"})
		e.Add(&workshop.Card{Canvas: "wastes", Column: "motion", Cells: map[string]any{"text": "Walks to the tool store", "secret": "Hannes hides tools"}})
		return nil
	})
	must(t, err)
	must(t, l.Flush())
	return id
}

// add adds one action and returns its id.
func add(t testing.TB, l *Library, id workshop.ID, title string) workshop.ID {
	t.Helper()
	s, err := l.Session(id)
	must(t, err)
	var out workshop.ID
	must(t, s.Do("add", func(e *workshop.Edit) error { out = e.Add(&workshop.Action{Title: title}); return nil }))
	return out
}

// picture is everything that readers of a workshop can see, as text, with the
// history of every field that has one.
func picture(t testing.TB, l *Library, id workshop.ID) string {
	t.Helper()
	s, err := l.Session(id)
	must(t, err)
	all := map[workshop.Kind][]workshop.Record{}
	past := map[string][]workshop.Past{}
	s.Read(func(w *workshop.Workshop) {
		for _, k := range workshop.Kinds {
			list := w.Records(k)
			if len(list) == 0 {
				continue
			}
			all[k] = list
			for _, r := range list {
				for _, f := range workshop.Fields(k) {
					h, err := w.History(workshop.IDOf(r), f.Name)
					must(t, err)
					if len(h) > 0 {
						past[string(workshop.IDOf(r))+" "+f.Name] = h
					}
				}
			}
		}
	})
	b, err := json.MarshalIndent([]any{all, past}, "", " ")
	must(t, err)
	return string(b)
}

// clean fails the test when a check finds anything.
func clean(t testing.TB, l *Library) {
	t.Helper()
	problems, err := l.Check()
	must(t, err)
	for _, p := range problems {
		t.Errorf("%s: %s", p.Where, p.What)
	}
}

// closed makes a library with the sample in it and closes it.
func closed(t testing.TB) (path string, id workshop.ID) {
	t.Helper()
	path = placeFor(t)
	l, err := Open(path, Options{Author: "facilitator"})
	must(t, err)
	id = sample(t, l)
	must(t, l.Close())
	return path, id
}
