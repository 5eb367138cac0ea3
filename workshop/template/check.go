package template

import (
	"maps"
	"regexp"
	"slices"
)

// Boards are the boards of a workshop that a step can work on.
var Boards = []string{"resistance", "actions", "charter", "measures", "commitments", "assessment"}

// Kinds of workshop, and the phases of the PDCA cycle.
var (
	kinds = []string{"kaikaku", "kaizen", "assessment", "custom"}
	pdca  = []string{"plan", "do", "check", "act"}
)

const (
	maxMinutes = 480 // of a step: a day
	maxDays    = 30
	minSay     = 2 // things to say in a guide: with one, the facilitator reads it out
)

var (
	idForm  = regexp.MustCompile(`^[a-zA-Z0-9]+(-[a-zA-Z0-9]+)*$`)
	tagForm = regexp.MustCompile(`^[LPET][1-5]$`)
)

// needText wants a text under the key.
func (p place) needText(key, value string) {
	if value == "" {
		p.problem(key, "has no %s", key)
	}
}

// needID wants a well-formed id that is not among those seen.
func (p place) needID(id string, seen map[string]bool) {
	switch {
	case id == "":
		p.problem("id", "has no id")
	case !idForm.MatchString(id):
		p.problem("id", "id %q may hold letters, digits and single hyphens only", id)
	case seen[id]:
		p.problem("id", "id %q is used twice", id)
	}
	seen[id] = true
}

// needOne wants one of the values that are known.
func (p place) needOne(key, value string, known []string) {
	if value == "" {
		p.problem(key, "has no %s", key)
	} else if !slices.Contains(known, value) {
		p.problem(key, "unknown %s %q", key, value)
	}
}

// stepRules are the rules of a step by the key that they read: a step that only
// overrides a library's step is checked where it differs.
func stepRules(l *loader) map[string]func(place, *Step) {
	return map[string]func(place, *Step){
		"title":    func(p place, s *Step) { p.needText("title", s.Title) },
		"question": func(p place, s *Step) { l.needGuide(p, "question", s.Question) },
		"purpose":  func(p place, s *Step) { l.needGuide(p, "purpose", s.Purpose) },
		"minutes": func(p place, s *Step) {
			if s.Minutes < 1 || s.Minutes > maxMinutes {
				p.problem("minutes", "minutes must be 1 to %d, not %d", maxMinutes, s.Minutes)
			}
		},
		"after": func(p place, s *Step) {
			if s.After < 0 || s.After > 400 {
				p.problem("after", "after must be 0 to 400 days, not %d", s.After)
			}
		},
		"break": func(p place, s *Step) {
			if s.Break && (s.Question != "" || s.Purpose != "" || len(s.Say)+len(s.Do)+len(s.Outputs)+len(s.Canvases) > 0 || s.Board != "") {
				p.problem("break", "a break has a title and minutes, but no guide, canvas or board")
			}
		},
		"say":     func(p place, s *Step) { l.needEntries(p, "say", s.Say, minSay) },
		"do":      func(p place, s *Step) { l.needEntries(p, "do", s.Do, 1) },
		"outputs": func(p place, s *Step) { l.needEntries(p, "outputs", s.Outputs, 1) },
		"canvases": func(p place, s *Step) {
			for i, id := range s.Canvases {
				l.needCanvas(p, i, id, slices.Contains(s.Canvases[:i], id))
			}
		},
		"board": func(p place, s *Step) {
			if s.Board != "" && !slices.Contains(Boards, s.Board) {
				p.problem("board", "unknown board %q", s.Board)
			}
		},
		"kotter": func(p place, s *Step) {
			for _, n := range s.Kotter {
				if KotterTitle(n) == "" {
					p.problem("kotter", "kotter step must be 1 to %d, not %d", KotterSteps, n)
				}
			}
		},
		"pdca": func(p place, s *Step) {
			if s.PDCA != "" && !slices.Contains(pdca, s.PDCA) {
				p.problem("pdca", "unknown pdca phase %q", s.PDCA)
			}
		},
		"tags": func(p place, s *Step) {
			for i, tag := range s.Tags {
				if !tagForm.MatchString(tag) {
					p.problem("tags", "unknown tag %q: an aspect L, P, E or T and a role 1 to 5", tag)
				} else if slices.Contains(s.Tags[:i], tag) {
					p.problem("tags", "tag %q comes twice", tag)
				}
			}
		},
	}
}

// needGuide wants a text of the guide, except in a template of one's own: who
// wrote the step knows what it is for.
func (l *loader) needGuide(p place, key, value string) {
	if !l.own {
		p.needText(key, value)
	}
}

func (l *loader) needEntries(p place, key string, list []string, least int) {
	if len(list) < least && !l.own {
		p.problem(key, "needs at least %d under %q, has %d", least, key, len(list))
	}
}

// needCanvas wants an entry of the list "canvases" to be a canvas of the
// library, once.
func (l *loader) needCanvas(p place, i int, id string, twice bool) {
	entry := p.node.fields["canvases"].items[i]
	if entry.unread {
		return
	}
	if _, ok := l.canvases[id]; !ok {
		p.add(entry.line, "there is no canvas %q", id)
	} else if twice {
		p.add(entry.line, "canvas %q comes twice", id)
	}
}

// checkStep checks a step that stands alone, or only what an override changes.
func (l *loader) checkStep(p place, s *Step, override bool) {
	rules := stepRules(l)
	for _, key := range slices.Sorted(maps.Keys(rules)) {
		if !override || p.node.has(key) {
			rules[key](p, s)
		}
	}
}
