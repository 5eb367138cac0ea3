package settings

import (
	"fmt"
	"slices"

	"fyne.io/fyne/v2"

	"nemawashi.app/ui/theme"
	"nemawashi.app/ui/widgets"
)

// Desk is what the page works on.
type Desk struct {
	Preferences Preferences
	Apply       func() // shows the theme and text size now
	LibraryPath string
	ReadOnly    string // why the library is only read, "" when it is not
	Move        func() // takes the library to another place
	Open        func() // takes another library from the next start on
	Backups     string // the folder of automatic backups
	ShowBackups func()
	Backup      func()
	Check       func()
	Stick       string // where a copy is kept on another disk, and since when; "" for nowhere
	ChooseStick func()
	CopyToStick func()
	LeaveStick  func()
	Version     string
}

// Page is the page of settings.
type Page struct {
	desk    Desk
	content fyne.CanvasObject
}

// New returns the page.
func New(desk Desk) *Page {
	p := &Page{desk: desk}
	p.content = p.build()
	return p
}

// ID implements shell.Page.
func (p *Page) ID() string { return "settings" }

// Title implements shell.Page.
func (p *Page) Title() string { return "Settings" }

// Content implements shell.Page.
func (p *Page) Content() fyne.CanvasObject { return p.content }

// Hints implements shell.Page.
func (p *Page) Hints() []widgets.Hint {
	return []widgets.Hint{{Keys: "Tab", Label: "next"}, {Keys: "Esc", Label: "back"}, {Keys: "Ctrl+K", Label: "find or run a command"}}
}

// Shown implements shell.Page.
func (p *Page) Shown() {}

// Hidden implements shell.Page.
func (p *Page) Hidden() {}

func (p *Page) build() fyne.CanvasObject {
	mode := widgets.NewSegmented([]string{"As the system", "Light", "Dark"}, int(p.desk.Preferences.Mode()), func(i int) {
		p.desk.Preferences.SetMode(theme.Mode(i))
		p.desk.Apply()
	})
	sizes, short := make([]string, len(TextSizes)), make([]string, len(TextSizes))
	for i, n := range TextSizes {
		sizes[i], short[i] = fmt.Sprintf("%d %%", n), fmt.Sprint(n)
	}
	text := widgets.NewSegmented(sizes, max(0, slices.Index(TextSizes, p.desk.Preferences.Text())), func(i int) {
		p.desk.Preferences.SetText(TextSizes[i])
		p.desk.Apply()
	})
	mode.Short, text.Short = []string{"System", "Light", "Dark"}, short
	place := []fyne.CanvasObject{
		widgets.NewText("All workshops are in one file. Keep it on a disk of this computer: a folder that is synchronized with a cloud can damage it.", theme.Body).In(theme.Text2),
		widgets.NewText(p.desk.LibraryPath, theme.BodyBold),
	}
	if p.desk.ReadOnly != "" {
		place = append(place, widgets.NewText(p.desk.ReadOnly, theme.Body).In(theme.Warn))
	}
	move := widgets.NewButton("Move it...", p.desk.Move)
	move.SetEnabled(p.desk.ReadOnly == "")
	place = append(place, widgets.Flow(theme.Gap, move, widgets.NewButton("Use another...", p.desk.Open)))
	return widgets.NewScroll(widgets.Limit(widgets.Pad(widgets.VStack(theme.PadPage,
		widgets.NewLabel("Settings", theme.HomeTitle),
		section("Appearance", widgets.Labeled("Colors", mode), widgets.Labeled("Size of text", text)),
		section("Library", place...),
		section("Safety",
			widgets.NewText("Every change is on the disk within a second. Each day a copy is kept beside the library, of the last seven days and four weeks, and one before each of the last five imports.", theme.Body).In(theme.Text2),
			widgets.NewText(p.desk.Backups, theme.BodyBold),
			widgets.Flow(theme.Gap, widgets.NewButton("Back up now...", p.desk.Backup), widgets.NewButton("Check the library", p.desk.Check), widgets.NewButton("Show the daily copies", p.desk.ShowBackups))),
		section("Copy on another disk", p.stick()...),
		section("About", widgets.NewText("Nemawashi "+p.desk.Version+". It works offline and sends nothing anywhere.", theme.Body).In(theme.Text2)),
	), theme.PadHome, theme.PadDialog), theme.FormWidest))
}

// stick is the way to a copy that outlives this computer's disk.
func (p *Page) stick() []fyne.CanvasObject {
	rows := []fyne.CanvasObject{widgets.NewText("A stick or another disk helps when this one fails. Once a day, as soon as it is there, the copy on it is brought up to date and read back; the one before is kept.", theme.Body).In(theme.Text2)}
	choose := widgets.NewButton("Choose a folder...", p.desk.ChooseStick)
	choose.SetEnabled(p.desk.ReadOnly == "")
	if p.desk.Stick == "" {
		return append(rows, widgets.Flow(theme.Gap, choose))
	}
	return append(rows, widgets.NewText(p.desk.Stick, theme.BodyBold),
		widgets.Flow(theme.Gap, widgets.NewButton("Copy now", p.desk.CopyToStick), choose, widgets.NewButton("No copy there any more", p.desk.LeaveStick)))
}

func section(title string, rows ...fyne.CanvasObject) fyne.CanvasObject {
	rows = append([]fyne.CanvasObject{widgets.NewLabel(title, theme.SubHeading)}, rows...)
	return widgets.NewPanel(widgets.VStack(12, rows...), widgets.PanelStyle{
		Fill: theme.Surface, Stroke: theme.Line, Radius: theme.RadiusCard, PadX: theme.PadDialog, PadY: theme.PadPage, Shadow: true,
	})
}
