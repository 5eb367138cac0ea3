package workshops

import (
	"fmt"

	"nemawashi.app/ui/widgets"
	"nemawashi.app/workshop"
	"nemawashi.app/workshop/library"
)

// Kind is the method of a workshop in a word, and the tone that it has
// everywhere.
func Kind(s library.Summary) (string, widgets.Tone) {
	switch s.Kind {
	case "kaikaku":
		return "Kaikaku", widgets.Accented
	case "kaizen":
		return "Kaizen", widgets.Good
	case "assessment":
		return "Self-assessment", widgets.Neutral
	}
	return "Workshop", widgets.Neutral
}

// Status is where a workshop stands, in a word.
func Status(s library.Summary) (string, widgets.Tone) {
	switch s.Status {
	case workshop.StatusRunning:
		return "Running", widgets.Accented
	case workshop.StatusFollowingUp:
		return "Following up", widgets.Careful
	case workshop.StatusClosed:
		return "Closed", widgets.Neutral
	}
	return "Planned", widgets.Neutral
}

// Count writes a number with the word that fits it.
func Count(n int, one, many string) string {
	if n == 1 {
		return "1 " + one
	}
	return fmt.Sprintf("%d %s", n, many)
}
