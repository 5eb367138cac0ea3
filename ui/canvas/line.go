package canvas

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"nemawashi.app/workshop/quickadd"
	"nemawashi.app/workshop/template"
)

// line is a line of quick-add as it was understood.
type line struct {
	values map[string]any
	told   []string // what was understood besides the text, in words
	err    error    // why the text itself cannot be kept
}

// readLine understands a line such as "Oven warm-up 25m", "Board on the floor @Maria due fri #ready" or "Sponsor is here daily =4 | keep it".
// Whatever fits no field of the canvas stays in the text, so nothing that was typed is lost.
func (d *Desk) readLine(fields []Field, typed string) line {
	out := line{values: map[string]any{}}
	parts := strings.Split(typed, " | ")
	for i := range parts[1:] {
		parts[i+1] = out.cutEnd(d, fields, parts[i+1])
	}
	for _, f := range fields[1:] {
		if len(parts) > 1 && (f.Type == template.TypeText || f.Type == template.TypeNote) {
			out.take(d, f, strings.TrimSpace(parts[1]))
			parts = slices.Delete(parts, 1, 2)
		}
	}
	text := strings.Join(parts, " | ")
	text = out.cutNamed(d, fields, text, false)
	text = out.cutMarked(d, fields, text)
	text = out.cutMinutes(d, fields, text)
	first, err := d.read(fields[0], text)
	out.err = err
	if first != nil {
		out.values[fields[0].ID] = first
	}
	return out
}

// take reads one value and says so; what cannot be read is not taken.
func (l *line) take(d *Desk, f Field, typed string) bool {
	if _, twice := l.values[f.ID]; twice {
		return false
	}
	v, err := d.read(f, typed)
	if err != nil || v == nil {
		return false
	}
	l.values[f.ID] = v
	l.told = append(l.told, d.understood(f, v))
	return true
}

// understood says a value in words: "Adds 25 min per day", "Owner Maria".
func (d *Desk) understood(f Field, v any) string {
	switch x := v.(type) {
	case newPerson:
		return f.Title + " " + x.name + " (new)"
	case float64:
		if f.Sum {
			said := "Adds " + d.sum(f, x)
			if _, per, ok := strings.Cut(f.Title, " per "); ok {
				said += " per " + per
			}
			return said
		}
	case bool:
		return f.Title
	}
	return f.Title + " " + d.show(f, v)
}

func firstOf(fields []Field, is func(Field) bool) (Field, bool) {
	i := slices.IndexFunc(fields, is)
	if i < 0 {
		return Field{}, false
	}
	return fields[i], true
}

// cutNamed takes "@Maria", "due fri" and "4h" out of the text where the canvas has a field for them; with end only persons and dates that
// stand at its end.
func (l *line) cutNamed(d *Desk, fields []Field, text string, end bool) string {
	person, people := firstOf(fields[1:], func(f Field) bool { return f.Type == template.TypePerson })
	date, dates := firstOf(fields[1:], func(f Field) bool { return f.Type == template.TypeDate })
	hours, timed := firstOf(fields[1:], func(f Field) bool { return f.Type == template.TypeInt && f.Unit == "h" })
	if !people && !dates && !timed {
		return text
	}
	understood := quickadd.Parse(text, quickadd.Context{Today: d.today(), People: d.people()})
	if end {
		understood.Parts = atEnd(understood.Parts, text)
	}
	var cuts []quickadd.Part
	for _, p := range understood.Parts {
		_, named := l.values[person.ID]
		switch {
		case people && !named && (p.Field == quickadd.Owner || end && p.Field == quickadd.Helper):
			var v any = p.Value
			if p.Name != "" {
				v = newPerson{p.Name}
			}
			l.values[person.ID] = v
			l.told = append(l.told, d.understood(person, v))
		case p.Field == quickadd.Due && dates && l.take(d, date, p.Value), p.Field == quickadd.Hours && timed && l.take(d, hours, p.Value):
		default:
			continue
		}
		cuts = append(cuts, p)
	}
	for _, doubt := range understood.Doubts {
		if said := fmt.Sprintf("%s fits %d people", doubt.Text, len(doubt.People)); people && !slices.Contains(l.told, said) {
			l.told = append(l.told, said)
		}
	}
	if len(cuts) == 0 {
		return text
	}
	for _, p := range slices.Backward(cuts) {
		text = text[:p.Start] + text[p.End:]
	}
	return strings.Join(strings.Fields(text), " ")
}

// atEnd are the persons and the date that nothing but such parts follows.
func atEnd(parts []quickadd.Part, text string) []quickadd.Part {
	end, first := len(text), len(parts)
	for i, p := range slices.Backward(parts) {
		if p.Field != quickadd.Owner && p.Field != quickadd.Helper && p.Field != quickadd.Due || strings.TrimSpace(text[p.End:end]) != "" {
			break
		}
		end, first = p.Start, i
	}
	return parts[first:]
}

// cutEnd takes all that is no words of its own from the end of a part behind an upright line, in any order.
func (l *line) cutEnd(d *Desk, fields []Field, part string) string {
	for {
		rest := l.cutNamed(d, fields, l.cutLast(d, fields, part), true)
		if rest == part {
			return part
		}
		part = rest
	}
}

// cutLast takes the marks at the end of a part behind an upright line, so that it does not matter whether "#verified" stands before the
// evidence or behind it. Those within it are its words.
func (l *line) cutLast(d *Desk, fields []Field, part string) string {
	words := strings.Fields(part)
	n := len(words)
	for n > 0 && l.marked(d, fields, words[n-1]) {
		n--
	}
	if n == len(words) {
		return part
	}
	return strings.Join(words[:n], " ")
}

// cutMarked takes "#ready" for a choice or a tick and "=4" for a number out of the text.
func (l *line) cutMarked(d *Desk, fields []Field, text string) string {
	var kept []string
	for _, word := range strings.Fields(text) {
		if !l.marked(d, fields, word) {
			kept = append(kept, word)
		}
	}
	return strings.Join(kept, " ")
}

func (l *line) marked(d *Desk, fields []Field, word string) bool {
	tag, tagged := strings.CutPrefix(word, "#")
	value, valued := strings.CutPrefix(word, "=")
	for _, f := range fields[1:] {
		switch {
		case tagged && tag != "" && f.Type == template.TypeChoice:
			if l.take(d, f, strings.ReplaceAll(tag, "-", " ")) || l.take(d, f, tag) {
				return true
			}
		case tagged && f.Judged && notSo(tag, f):
			if _, twice := l.values[f.ID]; twice {
				return false
			}
			l.values[f.ID] = false
			l.told = append(l.told, f.Title+": not so")
			return true
		case tagged && f.Type == template.TypeBool && (strings.EqualFold(tag, f.ID) || strings.EqualFold(strings.ReplaceAll(tag, "-", " "), f.Title)):
			return l.take(d, f, "yes")
		case valued && value != "" && f.numeric():
			if l.take(d, f, value) {
				return true
			}
		}
	}
	return false
}

// notSo says that a tag denies what the field says: "#not-so", or "#not-verified".
func notSo(tag string, f Field) bool {
	return strings.EqualFold(tag, "not-so") || strings.EqualFold(tag, "not-"+f.ID)
}

// cutMinutes takes a trailing "25m" out of the text.
func (l *line) cutMinutes(d *Desk, fields []Field, text string) string {
	f, ok := firstOf(fields[1:], func(f Field) bool { return f.Type == template.TypeInt && f.Unit == "min" })
	if !ok {
		return text
	}
	card := quickadd.ParseCard(text, nil)
	if card.Part != nil && l.take(d, f, strconv.Itoa(card.Minutes)) {
		return card.Text
	}
	return text
}

// inline are the fields that a card's line spells out: editing the line sets them and clears them. All others change only when the line names
// them.
func inline(fields []Field) []Field {
	var out []Field
	plain := false // a number without a sign of its own has been seen
	for i, f := range fields {
		switch {
		case i == 0, f.Type == template.TypeText, f.Type == template.TypeNote, f.Type == template.TypeInt && (f.Unit == "min" || f.Unit == "h"):
			out = append(out, f)
		case f.numeric() && !plain:
			plain = true
			out = append(out, f)
		}
	}
	return out
}

// written is a card as a line that reads back to the same card.
func (d *Desk) written(fields []Field, value func(field string) any) string {
	text, _ := value(fields[0].ID).(string)
	rest, open := "", ""
	for _, f := range inline(fields)[1:] {
		v := value(f.ID)
		switch {
		case f.Type == template.TypeText, f.Type == template.TypeNote:
			open += " | " + oneLine(d.draft(f, v))
			if v != nil {
				rest += open
				open = ""
			}
		case v == nil:
		case f.Unit == "min":
			text += " " + d.draft(f, v) + "m"
		case f.Unit == "h":
			text += " " + d.draft(f, v) + "h"
		default:
			text += " =" + d.draft(f, v)
		}
	}
	return text + rest
}

// syntax says in a few words what quick-add understands here.
func syntax(fields []Field) string {
	var out []string
	for _, f := range fields[1:] {
		switch {
		case f.Type == template.TypeInt && f.Unit == "min":
			out = append(out, "25m")
		case f.Type == template.TypeInt && f.Unit == "h":
			out = append(out, "4h")
		case f.numeric():
			out = append(out, "=4")
		case f.Type == template.TypePerson:
			out = append(out, "@"+lower(f.Title))
		case f.Type == template.TypeDate:
			out = append(out, "due fri")
		case f.Type == template.TypeChoice && len(f.Choices) > 0:
			out = append(out, "#"+f.Choices[0].ID)
		case f.Type == template.TypeBool:
			out = append(out, "#"+f.ID)
			if f.Judged {
				out = append(out, "#not-so")
			}
		case f.Type == template.TypeText, f.Type == template.TypeNote:
			out = append(out, "| "+lower(f.Title))
		}
	}
	return strings.Join(slices.Compact(out), "  ")
}

func lower(s string) string {
	if s == "" {
		return s
	}
	return strings.ToLower(s[:1]) + s[1:]
}

// plural is the plural of an English noun, for counts.
func plural(n int, one string) string {
	switch {
	case n == 1:
		return "1 " + one
	case strings.HasSuffix(one, "y") && !strings.HasSuffix(one, "ay"):
		one = one[:len(one)-1] + "ie"
	case strings.HasSuffix(one, "s"), strings.HasSuffix(one, "ch"):
		one += "e"
	}
	return fmt.Sprintf("%d %ss", n, one)
}
