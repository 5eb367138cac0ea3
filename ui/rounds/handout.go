package rounds

import (
	"cmp"
	"context"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"fyne.io/fyne/v2"

	"nemawashi.app/export/form"
	"nemawashi.app/ui/exporting"
	"nemawashi.app/ui/run"
	"nemawashi.app/ui/shell"
	"nemawashi.app/ui/theme"
	"nemawashi.app/ui/widgets"
	"nemawashi.app/workshop"
	"nemawashi.app/workshop/assess"
)

// team is whom answers are about that are not about one leader.
const team = "the management team"

// paper is one form to write: for whom it is and what it says.
type paper struct {
	by, about, name, unit string
	whose                 string // as the list of what was written says it
	file                  string // without folder and ending: code names, never names
}

// papers are the forms of a round. Each leader gets one of their own; everybody who rates the same leader gets the same, so that no file tells
// who of them it came from.
func papers(round *workshop.Round, people map[workshop.ID]*workshop.Person, reports, peers, each bool, say func(*workshop.Person) string) []paper {
	title := exporting.Plain(round.Title)
	var out []paper
	var leaders []*workshop.Person
	for _, id := range round.Managers {
		if p := people[id]; p != nil {
			leaders = append(leaders, p)
		}
	}
	for _, p := range leaders {
		out = append(out, paper{by: assess.BySelf, about: string(p.ID), name: p.Name, unit: p.Unit, whose: say(p), file: title + " - " + p.Code})
	}
	if len(leaders) == 0 {
		out = append(out, paper{by: assess.BySelf, whose: "any leader, about themselves", file: title + " - leader"})
	}
	for _, kind := range []struct {
		by, words, file string
		on              bool
	}{{assess.ByReport, "direct reports", "direct reports", reports}, {assess.ByPeer, "peers", "peers", peers}} {
		switch {
		case !kind.on:
		case each && len(leaders) > 0:
			for _, p := range leaders {
				out = append(out, paper{by: kind.by, about: string(p.ID), name: p.Name, whose: kind.words + " of " + say(p), file: title + " - " + kind.file + " of " + p.Code})
			}
		default:
			out = append(out, paper{by: kind.by, about: team, name: team, whose: kind.words, file: title + " - " + kind.file})
		}
	}
	return out
}

// HandOut asks which forms of a round are wanted, writes them and opens the round.
func HandOut(d Desk, id workshop.ID) {
	round, _ := d.round(id)
	if round == nil || round.Closed() {
		return
	}
	reports := widgets.NewCheck("For direct reports", round.ReportsAsked > 0 || round.PeersAsked == 0, nil)
	peers := widgets.NewCheck("For peers", round.PeersAsked > 0, nil)
	app, excel := widgets.NewCheck("For the app (.nema)", true, nil), widgets.NewCheck("For Excel (.xlsx)", true, nil)
	each := 0
	about := widgets.NewSegmented([]string{"Each leader", "The management team"}, 0, func(i int) { each = i })
	folder := widgets.NewEntry("The folder that the forms go to")
	folder.SetText(d.Folder)
	browse := widgets.NewButton("Browse...", func() { d.Browse(folder.Text(), folder.SetText) })
	rows := []fyne.CanvasObject{
		widgets.NewText(handOutWords(round), theme.Body).In(theme.Text2),
		widgets.Labeled("Beside the leaders' own", widgets.Flow(16, natural(reports), natural(peers))),
		widgets.Labeled("Direct reports and peers rate", widgets.HStack(0, about, widgets.Spacer())),
		widgets.Labeled("As files", widgets.Flow(16, natural(app), natural(excel))),
		widgets.Labeled("Folder", widgets.HStack(theme.Gap, widgets.Grow(folder), browse)),
	}
	verb := "Hand out again"
	if round.Status == workshop.RoundPlanned {
		verb = "Hand out and open"
	}
	dialog := &shell.Dialog{Title: "Hand out " + round.Title, Width: 600, Help: "assessment", Content: widgets.VStack(14, rows...)}
	do := func() {
		to := filepath.Clean(strings.TrimSpace(folder.Text()))
		switch {
		case !filepath.IsAbs(to):
			folder.SetProblem("Type the whole path, from the root of the disk")
		case !app.Checked && !excel.Checked:
			folder.SetProblem("Choose at least one kind of file")
		default:
			dialog.Close()
			if d.Chosen != nil {
				d.Chosen(to)
			}
			write(d, round, to, reports.Checked, peers.Checked, each == 0, app.Checked, excel.Checked)
			return
		}
		dialog.Refresh()
	}
	folder.OnSubmit = func(string) { do() }
	dialog.Buttons = []shell.DialogButton{{Label: "Cancel"}, {Label: verb, Kind: widgets.Primary, Stay: true, Run: do}}
	d.Shell.ShowDialog(dialog)
}

// natural keeps a check box as wide as its words.
func natural(c *widgets.Check) fyne.CanvasObject { return widgets.HStack(0, c) }

func handOutWords(round *workshop.Round) string {
	leaders := "One form serves all leaders, since none is named in the plan; answers then come without a name."
	if n := len(round.Managers); n == 1 {
		leaders = "One leader gets a form to rate themselves."
	} else if n > 1 {
		leaders = fmt.Sprintf("%d leaders get a form each to rate themselves.", n)
	}
	words := leaders + " Direct reports and peers get a form that says whom they rate and not who they are. Files carry code names."
	if round.Status == workshop.RoundPlanned {
		words += fmt.Sprintf(" Handing out opens the round for good: groups of fewer than %d stay hidden, and the statements stay as they are.", assess.Least(round))
	}
	return words
}

// written is what a hand-out has made.
type written struct {
	folder string
	papers []paper
	files  int
}

func write(d Desk, round *workshop.Round, to string, reports, peers, each, app, excel bool) {
	q, err := assess.Among(d.Questionnaires, round)
	if err != nil {
		d.Tell("The forms were not written", err)
		return
	}
	people := map[workshop.ID]*workshop.Person{}
	for _, p := range d.people() {
		people[p.ID] = p
	}
	job := &handing{desk: d, round: round, q: q, app: app, excel: excel, done: written{papers: papers(round, people, reports, peers, each, d.Name)}}
	var cancel func()
	progress := d.Shell.ShowProgress("Writing the forms", func() { cancel() })
	cancel = run.Go(func(ctx context.Context) {
		err = job.write(ctx, to, func(done, all int) {
			run.Main(func() { progress.Set(float64(done)/float64(all), fmt.Sprintf("%d of %d", done, all)) })
		})
	}, func() {
		progress.Close()
		if err == nil {
			err = d.open(round.ID, q)
		}
		switch {
		case err == context.Canceled:
			d.Shell.Notify(widgets.Notice{Icon: "info", Text: "Stopped; no form was written"})
		case err != nil:
			d.Tell("The forms were not written", err)
		default:
			d.handedOut(round, job.done)
			if d.Log != nil {
				d.Log("handed out")
			}
		}
	})
}

// open opens a planned round and keeps its statements in it.
func (d Desk) open(id workshop.ID, q *assess.Questionnaire) error {
	return d.Session.Do("Hand out the round", func(e *workshop.Edit) error { return assess.HandOut(e, id, q) })
}

// handing writes the forms of a round into a new folder.
type handing struct {
	desk       Desk
	round      *workshop.Round
	q          *assess.Questionnaire
	app, excel bool
	done       written
}

// write makes a folder that was not there and fills it; where that fails or is stopped, the folder is gone again.
func (h *handing) write(ctx context.Context, to string, told func(done, all int)) (err error) {
	folder := filepath.Join(to, exporting.Plain(h.round.Title)+" - forms")
	for n := 2; ; n++ {
		if _, err := os.Lstat(folder); err != nil {
			break
		}
		folder = filepath.Join(to, fmt.Sprintf("%s - forms %d", exporting.Plain(h.round.Title), n))
	}
	if err := os.Mkdir(folder, 0o777); err != nil {
		return fmt.Errorf("the folder for the forms could not be made in %q, so nothing was written: %w", to, cmp.Or(underlying(err), err))
	}
	defer func() {
		if err != nil {
			_ = os.RemoveAll(folder) // it was made here; the first error tells more
		}
	}()
	h.done.folder = folder
	for i, p := range h.done.papers {
		if err := ctx.Err(); err != nil {
			return err
		}
		path := filepath.Join(folder, p.file)
		if h.app {
			var s *assess.Sheet
			h.desk.Session.Read(func(w *workshop.Workshop) { s = assess.NewSheet(w, h.round, h.q, p.by, p.about, p.name, p.unit) })
			if err := form.WriteSheet(path+form.SheetExtension, s); err != nil {
				return err
			}
			h.done.files++
		}
		if h.excel {
			in := form.Input{Workshop: h.desk.Session.ID(), Round: h.round, Questionnaire: h.q, By: p.by, About: p.about, Name: p.name, Unit: p.unit}
			if err := form.WriteFile(path+".xlsx", in); err != nil {
				return err
			}
			h.done.files++
		}
		told(i+1, len(h.done.papers))
	}
	return nil
}

func underlying(err error) error {
	if at, ok := err.(*os.PathError); ok {
		return at.Err
	}
	return nil
}

// handedOut says which file is for whom: names stand on the screen only, the files have code names.
func (d Desk) handedOut(round *workshop.Round, w written) {
	var rows []fyne.CanvasObject
	for i, p := range w.papers {
		if i > 0 {
			rows = append(rows, widgets.NewDivider())
		}
		rows = append(rows, widgets.Pad(widgets.VStack(0, widgets.NewText(p.whose, theme.BodyBold), widgets.NewText(p.file, theme.Caption).In(theme.Text2)), 12, 6))
	}
	content := widgets.VStack(12,
		widgets.NewText(fmt.Sprintf("%d files are in %q. Send each leader the form with their code name; send direct reports and peers theirs, the same file to all of them.", w.files, filepath.Base(w.folder)), theme.Body).In(theme.Text2),
		widgets.NewPanel(widgets.Exactly(widgets.NewScroll(widgets.VStack(0, rows...)), 0, min(theme.Height(60)*float32(len(w.papers)), theme.Height(260))), widgets.PanelStyle{Fill: theme.Surface, Stroke: theme.Line, Radius: theme.RadiusEntry}))
	d.Shell.ShowDialog(&shell.Dialog{Title: round.Title + " is handed out", Width: 560, Help: "assessment", Content: content,
		Buttons: []shell.DialogButton{{Label: "Open the folder", Run: func() { d.Reveal(w.folder) }}, {Label: "Close", Kind: widgets.Primary}}})
}
