package fill

import (
	"fmt"
	"path/filepath"
	"strings"

	"fyne.io/fyne/v2"

	"nemawashi.app/ui/theme"
	"nemawashi.app/ui/widgets"
	"nemawashi.app/workshop/assess"
)

// summary is the look at all answers before the file is written.
type summary struct {
	page    *Page
	said    *widgets.Label
	list    *fyne.Container
	file    *widgets.Entry
	finish  *widgets.Button
	other   *widgets.Button
	scroll  *widgets.Scroll
	content fyne.CanvasObject
}

func newSummary(p *Page) *summary {
	s := &summary{page: p, said: widgets.NewText("", theme.Body).In(theme.Text2), list: widgets.VStack(theme.PadPage), file: widgets.NewEntry("Where the file for your facilitator goes")}
	s.file.SetText(p.o.Result)
	s.file.OnSubmit = func(string) { p.finish(s.path()) }
	s.other = widgets.NewButton("", nil).Sized(theme.ButtonTall)
	s.finish = widgets.NewPrimary("", "", s.primary).Sized(theme.ButtonTall).WithKey("Enter")
	back := widgets.NewButtonKind(widgets.Secondary, "Back", "back", p.previous).Sized(theme.ButtonTall)
	browse := widgets.NewButton("Browse...", func() {
		p.o.Browse(filepath.Dir(s.path()), func(folder string) { s.file.SetText(filepath.Join(folder, filepath.Base(s.path()))) })
	})
	s.scroll = widgets.NewScroll(newColumn(widgets.VStack(theme.PadPage, widgets.NewText("Look it over before you send it", theme.PageTitle), s.said, s.list)))
	foot := widgets.NewPanel(widgets.VStack(10, widgets.HStack(theme.Gap, widgets.Caption("The file for your facilitator").Keep(), widgets.Grow(s.file), browse), widgets.HStack(16, widgets.Spacer(), back, s.other, s.finish)),
		widgets.PanelStyle{Fill: theme.Surface, LineTop: true, PadX: theme.PadDialog, PadY: 12})
	s.content = widgets.VStack(0, widgets.Grow(s.scroll), foot)
	return s
}

func (s *summary) path() string { return filepath.Clean(strings.TrimSpace(s.file.Text())) }

// words are what Enter does.
func (s *summary) words() string {
	if s.page.sheet.Open(0) >= 0 {
		return "answer what is missing"
	}
	return "write the file for the facilitator"
}

// primary goes to what is missing, or finishes.
func (s *summary) primary() {
	if at := s.page.sheet.Open(0); at >= 0 {
		s.page.turn(at)
		return
	}
	s.page.finish(s.path())
}

func (s *summary) show() {
	p := s.page
	sheet := p.sheet
	total, dealt := len(sheet.Questionnaire.Items), sheet.Dealt()
	s.finish.SetText("Write the file")
	s.other.Hide()
	words := fmt.Sprintf("All %d statements are answered. One press writes them into a file; send that file to your facilitator.", total)
	if missing := total - dealt; missing > 0 {
		s.finish.SetText("Answer what is missing")
		s.other.SetText("Write the file all the same")
		s.other.OnTap = func() { p.finish(s.path()) }
		s.other.Show()
		words = fmt.Sprintf("%d of %d statements are answered, %d are missing. What stays open counts as not observed.", dealt, total, missing)
	}
	s.said.SetText(words)
	var blocks []fyne.CanvasObject
	for _, a := range sheet.Questionnaire.Aspects {
		var rows []fyne.CanvasObject
		for i, it := range sheet.Questionnaire.Items {
			if it.Aspect != a.ID {
				continue
			}
			if len(rows) > 0 {
				rows = append(rows, widgets.NewDivider())
			}
			rows = append(rows, s.row(i, it))
		}
		blocks = append(blocks, widgets.VStack(theme.GapSmall, widgets.SectionHeading(a.Title), widgets.NewPanel(widgets.VStack(0, rows...), widgets.PanelStyle{Fill: theme.Surface, Stroke: theme.Line, Radius: theme.RadiusCard})))
	}
	s.list.Objects = blocks
	s.content.Refresh()
}

func (s *summary) row(i int, it assess.Item) fyne.CanvasObject {
	sheet := s.page.sheet
	a := sheet.Answers[it.ID]
	pill := widgets.NewPill("", widgets.Neutral)
	level := func(n int) string {
		if n == 0 {
			return "–"
		}
		return fmt.Sprint(n)
	}
	switch sheet.State(it.ID) {
	case assess.Unanswered:
		pill.Set("Missing", widgets.Careful)
	case assess.HalfDone:
		pill.Set(fmt.Sprintf("Now %s, needed %s", level(a.Now), level(a.Needed)), widgets.Careful)
	case assess.NotObserved:
		pill.Set("Not observed", widgets.Neutral)
	default:
		pill.Set(fmt.Sprintf("Now %d, needed %d", a.Now, a.Needed), widgets.Accented)
	}
	words := []fyne.CanvasObject{widgets.NewText(it.Put(sheet.By).Statement, theme.Body)}
	if a.Evidence != "" {
		words = append(words, widgets.NewText(a.Evidence, theme.Caption).In(theme.Text2))
	}
	return widgets.Pad(widgets.HStack(12, widgets.Wide(widgets.Caption(it.ID), 24), widgets.Grow(widgets.VStack(0, words...)), pill,
		widgets.NewButtonKind(widgets.Quiet, "Change", "", func() { s.page.turn(i) }).Sized(theme.ButtonSmall)), 12, 8)
}
