package register

import (
	"bytes"
	"context"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"nemawashi.app/export/file"
	"nemawashi.app/workshop"
)

func TestBadInput(t *testing.T) {
	var b bytes.Buffer
	if err := Write(context.Background(), &b, Input{}); !errors.Is(err, ErrNothing) {
		t.Errorf("without a workshop: %v", err)
	}
	long := newWorkshop(t, "w", func(e *workshop.Edit) {
		e.Add(&workshop.Charter{Title: "Long"})
		e.Add(&workshop.Action{Title: "Fits", Detail: strings.Repeat("👷", 16_383) + "x"})
		e.Add(&workshop.Action{Title: "Too long", Blocker: strings.Repeat("👷", 16_384)})
	})
	var long2 *TooLong
	if err := Write(context.Background(), &b, input(workshop.Team, long)); !errors.As(err, &long2) {
		t.Errorf("a note that no cell can hold: %v", err)
	} else if *long2 != (TooLong{Sheet: "Actions", Row: "A-002", Column: "Blocked by", Units: 32_768}) {
		t.Errorf("the error says %+v", *long2)
	}
	if b.Len() > 0 {
		t.Errorf("%d bytes were written", b.Len())
	}
}

func TestCancelAndProgress(t *testing.T) {
	in := input(workshop.Team, many(t, 2_000))
	calls, last := 0, 0
	in.Progress = func(done, total int) {
		calls++
		if done <= last || total != 2*2_000+len(openByOwner(items(newShops(in.Views, in.Templates, english)))) {
			t.Errorf("progress %d of %d after %d", done, total, last)
		}
		last = done
	}
	if err := Write(context.Background(), &bytes.Buffer{}, in); err != nil || calls < 50 {
		t.Errorf("%d calls, %v", calls, err)
	}
	dir := t.TempDir()
	path := filepath.Join(dir, "register.xlsx")
	if err := os.WriteFile(path, []byte("what was there"), 0o600); err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithCancel(context.Background())
	stopped := 0
	in.Progress = func(done, total int) {
		if done > 1_000 && stopped == 0 {
			stopped = done
			cancel()
		} else if stopped > 0 {
			t.Errorf("it went on to %d after it was canceled at %d", done, stopped)
		}
	}
	if err := WriteFile(ctx, path, in); !errors.Is(err, context.Canceled) {
		t.Errorf("error %v", err)
	}
	if b, err := os.ReadFile(path); err != nil || string(b) != "what was there" {
		t.Errorf("the file that was there holds %q (%v)", b, err)
	}
	if entries, err := os.ReadDir(dir); err != nil || len(entries) != 1 {
		t.Errorf("left behind: %v (%v)", entries, err)
	}
}

func TestWriteFile(t *testing.T) {
	dir := t.TempDir()
	path := filepath.Join(dir, "register.xlsx")
	in := input(workshop.Team, plant(t))
	if err := WriteFile(context.Background(), path, in); err != nil {
		t.Fatal(err)
	}
	f, err := excelize.OpenFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if err := f.Close(); err != nil {
		t.Fatal(err)
	}
	var refused *file.Error
	if err := WriteFile(context.Background(), dir, in); !errors.As(err, &refused) {
		t.Errorf("onto a folder: %v", err)
	}
}
