package ui

import (
	"fmt"
	"strings"

	"nemawashi.app/ui/widgets"
	"nemawashi.app/workshop"
)

// The words for turning a step round.
const (
	undone    = "Undone"
	doneAgain = "Done again"
)

// joint is one thing that was done in several workshops at once. Each workshop
// has a step of its own, so that one undo takes all of them back as long as it
// is the newest step in each; where more was done since, that comes first, and
// the user is told.
type joint struct {
	label string
	parts []jointPart
}

type jointPart struct {
	session *workshop.Session
	title   string // of the workshop
	at      workshop.Ref
	undone  bool
}

// rememberJoint keeps what was just done in several workshops.
func (a *App) rememberJoint(label string, sessions []*workshop.Session, titles []string) {
	if len(sessions) < 2 {
		return
	}
	j := &joint{label: label}
	for i, s := range sessions {
		j.parts = append(j.parts, jointPart{session: s, title: titles[i], at: s.UndoRef()})
	}
	a.joint = append(a.joint, j)
}

// turnJoint undoes or does again what was done in several workshops, if the
// newest step of this one is part of such a thing.
func (a *App) turnJoint(s *workshop.Session, word string) bool {
	at, turn := (*workshop.Session).UndoRef, (*workshop.Session).Undo
	after := (*workshop.Session).RedoRef
	if word == doneAgain {
		at, turn, after = after, (*workshop.Session).Redo, at
	}
	j := a.jointOf(s, at(s))
	if j == nil {
		return false
	}
	var left []string
	n := 0
	for i := range j.parts {
		p := &j.parts[i]
		if p.undone == (word == undone) {
			continue // it was turned round before, alone
		}
		if at(p.session) != p.at {
			left = append(left, "“"+p.title+"”")
			continue
		}
		if _, err := turn(p.session); err != nil {
			a.tell("The workshop “"+p.title+"” could not be taken back", err)
			return true
		}
		p.at, p.undone = after(p.session), !p.undone
		n++
	}
	text := fmt.Sprintf("%s in %d workshops: %s", word, n, j.label)
	if n == 1 {
		text = word + ": " + j.label
	}
	tone := widgets.Neutral
	if len(left) > 0 {
		verb := "more was done there since; Ctrl+Z there takes that back first"
		if word == doneAgain {
			verb = "something else was done there since"
		}
		text, tone = fmt.Sprintf("%s. Not in %s: %s", text, strings.Join(left, ", "), verb), widgets.Careful
	}
	a.shell.Notify(widgets.Notice{Icon: "undo", Tone: tone, Text: text})
	return true
}

// jointOf is what a step of a workshop is a part of, nil for nothing.
func (a *App) jointOf(s *workshop.Session, at workshop.Ref) *joint {
	if at == (workshop.Ref{}) {
		return nil
	}
	for _, j := range a.joint {
		for _, p := range j.parts {
			if p.session == s && p.at == at {
				return j
			}
		}
	}
	return nil
}
