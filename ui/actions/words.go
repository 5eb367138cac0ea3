package actions

import (
	"errors"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"nemawashi.app/ui/theme"
	"nemawashi.app/ui/widgets"
	"nemawashi.app/workshop"
	"nemawashi.app/workshop/actionlist"
	"nemawashi.app/workshop/amount"
)

// statusWords are what statuses are called on the screen.
var statusWords = map[string]string{
	workshop.ActionOpen: "Open", workshop.ActionStarted: "In progress", workshop.ActionBlocked: "Blocked",
	workshop.ActionDone: "Done", workshop.ActionVerified: "Verified", workshop.ActionDropped: "Dropped",
}

func statusTone(status string) widgets.Tone {
	switch status {
	case workshop.ActionStarted:
		return widgets.Accented
	case workshop.ActionBlocked:
		return widgets.Bad
	case workshop.ActionDone, workshop.ActionVerified:
		return widgets.Good
	}
	return widgets.Neutral
}

func statusChoices(selected string) ([]widgets.Choice, int) {
	var choices []widgets.Choice
	for _, s := range actionlist.Statuses() {
		choices = append(choices, widgets.Choice{Label: statusWords[s]})
	}
	return choices, slices.Index(actionlist.Statuses(), selected)
}

// priorityWords are short: the column is narrow.
var priorityWords = map[string]string{"high": "High", "medium": "Med", "low": "Low"}

func priorityIcon(priority string) (icon string, token theme.Token) {
	switch priority {
	case "high":
		return "up", theme.Wine
	case "medium":
		return "minus", theme.Text3
	case "low":
		return "down", theme.Text3
	}
	return "", theme.Text3
}

// level is a level of effort or impact in a letter; 1 and 2 are low, 4 and 5 high.
func level(n int) string {
	switch {
	case n == 0:
		return "–"
	case n <= 2:
		return "L"
	case n == 3:
		return "M"
	}
	return "H"
}

// readLevels reads "L/H", "2 5" or "m h" as effort and impact; empty text is neither.
func readLevels(text string) (effort, impact int, err error) {
	fields := strings.FieldsFunc(text, func(r rune) bool { return r == '/' || r == ',' || unicode.IsSpace(r) })
	if len(fields) == 0 {
		return 0, 0, nil
	}
	if len(fields) != 2 {
		return 0, 0, errors.New("type effort and impact, such as L / H or 2 / 5")
	}
	if effort, err = readLevel(fields[0]); err != nil {
		return 0, 0, err
	}
	impact, err = readLevel(fields[1])
	return effort, impact, err
}

func readLevel(s string) (int, error) {
	switch strings.ToLower(s) {
	case "l", "low":
		return 1, nil
	case "m", "med", "medium":
		return 3, nil
	case "h", "high":
		return 5, nil
	case "–", "-":
		return 0, nil
	}
	n, err := strconv.Atoi(s)
	if err != nil || n < 1 || n > 5 {
		return 0, fmt.Errorf("%q is no level: type L, M, H or 1 to 5", s)
	}
	return n, nil
}

func showLevels(effort, impact int) string {
	if effort == 0 && impact == 0 {
		return ""
	}
	return level(effort) + " / " + level(impact)
}

// dayText is a date for reading, with its year where that is not this one.
func dayText(d, today workshop.Date) string { return widgets.DayText(d.Time(), today.Time()) }

// shortName is "L. Vogt" for "Lena Vogt"; what does not look like a person's name stays whole.
func shortName(name string) string {
	words := strings.Fields(name)
	if len(words) < 2 || len(words) > 3 {
		return name
	}
	for _, w := range words {
		if r, _ := utf8.DecodeRuneInString(w); !unicode.IsUpper(r) {
			return name
		}
	}
	first, _ := utf8.DecodeRuneInString(words[0])
	return string(first) + ". " + words[len(words)-1]
}

// refusal says why the session has not taken a change, in words of the screen.
func refusal(err error) string {
	var invalid *workshop.Invalid
	if errors.As(err, &invalid) {
		if invalid.Field == "" {
			return invalid.Reason
		}
		return strings.ReplaceAll(invalid.Field, "_", " ") + " " + invalid.Reason
	}
	return err.Error()
}

// plural counts things: "1 row", "2 rows".
func plural(n int, thing string) string {
	if n == 1 {
		return "1 " + thing
	}
	return amount.Whole(n) + " " + thing + "s"
}
