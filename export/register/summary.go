package register

import (
	"fmt"
	"math"
	"slices"
	"strconv"
	"strings"

	"github.com/xuri/excelize/v2"

	"nemawashi.app/workshop"
)

// charted is how many owners the chart shows: those with the most overdue.
const charted = 12

// chartRows is how many rows the chart covers, beside the list of owners.
const chartRows = 18

// nameWidth is the width of the column with names of owners and workshops.
const nameWidth = 30

// summary is the first sheet. Its counts are formulas over the
// sheet Actions, stored with their values, so that previews show numbers and
// the counts stay true while owners edit.
type summary struct {
	*book
	sheet   *sheet
	letters map[string]string
	end     int // last row of the sheet Actions that formulas look at
}

func (b *book) writeSummary() error {
	owners := countsByOwner(b.items, b.in.Today)
	ownersEnd := 10 + len(owners)
	shopsAt := ownersEnd + 2
	if len(owners) > 0 {
		shopsAt = max(shopsAt, 9+chartRows+2)
	}
	name := b.words.say("sheet.summary")
	sh, err := b.sheet(name, layout{
		rows: shopsAt + 1 + len(b.shops), columns: 10, color: colorOK,
		widths: []float64{nameWidth, 16, 16, 16, 13, 13, 13, 13, 17, 17},
	})
	if err != nil {
		return err
	}
	s := &summary{book: b, sheet: sh, letters: map[string]string{}, end: 1 + max(1, len(b.items)) + spare}
	for i, c := range actionColumns(b.words, b.several()) {
		if s.letters[c.field], err = excelize.ColumnNumberToName(i + 1); err != nil {
			return err
		}
	}
	if err := s.head(); err != nil {
		return err
	}
	if err := s.owners(owners); err != nil {
		return err
	}
	sh.next = shopsAt
	if err := s.workshops(); err != nil {
		return err
	}
	if len(owners) > 0 {
		if err := s.chart(name, min(len(owners), charted)); err != nil {
			return err
		}
	}
	return sh.Flush()
}

// head writes what the register is of, and the eight numbers.
func (s *summary) head() error {
	var where []string
	if !s.several() {
		c := s.shops[0].view.Charter
		where = slices.DeleteFunc([]string{c.Client, c.Site, c.Programme}, func(s string) bool { return s == "" })
	}
	of := slices.DeleteFunc([]string{s.asOf(), s.confidentiality()}, func(s string) bool { return s == "" })
	all := tallyOf(s.items, s.in.Today)
	value := func(l look, formula string, v any) excelize.Cell {
		return excelize.Cell{StyleID: s.styles.of(l), Formula: formula, Value: v}
	}
	bad := lookKey
	if all.overdue > 0 {
		bad = lookKeyBad
	}
	share := "IF(A6=G6,0,F6/(A6-G6))"
	rows := [][]any{
		{s.styled(lookTitle, s.title())},
		{s.styled(lookFact, text(strings.Join(where, " · ")))},
		{s.styled(lookFact, strings.Join(of, " · "))},
		nil,
		{},
		{
			value(lookKey, s.count(), all.total), value(lookKey, s.countOpen(), all.open),
			value(bad, s.countOverdue(), all.overdue), value(lookKey, s.countSoon(), all.soon),
			value(lookKey, s.count("status", s.quoted(workshop.ActionBlocked)), all.blocked),
			value(lookKey, s.countDone(), all.done),
			value(lookKey, s.count("status", s.quoted(workshop.ActionDropped)), all.dropped),
			value(lookKeyShare, share, all.share()),
		},
		{s.styled(lookCaption, s.words.say("summary.note"))},
		nil,
	}
	for _, key := range []string{"total", "open", "overdue", "soon", "blocked", "done", "dropped", "share"} {
		rows[4] = append(rows[4], s.styled(lookCaption, s.words.say("count."+key)))
	}
	for i, row := range rows {
		height := 0.0
		if i == 0 || i == 5 {
			height = 27
		}
		if err := s.sheet.tall(height, row...); err != nil {
			return err
		}
	}
	return nil
}

// owners writes the counts per owner.
func (s *summary) owners(list []*tally) error {
	if err := s.sheet.row(s.styled(lookSection, s.words.say("title.owners"))); err != nil {
		return err
	}
	header := []any{s.styled(lookReading, s.words.say("column.owner"))}
	for _, key := range []string{"overdue", "ontime", "soon", "blocked", "done", "dropped", "total"} {
		header = append(header, s.styled(lookCounted, s.words.say("count."+key)))
	}
	if err := s.sheet.row(header...); err != nil {
		return err
	}
	for _, t := range list {
		name, criterion := t.name, "$A"+strconv.Itoa(s.sheet.next)
		if name == "" {
			name, criterion = s.words.say("owner.none"), `"="`
		}
		row := []any{s.styled(lookStrong, name)}
		row = append(row, s.counts(t, matchable(t.name), "owner", criterion)...)
		if err := s.sheet.tall(heightOf(linesOf(name, nameWidth)), row...); err != nil {
			return err
		}
	}
	return nil
}

// counts are the seven counts behind an owner, as formulas where a formula can
// find the owner, else as numbers.
func (s *summary) counts(t *tally, live bool, field, criterion string) []any {
	overdue := s.countOverdue(field, criterion)
	cells := []struct {
		formula string
		value   int
	}{
		{overdue, t.overdue},
		{s.countOpen(field, criterion) + "-(" + overdue + ")", t.open - t.overdue},
		{s.countSoon(field, criterion), t.soon},
		{s.count("status", s.quoted(workshop.ActionBlocked), field, criterion), t.blocked},
		{s.countDone(field, criterion), t.done},
		{s.count("status", s.quoted(workshop.ActionDropped), field, criterion), t.dropped},
		{s.count(field, criterion), t.total},
	}
	var out []any
	for _, c := range cells {
		cell := excelize.Cell{StyleID: s.styles.of(lookInt), Value: c.value}
		if live {
			cell.Formula = c.formula
		}
		out = append(out, cell)
	}
	return out
}

// workshops writes what each workshop is, and what its actions bring.
func (s *summary) workshops() error {
	if err := s.sheet.row(s.styled(lookSection, s.words.say("title.shops"))); err != nil {
		return err
	}
	header := []any{}
	for i, key := range []string{"column.workshop", "column.client", "fact.site", "fact.sponsor", "fact.start", "count.total", "count.open", "count.overdue", "column.benefit_expected", "column.benefit_actual"} {
		look := lookReading
		if i >= 5 {
			look = lookCounted
		}
		header = append(header, s.styled(look, s.words.say(key)))
	}
	if err := s.sheet.row(header...); err != nil {
		return err
	}
	counts := map[*shop]*tally{}
	for _, it := range s.items {
		if counts[it.shop] == nil {
			counts[it.shop] = &tally{}
		}
		counts[it.shop].add(it.Action, s.in.Today)
	}
	for _, shop := range s.shops {
		t := counts[shop]
		if t == nil {
			t = &tally{}
		}
		var by []string
		if s.several() {
			by = []string{"workshop", "$A" + strconv.Itoa(s.sheet.next)}
		}
		live := matchable(shop.label)
		cell := func(id int, formula string, v any) any {
			c := excelize.Cell{StyleID: id, Value: v}
			if live {
				c.Formula = formula
			}
			return c
		}
		amount, err := s.styles.ofMoney(shop.purse)
		if err != nil {
			return err
		}
		c := &shop.view.Charter
		plain := s.styles.of(lookInt)
		row := []any{
			s.styled(lookStrong, shop.label), s.styled(lookLine, text(c.Client)), s.styled(lookLine, text(c.Site)),
			s.styled(lookLine, text(shop.people[c.Sponsor])), s.styled(lookDate, day(c.Start)),
			cell(plain, s.count(by...), t.total), cell(plain, s.countOpen(by...), t.open), cell(plain, s.countOverdue(by...), t.overdue),
			cell(amount, s.sum("benefit_expected", by...), shop.purse.sum(t.expected)),
			cell(amount, s.sum("benefit_actual", by...), shop.purse.sum(t.actual)),
		}
		if err := s.sheet.tall(heightOf(linesOf(shop.label, nameWidth)), row...); err != nil {
			return err
		}
	}
	return nil
}

// sum is an amount in a total, where 0 is a result.
func (p purse) sum(m workshop.Money) any {
	if v := p.value(m); v != nil {
		return v
	}
	return 0.0
}

// chart draws the first owners as bars: overdue, open in time, done.
func (s *summary) chart(name string, owners int) error {
	ref := func(column string) string {
		return fmt.Sprintf("'%s'!$%s$11:$%s$%d", strings.ReplaceAll(name, "'", "''"), column, column, 10+owners)
	}
	bar := func(column, color string) excelize.ChartSeries {
		return excelize.ChartSeries{
			Name:       fmt.Sprintf("'%s'!$%s$10", strings.ReplaceAll(name, "'", "''"), column),
			Categories: ref("A"), Values: ref(column),
			Fill: excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{color}},
		}
	}
	gap := uint(60)
	label := excelize.Font{Family: fontName, Size: 9, Color: colorText2}
	return s.file.AddChart(name, "J9", &excelize.Chart{
		Type:      excelize.BarStacked,
		Series:    []excelize.ChartSeries{bar("B", colorDanger), bar("C", colorFill), bar("F", colorOK)},
		Title:     excelize.ChartTitle{Paragraph: []excelize.RichTextRun{{Text: s.words.say("title.chart"), Font: &excelize.Font{Family: fontName, Size: 12, Bold: true, Color: colorText}}}},
		Legend:    excelize.ChartLegend{Position: "bottom", Font: &label},
		XAxis:     excelize.ChartAxis{ReverseOrder: true, Font: label},
		YAxis:     excelize.ChartAxis{MajorGridLines: true, Font: label, MajorUnit: math.Max(1, math.Ceil(float64(largest(s.items))/8))},
		GapWidth:  &gap,
		Dimension: excelize.ChartDimension{Width: 520, Height: 20 * chartRows},
		Format:    excelize.GraphicOptions{AltText: s.words.say("title.chart")},
	})
}

// largest is the greatest number of actions of one owner.
func largest(all []*item) int {
	n, of := 0, map[string]int{}
	for _, i := range all {
		of[i.owner]++
		n = max(n, of[i.owner])
	}
	return n
}

// matchable says whether a formula finds exactly this text: it takes some
// signs for wildcards and comparisons.
func matchable(s string) bool {
	return !strings.ContainsAny(s, "*?~") && !strings.ContainsAny(s[:min(1, len(s))], "<>=") && len(s) < 255
}

// column is the range of a field on the sheet Actions, with the spare rows.
func (s *summary) column(field string) string {
	sheet := strings.ReplaceAll(s.words.say("sheet.actions"), "'", "''")
	return fmt.Sprintf("'%s'!$%s$2:$%s$%d", sheet, s.letters[field], s.letters[field], s.end)
}

// count counts the actions that meet pairs of field and criterion.
func (s *summary) count(pairs ...string) string {
	out := "COUNTIFS(" + s.column("title") + `,"?*"`
	for i := 0; i+1 < len(pairs); i += 2 {
		out += "," + s.column(pairs[i]) + "," + pairs[i+1]
	}
	return out + ")"
}

func (s *summary) countDone(pairs ...string) string {
	return s.count(append([]string{"status", s.quoted(workshop.ActionDone)}, pairs...)...) + "+" +
		s.count(append([]string{"status", s.quoted(workshop.ActionVerified)}, pairs...)...)
}

// countOpen counts what meets the pairs and is neither done, verified nor dropped.
func (s *summary) countOpen(pairs ...string) string {
	out := s.count(pairs...)
	for _, status := range []string{workshop.ActionDone, workshop.ActionVerified, workshop.ActionDropped} {
		out += "-" + s.count(append([]string{"status", s.quoted(status)}, pairs...)...)
	}
	return out
}

func (s *summary) countOverdue(pairs ...string) string {
	return s.countOpen(append([]string{"due", `"<"&TODAY()`}, pairs...)...)
}

func (s *summary) countSoon(pairs ...string) string {
	return s.countOpen(append([]string{"due", `">="&TODAY()`, "due", `"<"&TODAY()+7`}, pairs...)...)
}

// sum adds an amount up.
func (s *summary) sum(field string, pairs ...string) string {
	if len(pairs) == 0 {
		return "SUM(" + s.column(field) + ")"
	}
	return "SUMIFS(" + s.column(field) + "," + s.column(pairs[0]) + "," + pairs[1] + ")"
}
