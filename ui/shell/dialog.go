package shell

import (
	"cmp"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"nemawashi.app/ui/theme"
	"nemawashi.app/ui/widgets"
)

// DialogButton is a button in a dialog's foot. The primary (or dangerous) one is what Enter does.
type DialogButton struct {
	Label, Icon string
	Kind        widgets.ButtonKind
	// Run does the work; the dialog closes before it unless Stay is set, in which case Run closes it when it is content.
	Run     func()
	Stay    bool
	Enabled func() bool
}

// Dialog lies over the window until it is answered. It takes the keyboard; Enter runs its primary button, Esc its close.
type Dialog struct {
	Title, Subtitle string
	Content         fyne.CanvasObject
	Buttons         []DialogButton
	Foot            fyne.CanvasObject // left of the buttons
	Width, Height   float32           // at 100 % text; 0: 480 wide, as high as the content
	Help            string            // topic of the page that F1 opens; "" for that of the page below
	Focus           fyne.Focusable    // nil: the first thing in the content that takes keys
	OnClosed        func()            // however it closes
	// Stuck dialogs are not closed by Esc or a cross: work that has to be cancelled first.
	Stuck bool
	// Flush leaves out the padding around the content: it has panes of its own.
	Flush bool
	// OnKey gets combinations that nothing inside has taken, before Enter and Esc.
	OnKey func(widgets.Keys) bool

	shell   *Shell
	overlay *overlay
	buttons []*widgets.Button
	cross   *widgets.Button
}

// ShowDialog opens a dialog.
func (s *Shell) ShowDialog(d *Dialog) {
	d.shell = s
	d.overlay = newOverlay(d.frame(), d.key)
	d.overlay.wide, d.overlay.high = d.Width, d.Height
	if d.overlay.wide == 0 {
		d.overlay.wide = 480
	}
	d.Refresh()
	d.overlay.show(s.window.Canvas())
	switch {
	case d.Focus != nil:
		s.window.Canvas().Focus(d.Focus)
	default:
		d.focusFirst()
	}
}

// Close closes the dialog without running a button.
func (d *Dialog) Close() {
	if d.overlay == nil || !d.overlay.hide() {
		return
	}
	if d.OnClosed != nil {
		d.OnClosed()
	}
}

// Open says whether the dialog is still there.
func (d *Dialog) Open() bool { return d.overlay != nil && d.overlay.canvas != nil }

// Refresh asks the buttons again whether they are on and lays the dialog out.
func (d *Dialog) Refresh() {
	for i, b := range d.buttons {
		b.SetEnabled(d.Buttons[i].Enabled == nil || d.Buttons[i].Enabled())
	}
	if d.overlay != nil {
		d.overlay.Refresh()
	}
}

// Button returns a button of the foot by its place, to change its words.
func (d *Dialog) Button(i int) *widgets.Button { return d.buttons[i] }

// frame lays out head, content and foot.
func (d *Dialog) frame() *widgets.Panel {
	head := []fyne.CanvasObject{widgets.NewLabel(d.Title, theme.SubHeading)}
	if d.Subtitle != "" {
		head = append(head, widgets.NewLabel(d.Subtitle, theme.Body).In(theme.Text2))
	}
	head = append(head, widgets.Spacer())
	if !d.Stuck {
		d.cross = widgets.NewQuietIcon("x", "Close (Esc)", d.Close)
		head = append(head, d.cross)
	}
	content := d.Content
	if content == nil {
		content = widgets.Space(0, 0)
	}
	if !d.Flush {
		content = widgets.Pad(content, theme.PadDialog, theme.PadPage)
	}
	rows := &dialogRows{body: content}
	objects := []fyne.CanvasObject{
		widgets.NewPanel(widgets.Tall(widgets.HStack(10, head...), 36), widgets.PanelStyle{PadX: theme.PadDialog, PadY: 10, LineBottom: true}),
		widgets.NewScroll(content),
	}
	if len(d.Buttons) > 0 || d.Foot != nil {
		objects = append(objects, widgets.NewPanel(d.foot(), widgets.PanelStyle{PadX: theme.PadDialog, PadY: 15, LineTop: true}))
	}
	return widgets.NewPanel(container.New(rows, objects...), widgets.PanelStyle{Fill: theme.Surface, Stroke: theme.Line2, Radius: theme.RadiusDialog, Shadow: true})
}

func (d *Dialog) foot() fyne.CanvasObject {
	var row []fyne.CanvasObject
	d.buttons = nil
	for _, b := range d.Buttons {
		button := widgets.NewButtonKind(b.Kind, b.Label, b.Icon, func() { d.runButton(b) }).Sized(theme.ButtonTall)
		d.buttons = append(d.buttons, button)
		row = append(row, button)
	}
	foot := &dialogFoot{words: d.Foot}
	if d.Foot != nil {
		row = append([]fyne.CanvasObject{d.Foot}, row...)
	}
	return container.New(foot, row...)
}

func (d *Dialog) runButton(b DialogButton) {
	if b.Enabled != nil && !b.Enabled() {
		return
	}
	if !b.Stay {
		d.Close()
	}
	if b.Run != nil {
		b.Run()
	}
}

// key gets what nothing inside the dialog has taken.
func (d *Dialog) key(k widgets.Keys) bool {
	if d.OnKey != nil && d.OnKey(k) {
		return true
	}
	switch k {
	case "F1":
		if help := d.shell.config.Help; help != nil && !d.Stuck {
			help(cmp.Or(d.Help, d.shell.Topic()))
			return true
		}
	case "Enter", "Ctrl+Enter":
		for _, b := range d.Buttons {
			if b.Kind == widgets.Primary || b.Kind == widgets.Danger {
				d.runButton(b)
				return true
			}
		}
	case "Esc":
		if !d.Stuck {
			d.Close()
		}
		return true
	}
	return false
}

// focusFirst gives the keyboard to the first thing in the content that takes it, or to the primary button.
func (d *Dialog) focusFirst() {
	c := d.shell.window.Canvas()
	c.FocusNext()
	if d.cross != nil && c.Focused() == fyne.Focusable(d.cross) {
		c.FocusNext()
	}
	for i, b := range d.buttons {
		if c.Focused() != fyne.Focusable(b) {
			continue
		}
		for j := i; j < len(d.buttons); j++ { // nothing but buttons: start on the one that Enter means
			if k := d.Buttons[j].Kind; k == widgets.Primary || k == widgets.Danger {
				c.Focus(d.buttons[j])
				return
			}
		}
	}
}
