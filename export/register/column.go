package register

import (
	"github.com/xuri/excelize/v2"

	"nemawashi.app/workshop"
)

// check names what may be typed into a column.
type check int

// The checks.
const (
	checkNothing check = iota
	checkList          // one word of the list with the field's name
	checkOwner         // somebody of the list, or a new name
	checkDate
	checkPercent
	checkLevel // 1 to 5
	checkCount // 0 or more
	checkAmount
)

// column is one column of a table with rows of type T.
type column[T any] struct {
	field    string // its name in the records, under which the words and the merge know it
	min, max int    // width in digits
	look     look
	check    check
	read     bool // shown, but never taken back
	more     bool // folded away while nobody uses it
	hidden   bool
	value    func(T) any
	money    func(T) purse // of an amount
}

// actionColumns are the columns of the table of actions. What an owner needs
// every week comes first.
func actionColumns(w words, several bool) []column[*item] {
	choice := func(field string, get func(*item) string) func(*item) any {
		words := map[string]any{}
		f, _ := workshop.FieldOf(workshop.KindAction, field)
		for _, c := range f.Choices {
			words[c] = w.choice(field, c)
		}
		return func(i *item) any { return words[get(i)] }
	}
	person := func(get func(*item) workshop.ID) func(*item) any {
		return func(i *item) any { return text(i.shop.people[get(i)]) }
	}
	amount := func(get func(*item) workshop.Money) func(*item) any {
		return func(i *item) any { return i.shop.purse.value(get(i)) }
	}
	currency := func(i *item) purse { return i.shop.purse }

	list := []column[*item]{
		{field: "number", min: 7, max: 9, look: lookLine, read: true, value: func(i *item) any { return i.Label() }},
	}
	if several {
		list = append(list,
			column[*item]{field: "workshop", min: 14, max: 24, look: lookLine, value: func(i *item) any { return i.shop.label }},
			column[*item]{field: "client", min: 8, max: 16, look: lookLine, read: true, value: func(i *item) any { return text(i.shop.client) }})
	}
	return append(list, []column[*item]{
		{field: "title", min: 24, max: 44, look: lookNote, value: func(i *item) any { return i.Title }},
		{field: "owner", min: 12, max: 20, look: lookLine, check: checkOwner, value: func(i *item) any { return text(i.owner) }},
		{field: "due", min: 15, max: 15, look: lookDate, check: checkDate, value: func(i *item) any { return day(i.Due) }},
		{field: "status", min: 11, max: 12, look: lookLine, check: checkList, value: choice("status", func(i *item) string { return i.Status })},
		{field: "progress", min: 10, max: 10, look: lookInt, check: checkPercent, value: func(i *item) any { return i.Progress }},
		{field: "priority", min: 8, max: 9, look: lookLine, check: checkList, value: choice("priority", func(i *item) string { return i.Priority })},
		{field: "category", min: 10, max: 15, look: lookLine, check: checkList, value: choice("category", func(i *item) string { return i.Category })},
		{field: "blocker", min: 14, max: 26, look: lookNote, value: func(i *item) any { return text(i.Blocker) }},
		{field: "update", min: 20, max: 34, look: lookNote, value: func(i *item) any { return text(i.Update) }},
		{field: "detail", min: 14, max: 32, look: lookNote, more: true, value: func(i *item) any { return text(i.Detail) }},
		{field: "source", min: 12, max: 24, look: lookNote, more: true, value: func(i *item) any { return text(i.shop.sources[i.Source]) }},
		{field: "goal", min: 12, max: 24, look: lookNote, more: true, value: func(i *item) any { return text(i.shop.goals[i.Goal]) }},
		{field: "helpers", min: 12, max: 18, look: lookLine, more: true, value: func(i *item) any { return text(i.shop.names(i.Helpers)) }},
		{field: "start", min: 11, max: 11, look: lookDate, check: checkDate, more: true, value: func(i *item) any { return day(i.Start) }},
		{field: "closed", min: 11, max: 11, look: lookDate, check: checkDate, more: true, value: func(i *item) any { return day(i.Closed) }},
		{field: "verified_by", min: 12, max: 17, look: lookLine, check: checkOwner, more: true, value: person(func(i *item) workshop.ID { return i.VerifiedBy })},
		{field: "effort", min: 7, max: 7, look: lookInt, check: checkLevel, more: true, value: func(i *item) any { return whole(i.Effort) }},
		{field: "impact", min: 7, max: 7, look: lookInt, check: checkLevel, more: true, value: func(i *item) any { return whole(i.Impact) }},
		{field: "hours", min: 7, max: 10, look: lookInt, check: checkCount, more: true, value: func(i *item) any { return whole(i.Hours) }},
		{field: "people", min: 8, max: 10, look: lookInt, check: checkCount, more: true, value: func(i *item) any { return whole(i.People) }},
		{field: "cost", min: 13, max: 22, look: lookNumber, check: checkAmount, more: true, value: amount(func(i *item) workshop.Money { return i.Cost }), money: currency},
		{field: "benefit_expected", min: 13, max: 22, look: lookNumber, check: checkAmount, more: true, value: amount(func(i *item) workshop.Money { return i.BenefitExpected }), money: currency},
		{field: "benefit_actual", min: 13, max: 22, look: lookNumber, check: checkAmount, more: true, value: amount(func(i *item) workshop.Money { return i.BenefitActual }), money: currency},
		{field: "benefit_confirmed_by", min: 12, max: 17, look: lookLine, check: checkOwner, more: true, value: person(func(i *item) workshop.ID { return i.BenefitConfirmedBy })},
		{field: "check_every", min: 11, max: 12, look: lookLine, check: checkList, more: true, value: choice("check_every", func(i *item) string { return i.CheckEvery })},
		{field: "check_from", min: 11, max: 11, look: lookDate, check: checkDate, more: true, value: func(i *item) any { return day(i.CheckFrom) }},
		{field: "check_until", min: 11, max: 11, look: lookDate, check: checkDate, more: true, value: func(i *item) any { return day(i.CheckUntil) }},
		{field: "checked", min: 11, max: 11, look: lookDate, check: checkDate, more: true, value: func(i *item) any { return day(i.Checked) }},
		{field: "id", min: 38, max: 38, look: lookLine, hidden: true, read: true, value: func(i *item) any { return string(i.ID) }},
	}...)
}

// validation is the rule for the cells of a column, nil where all is allowed.
func (c *column[T]) validation(w words, cells string) *excelize.DataValidation {
	v := excelize.NewDataValidation(true)
	v.SetSqref(cells)
	number := func(kind excelize.DataValidationType, from, to float64, message string) error {
		v.SetError(excelize.DataValidationErrorStyleStop, w.say("column."+c.field), w.say(message))
		return v.SetRange(from, to, kind, excelize.DataValidationOperatorBetween)
	}
	var err error
	switch c.check {
	case checkNothing:
		return nil
	case checkList:
		v.SetSqrefDropList(listName(c.field))
		v.SetError(excelize.DataValidationErrorStyleStop, w.say("column."+c.field), w.say("check.list"))
	case checkOwner:
		v.SetSqrefDropList(listName("owner"))
	case checkDate:
		// From 2000 on, so that a year typed with two digits or a bare number is caught.
		err = number(excelize.DataValidationTypeDate, 36526, 109574, "check.date")
	case checkPercent:
		err = number(excelize.DataValidationTypeWhole, 0, 100, "check.percent")
	case checkLevel:
		err = number(excelize.DataValidationTypeWhole, 1, 5, "check.level")
	case checkCount:
		err = number(excelize.DataValidationTypeWhole, 0, 1_000_000, "check.count")
	case checkAmount:
		err = number(excelize.DataValidationTypeDecimal, -exact, exact, "check.amount")
	}
	if err != nil {
		// The bounds above are constants within the library's range.
		panic("register: " + err.Error())
	}
	return v
}
