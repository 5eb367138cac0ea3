package library

import (
	"strings"
	"unicode"

	"github.com/ncruces/go-sqlite3"

	"nemawashi.app/workshop"
)

// Hit is a record that a search found.
type Hit struct {
	Workshop      workshop.ID
	WorkshopTitle string
	ID            workshop.ID
	Kind          workshop.Kind
	Title         string
	Snippet       string // the text around the first word found

	// Of an action only.
	Number    int
	OwnerName string
	Due       workshop.Date
	Status    string
}

// Search finds the records in which every word of text begins some word, the
// newest first, at most limit of them. Any text is a valid search; one without
// letters and digits finds nothing.
func (l *Library) Search(text string, limit int) ([]Hit, error) {
	words := searchWords(text)
	if len(words) == 0 || limit <= 0 {
		return nil, nil
	}
	var out []Hit
	err := l.look(func(c *conn) error {
		return c.each(`SELECT f.workshop, coalesce(s.title, ''), f.record, f.kind, f.title, f.body,
				coalesce(i.number, 0), coalesce(p.title, ''), coalesce(i.date, ''), coalesce(i.state, '')
			FROM (SELECT rowid AS place, * FROM search WHERE search MATCH ? ORDER BY rowid DESC LIMIT ?) f
			LEFT JOIN summary s ON s.workshop=f.workshop
			LEFT JOIN item i ON i.workshop=f.workshop AND i.kind='action' AND i.id=f.record
			LEFT JOIN item p ON p.workshop=f.workshop AND p.kind='person' AND p.id=i.owner
			ORDER BY f.place DESC`, []any{matching(words), limit}, func(s *sqlite3.Stmt) error {
			h := Hit{Workshop: workshop.ID(s.ColumnText(0)), WorkshopTitle: s.ColumnText(1), ID: workshop.ID(s.ColumnText(2)),
				Kind: workshop.Kind(s.ColumnText(3)), Title: joined(s.ColumnText(4)),
				Number: s.ColumnInt(6), OwnerName: s.ColumnText(7), Due: workshop.Date(s.ColumnText(8)), Status: s.ColumnText(9)}
			h.Snippet = snippet(joined(s.ColumnText(5)), words)
			if h.Title == "" {
				h.Title = h.Snippet
			}
			out = append(out, h)
			return nil
		})
	})
	return out, err
}

// searchWords are the parts of a search text that the index can find.
func searchWords(text string) []string {
	var out []string
	for _, w := range strings.FieldsFunc(workshop.Normal(strings.ToValidUTF8(text, " ")), func(r rune) bool {
		return unicode.IsSpace(r) || unicode.IsControl(r)
	}) {
		if strings.ContainsFunc(w, func(r rune) bool { return unicode.IsLetter(r) || unicode.IsNumber(r) }) {
			out = append(out, w)
		}
	}
	return out
}

// matching is the words as a query in the index's language: each a quoted
// phrase whose last part may go on.
func matching(words []string) string {
	var b strings.Builder
	for _, w := range words {
		b.WriteString(`"` + strings.ReplaceAll(segmented(w), `"`, `""`) + `"* `)
	}
	return b.String()
}

// around is how many characters a snippet shows before and after.
const around = 40

// snippet is the piece of text in which the first of the words is found.
func snippet(body string, words []string) string {
	body = strings.Join(strings.Fields(body), " ")
	at := 0
	lower := strings.ToLower(body)
	if len(lower) == len(body) {
		for _, w := range words {
			if i := strings.Index(lower, strings.ToLower(w)); i >= 0 {
				at = i
				break
			}
		}
	}
	runes := []rune(body)
	start := max(0, len([]rune(body[:at]))-around)
	end := min(len(runes), start+3*around)
	out := string(runes[start:end])
	if start > 0 {
		out = "…" + out
	}
	if end < len(runes) {
		out += "…"
	}
	return out
}
