package fill

import (
	"errors"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"nemawashi.app/ui/run"
	"nemawashi.app/ui/shell"
	"nemawashi.app/ui/snap"
	"nemawashi.app/workshop"
	"nemawashi.app/workshop/assess"
)

// desk is the page in a window of its own.
type desk struct {
	*Page
	t       *testing.T
	shell   *shell.Shell
	kept    *assess.Sheet // as the disk has it
	written *assess.Sheet
	path    string
	keeps   int
	refuses error
	closed  bool
}

func newDesk(t *testing.T, by string, look snap.Look) *desk {
	t.Helper()
	all, err := assess.Builtin()
	if err != nil {
		t.Fatal(err)
	}
	s := &assess.Sheet{Workshop: "w", Round: "r", Title: "Leader engagement, round 1", Client: "Norvik Pumps", Least: 5, By: by, About: "p", Name: "Lena Vogt", Questionnaire: all[0]}
	return open(t, s, look)
}

func open(t *testing.T, s *assess.Sheet, look snap.Look) *desk {
	t.Helper()
	t.Cleanup(run.Inline())
	w := snap.Window(look)
	t.Cleanup(w.Close)
	d := &desk{t: t, shell: shell.New(shell.Config{Window: w, AppName: "Nemawashi"})}
	d.Page = New(Options{Sheet: s, Shell: d.shell, Copy: "word", Result: "/tmp/answers.nema",
		Keep: func(s *assess.Sheet) error {
			if d.refuses == nil {
				d.kept = s
			}
			d.keeps++
			return d.refuses
		},
		Write: func(path string, s *assess.Sheet) error {
			if d.refuses == nil {
				d.path, d.written = path, s
			}
			return d.refuses
		},
		Close: func() { d.closed = true }})
	d.shell.Open(d.Page)
	w.Resize(fyne.NewSize(look.Width, look.Height))
	return d
}

var usual = snap.Look{Width: 1280, Height: 800}

// keys presses keys as the window gets them: through whatever has the keyboard.
func (d *desk) keys(keys ...string) {
	c := d.shell.Window().Canvas()
	for _, k := range keys {
		if len(k) == 1 {
			if f := c.Focused(); f != nil {
				f.TypedRune(rune(k[0]))
			} else {
				c.OnTypedRune()(rune(k[0]))
			}
			continue
		}
		ev := &fyne.KeyEvent{Name: fyne.KeyName(k)}
		if f := c.Focused(); f != nil {
			f.TypedKey(ev)
		} else {
			c.OnTypedKey()(ev)
		}
	}
}

func TestTwentyStatementsByDigitsAndEnter(t *testing.T) {
	for _, by := range []string{assess.BySelf, assess.ByReport, assess.ByPeer} {
		d := newDesk(t, by, usual)
		for i := range 20 {
			if want := map[bool]string{true: "I ", false: "My manager"}[by == assess.BySelf]; by != assess.BySelf && !strings.Contains(d.ask.statement.Text, "manager") && i == 0 || by == assess.BySelf && i == 0 && !strings.HasPrefix(d.ask.statement.Text, want) {
				t.Errorf("%s is asked %q", by, d.ask.statement.Text)
			}
			d.keys(string(rune('1'+i%5)), "5", "Return")
			if d.kept == nil || d.kept.Dealt() != i+1 {
				t.Fatalf("after statement %d the disk has %+v", i+1, d.kept)
			}
		}
		if d.part != overview || d.written != nil {
			t.Fatalf("after twenty statements the page shows %v", d.part)
		}
		d.keys("Return")
		if d.part != sent || d.path != "/tmp/answers.nema" || !d.written.Finished || d.written.Copy != "word" || len(d.written.Answers) != 20 || d.written.Answers["L2"].Now != 2 || d.written.Answers["L2"].Needed != 5 {
			t.Fatalf("%v %+v", d.part, d.written)
		}
		d.keys("Return")
		if !d.closed {
			t.Error("Enter does not close the page at the end")
		}
	}
}

func TestLeaveAndComeBack(t *testing.T) {
	d := newDesk(t, assess.BySelf, usual)
	d.keys("2", "4", "Return", "3")
	d.Leave()
	if !d.closed || d.kept.Answers["L2"].Now != 3 {
		t.Fatalf("%v %+v", d.closed, d.kept)
	}
	again := open(t, d.kept, usual)
	if again.at != 1 || again.ask.field != now {
		t.Errorf("back at statement %d", again.at)
	}
	again.turn(1)
	again.keys("5")
	if a := again.kept.Answers["L2"]; a.Now != 3 || a.Needed != 5 {
		t.Errorf("%+v", a)
	}
}

func TestKeysOfOneStatement(t *testing.T) {
	d := newDesk(t, assess.BySelf, usual)
	d.keys("Tab", "4", "Tab", "1") // needed first, then now
	if a := d.kept.Answers["L1"]; a.Now != 1 || a.Needed != 4 || d.ask.gap.Text != "Gap 3" {
		t.Errorf("%+v %q", a, d.ask.gap.Text)
	}
	d.keys("Down")
	if a := d.kept.Answers["L1"]; a.Needed != 5 {
		t.Errorf("Down: %+v", a)
	}
	d.keys("e")
	if !d.ask.evidence.Focused() {
		t.Fatal("E does not go to the line of evidence")
	}
	d.keys("0", "!", "Escape")
	if a := d.kept.Answers["L1"]; a.Evidence != "0!" || a.Now != 1 || d.ask.evidence.Focused() {
		t.Errorf("%+v", a)
	}
	d.keys("0")
	if d.kept.State("L1") != assess.NotObserved || d.kept.Answers["L1"].Evidence != "0!" {
		t.Errorf("%+v", d.kept)
	}
	d.keys("n")
	if d.kept.State("L1") != assess.Unanswered {
		t.Errorf("%+v", d.kept)
	}
	d.keys("Right", "Right", "Left")
	if d.at != 1 {
		t.Errorf("the arrows lead to %d", d.at)
	}
}

func TestAnswersAreTakenBackOneByOne(t *testing.T) {
	d := newDesk(t, assess.BySelf, usual)
	d.keys("2", "4", "Return", "3", "e", "s", "o", "Escape", "0")
	if d.kept.State("L2") != assess.NotObserved || d.kept.Dealt() != 2 {
		t.Fatalf("%+v", d.kept)
	}
	undo := func() { d.shell.TypedShortcut(&fyne.ShortcutUndo{}) }
	undo()
	if a := d.kept.Answers["L2"]; a.Now != 3 || a.Evidence != "so" || d.kept.State("L2") != assess.HalfDone {
		t.Errorf("%+v", d.kept)
	}
	undo() // both letters at once
	if a := d.kept.Answers["L2"]; a.Now != 3 || a.Evidence != "" || d.ask.evidence.Text() != "" {
		t.Errorf("%+v %q", a, d.ask.evidence.Text())
	}
	undo()
	undo()
	if a := d.kept.Answers["L1"]; d.at != 0 || a.Now != 2 || a.Needed != 0 || d.ask.field != needed {
		t.Errorf("at %d %+v", d.at, a)
	}
	undo()
	undo() // nothing is left
	if len(d.kept.Answers) != 0 || d.kept.Finished {
		t.Errorf("%+v", d.kept)
	}
	for range 9 {
		d.shell.TypedShortcut(&fyne.ShortcutRedo{})
	}
	if d.at != 1 || d.kept.State("L2") != assess.NotObserved || d.kept.Answers["L1"].Needed != 4 || d.kept.Answers["L2"].Evidence != "so" {
		t.Errorf("at %d %+v", d.at, d.kept)
	}
	undo()
	d.keys("1") // from here on it goes another way
	d.shell.TypedShortcut(&fyne.ShortcutRedo{})
	if d.kept.Answers["L2"].Now == 0 || d.kept.State("L2") == assess.NotObserved {
		t.Errorf("%+v", d.kept)
	}
	d.keys("l")
	undo()
	if d.part != asking {
		t.Error("what was taken back is not shown")
	}
}

// A write that began before the page was left may end after it.
func TestTheNewestAnswersAreLastOnTheDisk(t *testing.T) {
	var disk []int
	k := newKeeper(func(s *assess.Sheet) error { disk = append(disk, len(s.Answers)); return nil }, &assess.Sheet{})
	old := k.sheet.Clone()
	k.state = 1 // the write of it is about to begin
	k.sheet.Answer("L1", workshop.Answer{Now: 3})
	k.busy, k.pending = true, true
	if err := k.flush(); err != nil {
		t.Fatal(err)
	}
	if err := k.put(1, old); err != nil || len(disk) != 1 || disk[0] != 1 {
		t.Errorf("%v, written: %v answers", err, disk)
	}
}

func TestTheOverviewSaysWhatIsMissing(t *testing.T) {
	d := newDesk(t, assess.BySelf, usual)
	d.keys("1", "2", "Return", "3", "l")
	if d.part != overview || !strings.Contains(d.look.said.Text, "1 of 20") || !d.look.other.Visible() {
		t.Fatalf("%v %q", d.part, d.look.said.Text)
	}
	d.keys("Return")
	if d.part != asking || d.at != 1 || d.ask.field != needed {
		t.Errorf("Enter leads to %d", d.at)
	}
	d.keys("l", "f")
	if d.written == nil || len(d.written.Answers) != 2 || d.part != sent {
		t.Errorf("%+v", d.written)
	}
}

func TestADiskThatRefusesIsTold(t *testing.T) {
	d := newDesk(t, assess.BySelf, usual)
	d.refuses = errors.New("the disk is full")
	d.keys("1")
	if state, why := d.Page.keeps.SaveState(); state != shell.NotSaved || !strings.Contains(why, "full") {
		t.Errorf("%v %q", state, why)
	}
	d.Leave()
	if d.closed {
		t.Error("the page was left with an answer that is not saved, and nobody was asked")
	}
	d.shell.Window().Canvas().Overlays().Remove(d.shell.Window().Canvas().Overlays().Top())
	d.refuses = nil
	d.Leave()
	if !d.closed || d.kept.Answers["L1"].Now != 1 {
		t.Errorf("%v %+v", d.closed, d.kept)
	}
}

func TestAllWordsAreReadable(t *testing.T) {
	for _, look := range []snap.Look{usual, {Width: 1024, Height: 700, Text: 1.5}, {Width: 1024, Height: 700, Text: 2}} {
		d := newDesk(t, assess.BySelf, look)
		for i := range d.sheet.Questionnaire.Items {
			d.turn(i)
			if out := snap.Outside(d.shell.Window()); len(out) > 0 {
				t.Fatalf("%+v, statement %d: %v", look, i+1, out)
			}
		}
		d.toOverview()
		if out := snap.Outside(d.shell.Window()); len(out) > 0 {
			t.Errorf("%+v, overview: %v", look, out)
		}
	}
}

func TestTheMouseAnswersToo(t *testing.T) {
	d := newDesk(t, assess.BySelf, usual)
	test.Tap(d.ask.levels[2])
	test.Tap(d.ask.levels[4].marks[needed].radio)
	test.Tap(d.ask.levels[0].marks[now].radio)
	if a := d.kept.Answers["L1"]; a.Now != 1 || a.Needed != 5 {
		t.Errorf("%+v", a)
	}
}
