package library

import (
	"strings"
	"unicode"

	"nemawashi.app/workshop"
)

// text is what can be searched of one record. Confidential fields and cells
// are not in it: a result may be read by whoever stands behind the screen.
type text struct{ title, body string }

// technical are the fields that hold ids and codes rather than words.
var technical = map[string]bool{
	"template": true, "template_step": true, "canvas": true, "column": true, "blob": true, "currency": true,
	"language": true, "questionnaire": true, "confidentiality": true, "code": true, "outputs_done": true, "statements": true,
}

// textOf is empty for records that are not searched: responses are judgements,
// and of a returned file there are no words.
func textOf(r workshop.Record, confidential func(canvas, cell string) bool) text {
	if k := r.Kind(); k == workshop.KindResponse || k == workshop.KindReturn {
		return text{}
	}
	t := text{title: titleOf(r, confidential)}
	var body []string
	workshop.TextsOf(r, func(field, s string) {
		if technical[field] || s == "" || s == t.title || !searchable(r, field, confidential) {
			return
		}
		body = append(body, s)
	})
	t.body = strings.Join(body, "\n")
	return t
}

func searchable(r workshop.Record, field string, confidential func(canvas, cell string) bool) bool {
	switch x := r.(type) {
	case *workshop.Card:
		_, cell, ok := strings.Cut(field, ".")
		return !ok || confidential == nil || !confidential(x.Canvas, cell)
	case *workshop.Action:
		if field == "title" { // it is in the result's title, after the number
			return false
		}
	case *workshop.Stakeholder:
		// One person's name on the map would tell who is on it.
		if field == "name" && x.Size <= 1 {
			return false
		}
	}
	f, ok := workshop.FieldOf(r.Kind(), field)
	return ok && !f.Confidential
}

// titleOf is the line under which a record is listed.
func titleOf(r workshop.Record, confidential func(canvas, cell string) bool) string {
	switch x := r.(type) {
	case *workshop.Charter:
		return x.Title
	case *workshop.Person:
		return x.Name
	case *workshop.Step:
		return x.Title
	case *workshop.Card:
		if confidential == nil || !confidential(x.Canvas, "text") {
			return x.Text("text")
		}
	case *workshop.Stakeholder:
		return x.Code
	case *workshop.Action:
		return x.Label() + " " + x.Title
	case *workshop.Goal:
		return x.Title
	case *workshop.Commitment:
		return x.FromWhat
	case *workshop.Measure:
		return x.Name
	case *workshop.Round:
		return x.Title
	case *workshop.Photo:
		return x.Caption
	}
	return ""
}

// seam stands between characters of scripts that write no spaces, so that the
// index takes each as a word of its own: then 改善 is found inside 現場改善活動.
// It has no width, and is taken out again where text is shown.
const seam = "\u200b"

func unspaced(r rune) bool {
	return r >= 0x0E00 && unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Thai, unicode.Lao, unicode.Khmer, unicode.Myanmar)
}

// segmented puts the seams in.
func segmented(s string) string {
	if strings.IndexFunc(s, unspaced) < 0 {
		return s
	}
	var b strings.Builder
	b.Grow(2 * len(s))
	last := false
	for i, r := range s {
		now := unspaced(r)
		if i > 0 && (now || last) && !unicode.IsMark(r) {
			b.WriteString(seam)
		}
		b.WriteRune(r)
		last = now || last && unicode.IsMark(r)
	}
	return b.String()
}

func joined(s string) string { return strings.ReplaceAll(s, seam, "") }
