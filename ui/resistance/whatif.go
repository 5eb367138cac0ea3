package resistance

import (
	"nemawashi.app/ui/widgets"
	"nemawashi.app/workshop"
	"nemawashi.app/workshop/resist"
)

// whatIf begins to try moves without saving any, or ends that: everybody is then where they are.
func (p *Page) whatIf() {
	p.ask.close()
	if p.model.trial == nil {
		p.model.trial = map[workshop.ID]resist.Move{}
		p.options.Shell.Notify(widgets.Notice{Icon: "bulb", Text: "What if: move anybody and see the index. Nothing is saved.", Button: "End", Key: "W", OnTap: p.endTrial})
	} else {
		p.model.trial = nil
	}
	p.model.judge()
	p.refresh()
	p.layout() // the bar above the map has become wider, or narrower
}

// endTrial puts everybody back to where they are.
func (p *Page) endTrial() {
	if p.model.trial != nil {
		p.whatIf()
	}
}

// try moves somebody in the trial only.
func (p *Page) try(s *stake, change func(*workshop.Stakeholder)) {
	then := *s.seen
	change(&then)
	p.model.trial[s.now.ID] = resist.Move{Now: then.SupportNow, Needed: then.SupportNeeded, Influence: then.Influence}
	p.model.judge()
	p.refresh()
}
