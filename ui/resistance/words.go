package resistance

import (
	"fmt"
	"strings"

	"nemawashi.app/ui/widgets"
	"nemawashi.app/workshop"
	"nemawashi.app/workshop/figure"
	"nemawashi.app/workshop/resist"
)

// words are those of the map, the same as on paper.
var words = figure.EnglishMap()

// Words for the levels 1 to 5; the first is for none.
var (
	influenceWords  = [6]string{"not rated", "little", "is heard", "has a say", "shapes it", "decides"}
	impactWords     = [6]string{"not rated", "hardly any", "some habits", "some tasks", "role changes", "job at stake"}
	interestWords   = [6]string{"not rated", "none", "a little", "follows it", "takes part", "lives for it"}
	confidenceWords = [4]string{"Not said yet", "A guess", "Observed", "Said so"}
)

// evidenceWords ask for evidence, and for its tone.
const evidenceWords = "What did they say or do? Would you read it to them?"

// degree names a degree of support.
func degree(support int) string { return words.Degrees[support+2] }

// bandWords say what a band asks for.
func bandWords(b resist.Band) string {
	switch b {
	case resist.Act:
		return "act this week"
	case resist.Plan:
		return "plan"
	case resist.Watch:
		return "watch"
	}
	return "keep warm"
}

// parts is a priority taken apart: "5 × 3".
func parts(e resist.Entry) string { return fmt.Sprintf("%d × %d", e.Influence, e.Gap) }

// account says in a line how the priority came about.
func account(e resist.Entry) string {
	switch {
	case !e.Rated:
		return "Not rated yet"
	case e.Needed == nil:
		return fmt.Sprintf("Influence %d, not said yet where needed", e.Influence)
	}
	band := bandWords(e.Band)
	if e.ActNow && e.Band != resist.Act {
		band = "act now: strong and against" // whatever the number: two words that speak against each other help nobody
	}
	return fmt.Sprintf("Influence %d × gap %d = %d, %s", e.Influence, e.Gap, e.Priority, band)
}

// mark is a word on a tint beside somebody, for what wants attention.
type mark struct {
	text, icon string
	tone       widgets.Tone
	short      string // where there is little room; "" is the text
}

// marks lists what wants attention, the most urgent first.
func marks(e resist.Entry, today workshop.Date) []mark {
	var all []mark
	if e.ListenFirst {
		all = append(all, mark{text: "listen first", icon: "ear", tone: widgets.Careful})
	}
	if e.ActNow && e.Band != resist.Act {
		all = append(all, mark{text: "act now", icon: "bolt", tone: widgets.Secret})
	}
	for _, f := range e.Flags {
		switch f {
		case resist.Stale:
			days := e.LastRated.DaysUntil(today)
			all = append(all, mark{text: fmt.Sprintf("rating %d days old", days), short: fmt.Sprintf("%d days old", days), tone: widgets.Outlined})
		case resist.NoEvidence:
			all = append(all, mark{text: "no evidence", tone: widgets.Outlined})
		default:
			all = append(all, mark{text: string(f), tone: widgets.Bad})
		}
	}
	return all
}

// shortDay writes a day as "16 Nov", with the year where it is another one than today's.
func shortDay(d, today workshop.Date) string {
	if d == "" {
		return ""
	}
	if d.Time().Year() != today.Time().Year() {
		return d.Time().Format("2 Jan 2006")
	}
	return d.Time().Format("2 Jan")
}

// sentence begins a word of the dictionary with a capital, for a list of choices.
func sentence(choice string) string {
	if choice == "" {
		return ""
	}
	return strings.ToUpper(choice[:1]) + choice[1:]
}

// percent writes an index with its sign: "−12 %".
func percent(index float64) string { return figure.SignedPercent(rounded(index)) }

// rounded is an index in whole percent.
func rounded(index float64) float64 {
	if index < 0 {
		return float64(int(index*100 - 0.5))
	}
	return float64(int(index*100 + 0.5))
}
