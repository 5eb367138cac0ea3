package register

import (
	"fmt"
	"strconv"
	"strings"

	"github.com/xuri/excelize/v2"

	"nemawashi.app/workshop"
)

// writeActions writes the table that owners work in.
func (b *book) writeActions() error {
	t := table[*item]{
		sheet: "actions", name: "Actions", columns: actionColumns(b.words, b.several()), rows: b.items,
		label: (*item).Label, freeze: 1, marks: b.markActions, counts: true,
	}
	_, err := t.write(b)
	return err
}

// markActions paints what is overdue, blocked and done, and draws the
// progress. The rules follow the cells as they are edited; color never stands
// alone: the status is a word, and an overdue date says so.
func (b *book) markActions(r region) error {
	status := "$" + r.letters["status"] + strconv.Itoa(r.first)
	due := "$" + r.letters["due"] + strconv.Itoa(r.first)
	ended := fmt.Sprintf("OR(%s=%s,%s=%s,%s=%s)",
		status, b.quoted(workshop.ActionDone), status, b.quoted(workshop.ActionVerified), status, b.quoted(workshop.ActionDropped))
	overdue, err := b.styles.mark(colorDanger, "", `"`+b.words.say("late")+` "yyyy-mm-dd`, true)
	if err != nil {
		return err
	}
	bad, err := b.styles.mark(colorDanger, colorDangerTint, "", true)
	if err != nil {
		return err
	}
	good, err := b.styles.mark(colorOK, colorOKTint, "", false)
	if err != nil {
		return err
	}
	running, err := b.styles.mark(colorFill, colorTint, "", false)
	if err != nil {
		return err
	}
	quiet, err := b.styles.mark(colorText3, "", "", false)
	if err != nil {
		return err
	}
	rule := func(criteria string, format *int) excelize.ConditionalFormatOptions {
		return excelize.ConditionalFormatOptions{Type: "formula", Criteria: criteria, Format: format}
	}
	rules := []struct {
		from, to string
		rules    []excelize.ConditionalFormatOptions
	}{
		{r.letters["due"], r.letters["due"], []excelize.ConditionalFormatOptions{
			rule(fmt.Sprintf("AND(ISNUMBER(%s),%s<TODAY(),NOT(%s))", due, due, ended), overdue),
		}},
		{r.letters["status"], r.letters["status"], []excelize.ConditionalFormatOptions{
			rule(status+"="+b.quoted(workshop.ActionBlocked), bad),
			rule(status+"="+b.quoted(workshop.ActionStarted), running),
			rule(fmt.Sprintf("OR(%s=%s,%s=%s)", status, b.quoted(workshop.ActionDone), status, b.quoted(workshop.ActionVerified)), good),
		}},
		{r.letters["progress"], r.letters["progress"], []excelize.ConditionalFormatOptions{
			{Type: "data_bar", Criteria: "=", MinType: "num", MinValue: "0", MaxType: "num", MaxValue: "100", BarColor: "#" + colorBar},
		}},
		{"A", r.letters["title"], []excelize.ConditionalFormatOptions{rule(ended, quiet)}},
	}
	for _, x := range rules {
		if x.from == "" {
			continue
		}
		if err := b.file.SetConditionalFormat(r.sheet, r.cells(x.from, x.to), x.rules); err != nil {
			return err
		}
	}
	return nil
}

// quoted is the word for a status as a text in a formula.
func (b *book) quoted(status string) string {
	return `"` + strings.ReplaceAll(b.words.choice("status", status), `"`, `""`) + `"`
}
