package sample

import (
	"fmt"
	"regexp"
	"strings"
	"time"

	"nemawashi.app/workshop"
)

// words turns what the documents say into what a library understands: dates
// move, handles become ids.
type words struct {
	days int
	ids  map[string]workshop.ID
	put  func([]byte) (string, error) // keeps a picture
}

// newWords knows the steps and reviews that the template made: "step:gemba-walk",
// "review:1" for the first review planned.
func newWords(s *workshop.Session, days int) *words {
	w := &words{days: days, ids: map[string]workshop.ID{}}
	s.Read(func(shop *workshop.Workshop) {
		for _, step := range workshop.All[workshop.Step](shop) {
			w.ids["step:"+step.TemplateStep] = step.ID
		}
		for i, r := range workshop.All[workshop.Review](shop) {
			w.ids[fmt.Sprintf("review:%d", i+1)] = r.ID
		}
	})
	return w
}

var dated = regexp.MustCompile(`^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}:\d{2}Z)?$`)

func (w *words) translate(v any) any {
	switch x := v.(type) {
	case map[string]any:
		for k, item := range x {
			x[k] = w.translate(item)
		}
	case []any:
		for i, item := range x {
			x[i] = w.translate(item)
		}
	case string:
		return w.word(x)
	}
	return v
}

func (w *words) word(s string) string {
	if id, ok := w.ids[s]; ok {
		return string(id)
	}
	if !dated.MatchString(s) {
		return s
	}
	if !strings.Contains(s, "T") {
		return string(workshop.Date(s).AddDays(w.days))
	}
	t, err := time.Parse(time.RFC3339, s)
	if err != nil {
		return s
	}
	return t.AddDate(0, 0, w.days).Format(time.RFC3339)
}

// handles lists the "#" ids of a document by kind, in the order given.
func handles(doc map[string]any) map[string][]string {
	out := map[string][]string{}
	for kind, v := range doc {
		list, ok := v.([]any)
		if !ok {
			continue
		}
		for _, item := range list {
			handle := ""
			if o, ok := item.(map[string]any); ok {
				if id, ok := o["id"].(string); ok && strings.HasPrefix(id, "#") {
					handle = id
				}
			}
			out[kind] = append(out[kind], handle)
		}
	}
	return out
}

// keepPictures draws what the photos of a document show.
func (w *words) keepPictures(doc map[string]any) error {
	photos, _ := doc["photos"].([]any)
	for _, item := range photos {
		photo, _ := item.(map[string]any)
		blob, _ := photo["blob"].(string)
		f := pictures[strings.TrimPrefix(blob, "picture:")]
		if f == nil {
			return fmt.Errorf("there is no drawing %q", blob)
		}
		data, err := f()
		if err != nil {
			return err
		}
		sum, err := w.put(data)
		if err != nil {
			return err
		}
		w.ids[blob] = workshop.ID(sum)
	}
	return nil
}
