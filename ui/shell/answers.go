package shell

import (
	"strconv"

	"fyne.io/fyne/v2"

	"nemawashi.app/ui/theme"
	"nemawashi.app/ui/widgets"
)

// Question is something to be confirmed before it is done.
type Question struct {
	Title  string // "Delete this workshop?"
	Text   string // what will happen and what will be kept
	Yes    string // the verb: "Delete"
	No     string // "Cancel" unless set
	Danger bool
	OnYes  func()
	OnNo   func()
	// Other is a third way, between the two; "" for none.
	Other   string
	OnOther func()
}

// Ask shows a question. Enter is the verb, Esc is no; for dangerous ones the keyboard starts on no.
func (s *Shell) Ask(q Question) *Dialog {
	no, kind := q.No, widgets.Primary
	if no == "" {
		no = "Cancel"
	}
	if q.Danger {
		kind = widgets.Danger
	}
	answered := false
	d := &Dialog{Title: q.Title, Content: widgets.NewText(q.Text, theme.Body).In(theme.Text2)}
	d.Buttons = []DialogButton{{Label: no}}
	if q.Other != "" {
		d.Buttons = append(d.Buttons, DialogButton{Label: q.Other, Stay: true, Run: func() {
			answered = true
			d.Close()
			q.OnOther()
		}})
	}
	d.Buttons = append(d.Buttons, DialogButton{Label: q.Yes, Kind: kind, Stay: true, Run: func() {
		answered = true
		d.Close()
		if q.OnYes != nil {
			q.OnYes()
		}
	}})
	d.OnClosed = func() {
		if !answered && q.OnNo != nil {
			q.OnNo()
		}
	}
	s.ShowDialog(d)
	if q.Danger {
		s.window.Canvas().Focus(d.buttons[0])
	}
	return d
}

// Trouble is an error as the user sees it: what happened, what was kept and what to do.
type Trouble struct {
	Title string // "The export was not written"
	What  string
	Kept  string
	Do    string
	// Retry, if set, is offered as the primary button.
	Retry     func()
	RetryName string
}

// ShowError shows trouble.
func (s *Shell) ShowError(t Trouble) *Dialog {
	rows := []fyne.CanvasObject{}
	line := func(icon string, token theme.Token, text string) {
		if text != "" {
			rows = append(rows, widgets.HTop(theme.Gap, widgets.PadSides(widgets.NewIcon(icon, token), 2, 0, 0, 0), widgets.Grow(widgets.NewText(text, theme.Body))))
		}
	}
	line("alert", theme.Danger, t.What)
	line("shield", theme.OK, t.Kept)
	line("right", theme.Accent, t.Do)
	buttons := []DialogButton{{Label: "Close", Kind: widgets.Primary}}
	if t.Retry != nil {
		name := t.RetryName
		if name == "" {
			name = "Try again"
		}
		buttons = []DialogButton{{Label: "Close"}, {Label: name, Kind: widgets.Primary, Run: t.Retry}}
	}
	d := &Dialog{Title: t.Title, Content: widgets.VStack(10, rows...), Buttons: buttons}
	s.ShowDialog(d)
	return d
}

// Progress shows work that takes time and lets it be cancelled.
type Progress struct {
	dialog *Dialog
	bar    *widgets.ProgressBar
	words  *widgets.Label
	share  *widgets.Label
}

// ShowProgress opens a progress dialog. cancel is called once when the user gives up; the dialog then says so and stays until the work calls Close. A nil
// cancel offers none.
func (s *Shell) ShowProgress(title string, cancel func()) *Progress {
	p := &Progress{bar: widgets.NewProgressBar(0), words: widgets.NewLabel("Starting", theme.Body).In(theme.Text2), share: widgets.NewLabel("0 %", theme.BodyBold).Right()}
	d := &Dialog{Title: title, Stuck: true, Content: widgets.VStack(theme.Gap, widgets.HStack(theme.Gap, widgets.Grow(p.words), widgets.Wide(p.share, 56)), p.bar)}
	p.dialog = d
	if cancel != nil {
		cancelled := false
		stop := func() {
			if cancelled {
				return
			}
			cancelled = true
			p.words.SetText("Stopping, nothing half-done is left behind")
			d.Refresh()
			cancel()
		}
		d.Buttons = []DialogButton{{Label: "Cancel", Stay: true, Enabled: func() bool { return !cancelled }, Run: stop}}
		d.OnKey = func(k widgets.Keys) bool {
			if k == "Esc" {
				stop()
				return true
			}
			return false
		}
	}
	s.ShowDialog(d)
	if len(d.buttons) > 0 {
		s.window.Canvas().Focus(d.buttons[0])
	}
	return p
}

// Set shows how far the work is, 0 to 1, and what it does now. Call it on the window's goroutine (run.Main).
func (p *Progress) Set(share float64, doing string) {
	p.bar.Set(share)
	p.share.SetText(percent(share))
	if doing != "" && (len(p.dialog.buttons) == 0 || !p.dialog.buttons[0].Disabled()) {
		p.words.SetText(doing)
	}
}

// Close takes the dialog away.
func (p *Progress) Close() { p.dialog.Close() }

func percent(share float64) string { return strconv.Itoa(int(share*100+0.5)) + " %" }
