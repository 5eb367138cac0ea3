package shell

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"nemawashi.app/ui/run"
	"nemawashi.app/ui/theme"
	"nemawashi.app/ui/widgets"
)

// SaveState is how far the newest change is on its way to the disk.
type SaveState int

// The states of saving.
const (
	Saved SaveState = iota
	Saving
	NotSaved
	ReadOnly
)

// SaveWatch is what the indicator needs of whoever saves. The call-back of WatchSaves may come on any goroutine; reason is a sentence, for NotSaved and ReadOnly.
type SaveWatch interface {
	SaveState() (state SaveState, reason string)
	WatchSaves(changed func()) (stop func())
}

// SavedIndicator shows in a word and a sign whether all is saved.
type SavedIndicator struct {
	widgets.Press
	watch SaveWatch
	stop  func()
	state SaveState
	icon  *widgets.Icon
	label *widgets.Label
	row   *fyne.Container
	onTap func(reason string)
}

// NewSavedIndicator returns an indicator; Start and Stop it with its page. why is told the reason when the user presses it while something is not saved.
func NewSavedIndicator(watch SaveWatch, why func(reason string)) *SavedIndicator {
	i := &SavedIndicator{watch: watch, icon: widgets.NewIcon("check", theme.OK), label: widgets.NewLabel("", theme.Caption).Keep(), onTap: why}
	i.row = widgets.HStack(6, i.icon, i.label)
	i.Extend(i)
	i.Update()
	return i
}

// Small leaves the word out, where there is no room for it: the sign says it, and its tooltip.
func (i *SavedIndicator) Small() *SavedIndicator {
	i.label.Hide()
	i.Update()
	return i
}

// Start follows the saves.
func (i *SavedIndicator) Start() {
	i.Stop()
	i.stop = i.watch.WatchSaves(func() { run.Main(i.Update) })
	i.Update()
}

// Stop no longer follows.
func (i *SavedIndicator) Stop() {
	if i.stop != nil {
		i.stop()
		i.stop = nil
	}
}

// State returns what is shown.
func (i *SavedIndicator) State() SaveState { return i.state }

// Update asks for the state and shows it.
func (i *SavedIndicator) Update() {
	state, reason := i.watch.SaveState()
	i.state, i.Tip, i.OnTap = state, reason, nil
	word, icon, token := "Saved", "check", theme.OK
	switch state {
	case Saving:
		word, icon, token = "Saving", "refresh", theme.Text2
	case NotSaved:
		word, icon, token = "Not saved", "alert", theme.Danger
	case ReadOnly:
		word, icon, token = "Read only", "lock", theme.Warn
	}
	if !i.label.Visible() && i.Tip == "" {
		i.Tip = word
	}
	if reason != "" && i.onTap != nil {
		i.OnTap = func() { i.onTap(reason) }
	}
	i.label.Text, i.label.Token = word, token
	i.icon.Name, i.icon.Token = icon, token
	i.icon.Refresh()
	i.label.Refresh()
	i.Refresh()
}

// AccessibilityLabel is the word.
func (i *SavedIndicator) AccessibilityLabel() string { return i.label.Text }

// CreateRenderer is Fyne's.
func (i *SavedIndicator) CreateRenderer() fyne.WidgetRenderer { return widget.NewSimpleRenderer(i.row) }
