package actions

import (
	"errors"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"nemawashi.app/workshop"
	"nemawashi.app/workshop/actionlist"
	"nemawashi.app/workshop/quickadd"
)

// What is typed into a cell or pasted over it is read here, for one cell and for many alike. An empty value takes away what was there, where
// there can be none.

func readTitle(_ *actionlist.Row, text string) (setter, error) {
	if text = strings.TrimSpace(text); text == "" {
		return nil, errors.New("an action needs a few words")
	}
	return func(a *workshop.Action) { a.Title = text }, nil
}

func (b *Board) readDue(r *actionlist.Row, text string) (setter, error) {
	d, ok := quickadd.Date(text, b.context(r))
	if !ok {
		return nil, fmt.Errorf("%q is no date: type fri, +2w, 22 nov or 2026-11-22", text)
	}
	return func(a *workshop.Action) { a.Due = d }, nil
}

func (b *Board) readProgress(_ *actionlist.Row, text string) (setter, error) {
	n, err := strconv.Atoi(strings.TrimSpace(strings.TrimSuffix(strings.TrimSpace(text), "%")))
	if err != nil || n < 0 || n > 100 {
		return nil, errors.New("type a number from 0 to 100")
	}
	return func(a *workshop.Action) { a.SetProgress(n, b.o.today()) }, nil
}

func readBoth(_ *actionlist.Row, text string) (setter, error) {
	effort, impact, err := readLevels(text)
	if err != nil {
		return nil, err
	}
	return func(a *workshop.Action) { a.Effort, a.Impact = effort, impact }, nil
}

// readOwner takes a name, a first name, a code name or the beginning of one, as the line above does.
func (b *Board) readOwner(r *actionlist.Row, text string) (setter, error) {
	owner := workshop.ID("")
	if text = strings.TrimSpace(text); text != "" && !strings.EqualFold(text, "nobody") {
		switch found := quickadd.Match(text, b.people(r)); len(found) {
		case 0:
			return nil, fmt.Errorf("nobody in this workshop is called %q: add the person in People first", text)
		case 1:
			owner = found[0].ID
		default:
			_, names := b.called(found)
			return nil, fmt.Errorf("%q can be %s: write the whole name", text, strings.Join(names, " or "))
		}
	}
	return func(a *workshop.Action) { a.Owner = owner }, nil
}

// readStatus takes the words of the screen and those of the record.
func (b *Board) readStatus(_ *actionlist.Row, text string) (setter, error) {
	text = strings.TrimSpace(text)
	for _, s := range actionlist.Statuses() {
		if strings.EqualFold(text, s) || strings.EqualFold(text, statusWords[s]) {
			return func(a *workshop.Action) { a.SetStatus(s, b.o.today()) }, nil
		}
	}
	return nil, fmt.Errorf("%q is no status: Blocked, Open, In progress, Done, Verified or Dropped", text)
}

func readPriority(_ *actionlist.Row, text string) (setter, error) {
	priority := strings.ToLower(strings.TrimSpace(text))
	switch {
	case priority == "med":
		priority = "medium"
	case priority == "none":
		priority = ""
	}
	if priority != "" && !slices.Contains(actionlist.Priorities(), priority) {
		return nil, fmt.Errorf("%q is no priority: High, Medium, Low or nothing", text)
	}
	return func(a *workshop.Action) { a.Priority = priority }, nil
}
