package boards

import (
	"fmt"
	"slices"
	"strconv"

	"fyne.io/fyne/v2"

	"nemawashi.app/ui/canvas"
	"nemawashi.app/ui/shell"
	"nemawashi.app/ui/theme"
	"nemawashi.app/ui/widgets"
	"nemawashi.app/workshop"
	"nemawashi.app/workshop/assess"
)

// Around is what the board of self-assessments needs of the app around it.
type Around struct {
	RoundDesk
	// Dialog shows a dialog; nil: a gap becomes an action without being asked about.
	Dialog func(*shell.Dialog)
	// OwnPage writes the page of one manager; nil: it is not offered.
	OwnPage func(round, manager workshop.ID)
}

// rounds is the board of self-assessments: the rounds, what one of them adds up to, and which gaps to work on.
type rounds struct {
	Board
	around    Around
	list      *roundList
	questions *assess.Questionnaire
	all       []*workshop.Round // oldest first
	current   workshop.ID       // the round whose results are shown
	chosen    bool              // somebody asked for that one, results or not
	result    *assess.Result    // nil while there is none
	trend     *assess.Trend     // nil where no round came before
	ranked    []assess.Ranked
	running   map[string]*workshop.Action
	lens      assess.Lens
	talk      *assess.Talk

	self, others, least *fact
	state               *widgets.Pill
	said                *widgets.Label
	head                *fyne.Container
	bar                 *lensBar
	results             *resultsFace
	answers             *answersFace
	gaps                *gapsFace
	discuss             *discussFace
	full                []fyne.CanvasObject // of the faces with results: one of full and empty is shown
	empty               []*fyne.Container
}

// Rounds returns the board of self-assessments.
func Rounds(desk *canvas.Desk, around Around) *Board { return &newRounds(desk, around).Board }

func newRounds(desk *canvas.Desk, around Around) *rounds {
	b := &rounds{Board: Board{desk: desk}, around: around, state: widgets.NewPill("", widgets.Neutral), said: widgets.NewText("", theme.Caption).In(theme.Text2)}
	if all, err := assess.Builtin(); err == nil {
		b.questions = all[0] // a test makes sure that there is one
	}
	b.self, b.others, b.least = newFact("Leaders' own answers"), newFact("Answers of others"), newFact("Smallest group")
	b.list = newRoundList(&b.Board, around.RoundDesk)
	b.bar = newLensBar(b)
	b.results, b.answers, b.gaps, b.discuss = newResultsFace(b), newAnswersFace(b), newGapsFace(b), newDiscussFace(b)
	over := func(content fyne.CanvasObject) fyne.CanvasObject {
		none := widgets.Over()
		b.full, b.empty = append(b.full, content), append(b.empty, none)
		return widgets.Over(content, none)
	}
	b.tools = b.bar.objects()
	b.head = widgets.VStack(theme.GapSmall, strip([]*fact{b.self, b.others, b.least}, b.state), b.said)
	b.build(b.read, []workshop.Kind{workshop.KindRound, workshop.KindResponse, workshop.KindAction, workshop.KindPerson},
		b.head,
		face{title: "Rounds", object: b.list.content, shown: b.bar.fit, commands: b.list.commands, hints: b.list.hints},
		face{title: "Results", object: over(b.results.content), shown: b.bar.fit, commands: b.resultCommands, hints: b.resultKeys},
		face{title: "Answers", object: over(b.answers.content), shown: b.bar.fit, focus: b.answers.focus, commands: b.resultCommands, hints: b.answerKeys},
		face{title: "Gaps", object: over(b.gaps.content), shown: b.bar.fit, focus: b.gaps.focus, commands: b.gapCommands, hints: b.gapKeys},
		face{title: "Discuss", object: over(b.discuss.content), shown: b.bar.fit, focus: b.discuss.focus, commands: b.talkCommands, hints: b.talkKeys})
	b.talked = func() *assess.Card {
		if b.face().title != "Discuss" {
			return nil
		}
		return b.talk.Card(assess.EnglishPictures())
	}
	b.onward = b.goOn
	b.part = b.reveal
	return b
}

func (b *rounds) read() {
	b.result, b.trend, b.running = nil, nil, nil
	b.desk.Session.Read(func(w *workshop.Workshop) {
		b.all = workshop.All[workshop.Round](w)
		slices.SortStableFunc(b.all, func(x, y *workshop.Round) int {
			if x.Date < y.Date {
				return -1
			} else if x.Date > y.Date {
				return 1
			}
			return 0
		})
		b.list.read(w, b.all)
		if len(b.all) == 0 {
			return
		}
		gone := !slices.ContainsFunc(b.all, func(r *workshop.Round) bool { return r.ID == b.current })
		held, res := resultOf(w, b.current)
		if gone || !b.chosen && !shows(res) { // what somebody looks at stays, though a newer round gets its first answer
			b.current, b.chosen = newest(w, b.all), false
			held, res = resultOf(w, b.current)
		}
		if res == nil {
			return
		}
		b.questions, b.result, b.running = held, res, assess.Running(w, held)
		if t, err := assess.TrendOf(w, b.current, b.questions, assess.Options{}); err == nil {
			b.trend = t
		}
		b.readTalk(w)
	})
	b.show()
	if b.led {
		b.led = false
		if !b.talk.Empty() {
			b.turn(len(b.faces) - 1) // in the room, the talk comes first
		}
	}
}

// newest is the last round that has results to show: the next one may be planned or handed out already. Where none has, it is the last of all.
func newest(w *workshop.Workshop, oldestFirst []*workshop.Round) workshop.ID {
	for _, r := range slices.Backward(oldestFirst) {
		if _, res := resultOf(w, r.ID); shows(res) {
			return r.ID
		}
	}
	return oldestFirst[len(oldestFirst)-1].ID
}

// shows says that a round has results to look at.
func shows(res *assess.Result) bool {
	return res != nil && (res.Self.Shows() || res.Others.Shows())
}

// resultOf is what a round adds up to; nil where its statements are unknown here.
func resultOf(w *workshop.Workshop, id workshop.ID) (*assess.Questionnaire, *assess.Result) {
	round := workshop.Find[workshop.Round](w, id)
	if round == nil {
		return nil, nil
	}
	held, err := assess.Held(round)
	if err != nil {
		return nil, nil
	}
	res, err := assess.Of(w, id, held, assess.Options{})
	if err != nil {
		return nil, nil
	}
	return held, res
}

// show puts the numbers of the round in hand on the screen.
func (b *rounds) show() {
	some := false
	b.list.show()
	b.bar.fit()
	if r := b.result; r != nil {
		front := r.Front(b.lens)
		b.ranked = assess.Rank(front.Items)
		some = r.Self.Shows() || r.Others.Shows()
		b.self.set(strconv.Itoa(r.Self.N), theme.Text)
		b.others.set(strconv.Itoa(r.Others.N), theme.Text)
		b.least.set(strconv.Itoa(r.Least), theme.Text)
		b.said.SetText(b.words())
		state, tone := "Open", widgets.Accented
		if r.Closed {
			state, tone = "Closed", widgets.Good
		}
		b.state.Set(state, tone)
	} else {
		words := ""
		if len(b.all) > 0 {
			words = "The statements of this round are not in this version of the app, so its results cannot be shown. Its answers are kept."
		}
		for _, f := range []*fact{b.self, b.others, b.least} {
			f.set("–", theme.Text)
		}
		b.said.SetText(words)
		b.ranked, b.talk = nil, nil
	}
	show(b.said, b.said.Text != "")
	show(b.state, b.result != nil)
	for i, there := range []bool{some, some, some && len(b.ranked) > 0, !b.talk.Empty()} {
		show(b.full[i], there)
		show(b.empty[i], !there)
		b.empty[i].Objects = nil
		if !there {
			b.empty[i].Objects = []fyne.CanvasObject{widgets.NewEmptyState(b.nothing(i+1, some))}
		}
	}
	b.content.Refresh()
	b.results.refresh()
	b.answers.refresh()
	b.gaps.refresh()
	b.discuss.refresh()
}

// nothing says why a face has nothing to show: some says whether the round has results at all.
func (b *rounds) nothing(at int, some bool) widgets.EmptyState {
	e := widgets.EmptyState{Icon: "assess", Title: "Nothing to show yet", Text: "Results stand here once leaders have answered, and those of others once the round is closed and enough of them have."}
	r := b.result
	switch {
	case r == nil:
	case !some && r.Closed && r.Others.N > 0:
		e.Title, e.Text = "These answers stay hidden", r.Withheld
	case !some:
	case b.faces[at].title == "Gaps" && !r.Front(b.lens).Shows():
		e.Title, e.Text = "These answers stay hidden", assess.HiddenGroup
	case b.faces[at].title == "Gaps":
		e.Title, e.Text = "No gap", "Nowhere is more needed in 12 months than there is now, in the eyes of those whose answers are in front."
	case !r.Closed:
		e.Title, e.Text = "Not before the round is closed", "Until then two looks of the room could differ by the answers of one."
	default:
		e.Title, e.Text = "Too few for the room", fmt.Sprintf("The room sees nothing of fewer than %d people, of the leaders neither. Talk about these answers with those who gave them.", r.Least)
	}
	return e
}

// words say what is shown, of whom, and what stays hidden and why.
func (b *rounds) words() string {
	r := b.result
	words := r.Title + ". This file is confidential, not anonymous: whoever keeps it can open single answers."
	if r.Withheld != "" {
		words += " " + r.Withheld
	} else if h := r.HiddenUnits(); h != "" {
		words += " " + h
	}
	if b.lens.Before {
		words += " " + b.since()
	}
	return words
}

// since says which rounds are compared, and of whom.
func (b *rounds) since() string {
	switch t := b.trend; {
	case t == nil:
		return "No round came before this one."
	case t.Why != "":
		return t.Why
	case t.SamePeople > 0:
		return "Compared with " + t.Title + ": the same " + strconv.Itoa(t.SamePeople) + " leaders."
	default:
		return "Compared with " + t.Title + ", group with group."
	}
}

// other shows the next round's results.
func (b *rounds) other() {
	i := slices.IndexFunc(b.all, func(r *workshop.Round) bool { return r.ID == b.current })
	b.current, b.chosen, b.lens.Unit = b.all[(i+1)%len(b.all)].ID, true, ""
	b.read()
	b.stir()
}

func (b *rounds) several() bool { return len(b.all) > 1 }
