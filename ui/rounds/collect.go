package rounds

import (
	"context"
	"errors"
	"fmt"
	"path/filepath"

	"nemawashi.app/export/form"
	"nemawashi.app/export/workbook"
	"nemawashi.app/ui/run"
	"nemawashi.app/ui/shell"
	"nemawashi.app/ui/widgets"
	"nemawashi.app/workshop"
	"nemawashi.app/workshop/assess"
)

// Source finds the workshops of the library that forms may be for.
type Source interface {
	// Workshop opens a workshop; false where it is not in the library.
	Workshop(id workshop.ID) (*workshop.Session, bool)
}

// part is what came back for one workshop.
type part struct {
	session *workshop.Session
	plan    assess.Collection
}

// gathered is what a batch of files holds: by workshop, and what belongs nowhere here.
type gathered struct {
	parts  []*part
	others assess.Collection
}

// read reads files that came back, one after the other. What cannot be read is said in its place and keeps nothing else away; it stops with the
// context's error and leaves nothing behind.
func read(ctx context.Context, paths []string, told func(done int, name string)) (forms []*assess.Returned, unread []assess.Arrival, err error) {
	for i, path := range paths {
		name := filepath.Base(path)
		told(i, name)
		f, problems, err := form.Read(ctx, path)
		var bad *workbook.Refused
		switch {
		case ctx.Err() != nil:
			return nil, nil, ctx.Err()
		case errors.As(err, &bad):
			unread = append(unread, assess.Unread(bad.Name, bad.What+"; "+bad.Do))
		case err != nil:
			return nil, nil, err
		case len(problems) > 0:
			p := problems[0]
			words := fmt.Sprintf("has %q in %s, cell %s, which %s", p.Value, p.Sheet, p.Cell, p.Reason)
			if n := len(problems) - 1; n > 0 {
				words += fmt.Sprintf(", and %d more such cells", n)
			}
			unread = append(unread, assess.Unread(f.Name, words+"; send it back to its sender"))
		default:
			forms = append(forms, f)
		}
	}
	return forms, unread, nil
}

// gather plans what becomes of the forms, each in its own workshop.
func gather(from Source, forms []*assess.Returned, unread []assess.Arrival) *gathered {
	g := &gathered{others: assess.Collection{Arrivals: unread}}
	of := map[workshop.ID][]*assess.Returned{}
	var order []workshop.ID
	for _, f := range forms {
		if of[f.Workshop] == nil {
			order = append(order, f.Workshop)
		}
		of[f.Workshop] = append(of[f.Workshop], f)
	}
	for _, id := range order {
		s, ok := from.Workshop(id)
		if !ok {
			for _, f := range of[id] {
				g.others.Arrivals = append(g.others.Arrivals, assess.Arrival{Name: f.Name, Verdict: assess.Foreign, By: f.By,
					Reason: "is for a workshop that is not in this library; take it where it was handed out"})
			}
			continue
		}
		p := &part{session: s}
		s.Read(func(w *workshop.Workshop) { p.plan = assess.Collect(w, of[id], assess.Willing{}) })
		g.parts = append(g.parts, p)
	}
	return g
}

// taken counts what is going to be taken, and among it what is final.
func (g *gathered) taken() (all, protected int) {
	for _, p := range g.parts {
		a, b := p.plan.Taken()
		all, protected = all+a, protected+b
	}
	return all, protected
}

// take puts the answers in: first those of direct reports and peers, which is final, then the leaders' own, one step that can be undone.
func (g *gathered) take() error {
	for _, p := range g.parts {
		for _, protected := range []bool{true, false} {
			if err := p.session.Do("Collect answers", func(e *workshop.Edit) error { return p.plan.Add(e, protected) }); err != nil {
				return err
			}
		}
	}
	return nil
}

// CollectOptions are what the page of a collection works on.
type CollectOptions struct {
	Shell *shell.Shell
	From  Source
	Tell  func(title string, err error)
	// Done is called after the answers are in, with the workshops that they went to; it shows where they are.
	Done func(changed []workshop.ID)
	Log  func(event string)
}

// Collect reads files and shows what becomes of each.
func Collect(o CollectOptions, paths []string) {
	var forms []*assess.Returned
	var unread []assess.Arrival
	var err error
	var cancel func()
	progress := o.Shell.ShowProgress("Reading what came back", func() { cancel() })
	cancel = run.Go(func(ctx context.Context) {
		forms, unread, err = read(ctx, paths, func(done int, name string) {
			run.Main(func() { progress.Set(float64(done)/float64(len(paths)), name) })
		})
	}, func() {
		progress.Close()
		switch {
		case errors.Is(err, context.Canceled):
			o.Shell.Notify(widgets.Notice{Icon: "info", Text: "Stopped; nothing was changed"})
		case err != nil:
			o.Tell("Nothing was collected", err)
		default:
			if p := o.Shell.Page(); p != nil && p.ID() == PageID {
				o.Shell.Back()
			}
			o.Shell.Open(newPage(o, gather(o.From, forms, unread)))
			if o.Log != nil {
				o.Log("collect")
			}
		}
	})
}
