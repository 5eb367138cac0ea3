package template

// kotter names the eight stages of leading change, in our words.
var kotter = [...]string{
	"Urgency", "Guiding coalition", "Vision", "Communication",
	"Obstacles removed", "Short-term wins", "Momentum", "Anchored in culture",
}

// KotterSteps is how many stages there are.
const KotterSteps = len(kotter)

// KotterTitle names stage n, 1 to 8; any other number has no name.
func KotterTitle(n int) string {
	if n < 1 || n > KotterSteps {
		return ""
	}
	return kotter[n-1]
}

// KotterCovered lists the stages that some step works on, in order.
func (t *Template) KotterCovered() []int { return t.kotterStages(true) }

// KotterUncovered lists the stages that no step works on, in order.
func (t *Template) KotterUncovered() []int { return t.kotterStages(false) }

func (t *Template) kotterStages(covered bool) []int {
	has := map[int]bool{}
	for _, p := range t.Phases {
		for _, s := range p.Steps {
			for _, n := range s.Kotter {
				has[n] = true
			}
		}
	}
	var out []int
	for n := 1; n <= KotterSteps; n++ {
		if has[n] == covered {
			out = append(out, n)
		}
	}
	return out
}
