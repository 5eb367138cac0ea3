package home

import (
	"fmt"
	"strings"
	"time"

	"fyne.io/fyne/v2"

	"nemawashi.app/ui/theme"
	"nemawashi.app/ui/widgets"
	"nemawashi.app/ui/workshops"
	"nemawashi.app/workshop/library"
)

// backupAge is how old the newest backup may be before Home asks for one.
const backupAge = 48 * time.Hour

// digestStrip says what today asks for, each with the way to do it.
func (p *Page) digestStrip() fyne.CanvasObject {
	d := p.read.digest
	overdue := tile{icon: "check", tone: widgets.Good, title: "Nothing is overdue", below: workshops.Count(d.DueWeek, "action is", "actions are") + " due this week", link: "Show actions", tap: p.desk.ShowOverdue}
	if d.Overdue > 0 {
		overdue.icon, overdue.tone, overdue.ink = "alert", widgets.Bad, theme.Danger
		overdue.title = workshops.Count(d.Overdue, "overdue action", "overdue actions")
		overdue.link = "Show the list"
	}
	review := reviewTile(d)
	review.link, review.tap = "Show workshops", p.desk.ShowAll
	if d.ChecksDue > 0 && d.ReviewsLate == 0 { // they are due now: a review has a week
		review.link, review.tap = "Show the checks", p.desk.ShowChecks
	}
	stale := tile{icon: "refresh", tone: widgets.Accented, title: workshops.Count(d.Stale, "rating to renew", "ratings to renew"), below: "Older than 30 days", link: "Rate again", tap: p.desk.ShowRatings}
	if d.Stale == 0 {
		stale.tone, stale.title, stale.below, stale.link = widgets.Good, "Ratings are fresh", "None older than 30 days", ""
	}
	if d.Contacts > 0 { // they are due now: a rating has been old for a while
		stale.icon, stale.tone, stale.link, stale.tap = "ear", widgets.Careful, "Show the map", p.desk.ShowContacts
		stale.below = stale.title
		if d.Stale == 0 {
			stale.below = "Today or before"
		}
		stale.title = workshops.Count(d.Contacts, "contact due", "contacts due")
	}
	return widgets.NewPanel(ruled(widgets.Grid(480, 0, // four beside each other, or two and two
		ruled(widgets.Grid(240, 0, overdue.view(), review.view())), ruled(widgets.Grid(240, 0, stale.view(), p.backupTile().view())))),

		widgets.PanelStyle{Fill: theme.Surface, Stroke: theme.Line, Radius: theme.RadiusCard, Shadow: true})
}

// reviewTile says which reviews are due, those that are overdue apart, and which checks of actions.
func reviewTile(d library.Digest) tile {
	t := tile{icon: "cal", tone: widgets.Careful, title: workshops.Count(d.ReviewsDue, "review due", "reviews due"), below: "Within a week"}
	checks := workshops.Count(d.ChecksDue, "check", "checks")
	ahead := d.ReviewsDue - d.ReviewsLate
	switch {
	case d.ReviewsLate > 0:
		t.icon, t.tone, t.ink = "alert", widgets.Bad, theme.Danger
		t.title, t.below = workshops.Count(d.ReviewsLate, "review overdue", "reviews overdue"), "No other within a week"
		switch { // a line of the tile has room for some 28 letters
		case ahead > 0 && d.ChecksDue > 0:
			t.below = fmt.Sprintf("%d more in a week, %s", ahead, checks)
		case ahead > 0:
			t.below = fmt.Sprintf("%d more within a week", ahead)
		case d.ChecksDue > 0:
			t.below = "No other, " + checks + " due"
		}
	case d.ReviewsDue == 0 && d.ChecksDue > 0:
		t.title, t.below = workshops.Count(d.ChecksDue, "check due", "checks due"), "No review within a week"
	case d.ReviewsDue == 0:
		t.tone, t.title, t.below = widgets.Neutral, "No review due", "None within a week"
	case d.ChecksDue > 0:
		t.below = checks + " of actions due too"
	}
	return t
}

func (p *Page) backupTile() tile {
	t := tile{icon: "drive", tone: widgets.Careful, title: "No backup yet", below: "Keep a copy on another disk", link: "Back up now", tap: p.desk.Backup}
	if at := p.read.backup; !at.IsZero() {
		now := p.desk.Now()
		t.below = Ago(at, now)
		t.title = "Backup is old"
		if now.Sub(at) < backupAge {
			t.tone, t.title = widgets.Good, "Backup is fresh"
		}
	}
	if at, kept := p.copied(); kept {
		p.copyTile(&t, at)
	}
	return t
}

// copyAge is how old the copy on another disk may be: that disk need not always
// be there.
const copyAge = 8 * 24 * time.Hour

// copied is when the copy on another disk was made, and whether one is kept.
func (p *Page) copied() (time.Time, bool) {
	if p.desk.Copied == nil {
		return time.Time{}, false
	}
	return p.desk.Copied()
}

// copyTile tells the age of the copy on another disk, the one that outlives this
// computer.
func (p *Page) copyTile(t *tile, at time.Time) {
	now := p.desk.Now()
	t.below = "Other disk: never"
	if !at.IsZero() {
		t.below = "Other disk: " + strings.ToLower(Ago(at, now)[:1]) + Ago(at, now)[1:]
	}
	switch {
	case at.IsZero() || now.Sub(at) > copyAge:
		t.tone, t.title = widgets.Careful, "Other disk lacks a copy"
	case p.read.backup.IsZero():
		t.tone, t.title = widgets.Good, "Backup is fresh"
	}
}

// tile is one of the digest's facts.
type tile struct {
	icon, title, below, link string
	tone                     widgets.Tone
	ink                      theme.Token
	tap                      func()
}

func (t tile) view() fyne.CanvasObject {
	if t.ink == "" {
		t.ink = theme.Text
	}
	lines := []fyne.CanvasObject{
		widgets.NewLabel(t.title, theme.CardTitle).In(t.ink),
		widgets.Caption(t.below),
	}
	if t.link != "" {
		lines = append(lines, widgets.HStack(0, widgets.NewLink(t.link, t.tap), widgets.Spacer()))
	}
	return widgets.Pad(widgets.HTop(12, widgets.NewBubble(t.icon, t.tone), widgets.Grow(widgets.VStack(2, lines...))), theme.PadPage, theme.PadPage)
}

// Ago says how long ago something was, as Home does.
func Ago(at, now time.Time) string {
	at = at.In(now.Location())
	switch days := int(now.Sub(at).Hours() / 24); {
	case at.YearDay() == now.YearDay() && at.Year() == now.Year():
		return "Today " + at.Format("15:04")
	case days <= 1:
		return "Yesterday " + at.Format("15:04")
	default:
		return fmt.Sprintf("%d days ago", days)
	}
}
