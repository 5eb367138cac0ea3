package assess

import "nemawashi.app/workshop"

// Report is a round in numbers, in the shape that the command line prints.
// Items, aspects and roles are those of [Result.Main]; others stand beside.
type Report struct {
	Round    workshop.ID  `json:"round"`
	Title    string       `json:"title"`
	N        int          `json:"n"`
	Least    int          `json:"min_group"`
	Closed   bool         `json:"closed"`
	Withheld string       `json:"withheld,omitempty"`
	Of       string       `json:"of"` // "self" or "others"
	Items    []Line       `json:"items"`
	Aspects  []Line       `json:"aspects"`
	Roles    []Line       `json:"roles"`
	Others   ReportOthers `json:"others"`
	Pairs    []PairLine   `json:"self_others"`
	Ranked   []string     `json:"ranked"`
	Trend    *TrendReport `json:"trend,omitempty"` // left out where no round came before
}

// TrendReport is a round beside the one before it.
type TrendReport struct {
	Before     workshop.ID   `json:"before"`
	Title      string        `json:"title"`
	Date       workshop.Date `json:"date,omitempty"`
	Of         string        `json:"of"`          // "self" or "others"
	SamePeople int           `json:"same_people"` // 0 where group is compared with group
	Why        string        `json:"why,omitempty"`
	Items      []StepLine    `json:"items"`
	Aspects    []StepLine    `json:"aspects"`
	Roles      []StepLine    `json:"roles"`
}

// StepLine is how the mean of now has moved. What either round hides is not
// there.
type StepLine struct {
	ID      string  `json:"id"`
	NBefore int     `json:"n_before"`
	N       int     `json:"n"`
	Before  float64 `json:"before"`
	After   float64 `json:"after"`
	Change  float64 `json:"change"`
}

// ReportOthers are the answers of others as a whole and in groups.
type ReportOthers struct {
	N       int         `json:"n"`
	Items   []Line      `json:"items"`
	Aspects []Line      `json:"aspects"`
	Roles   []Line      `json:"roles"`
	Groups  []GroupLine `json:"groups"`
}

// GroupLine is one group of the others.
type GroupLine struct {
	By    By     `json:"by"`
	Name  string `json:"name"`
	N     int    `json:"n"`
	Items []Line `json:"items"`
}

// Line is one cell. What is hidden has no numbers but its n.
type Line struct {
	ID         string    `json:"id"`
	N          int       `json:"n"`
	Hidden     bool      `json:"hidden"`
	MeanNow    *float64  `json:"mean_now,omitempty"`
	MeanNeeded *float64  `json:"mean_needed,omitempty"`
	Gap        *float64  `json:"gap,omitempty"`
	MedianNow  *float64  `json:"median_now,omitempty"`
	SDNow      *float64  `json:"sd_now,omitempty"`
	MinNow     int       `json:"min_now,omitempty"`
	MaxNow     int       `json:"max_now,omitempty"`
	Dots       []int     `json:"dots_now,omitempty"`
	RWG        *float64  `json:"r_wg,omitempty"`
	Agreement  Agreement `json:"agreement,omitempty"`
}

// PairLine is one statement as leaders and others see it.
type PairLine struct {
	ID     string  `json:"id"`
	Self   float64 `json:"self"`
	Others float64 `json:"others"`
	Gap    float64 `json:"gap"`
	Kind   string  `json:"kind"`
}

// Report writes the result as the command line prints it.
func (r *Result) Report() Report {
	main := r.Main()
	out := Report{Round: r.Round, Title: r.Title, N: main.N, Least: r.Least, Closed: r.Closed, Withheld: r.Withheld, Of: "others",
		Items: lines(main.Items), Aspects: lines(main.Aspects), Roles: lines(main.Roles),
		Others: ReportOthers{N: r.Others.N, Items: lines(r.Others.Items), Aspects: lines(r.Others.Aspects), Roles: lines(r.Others.Roles), Groups: []GroupLine{}},
		Pairs:  []PairLine{}, Ranked: []string{}, Trend: r.Trend.report()}
	if main == &r.Self {
		out.Of = BySelf
	}
	for _, g := range r.Groups {
		out.Others.Groups = append(out.Others.Groups, GroupLine{By: g.By, Name: g.Name, N: g.N, Items: lines(g.Items)})
	}
	for _, p := range Pairs(r.Self.Items, r.Others.Items) {
		out.Pairs = append(out.Pairs, PairLine(p))
	}
	for _, g := range Rank(main.Items) {
		out.Ranked = append(out.Ranked, g.ID)
	}
	return out
}

// report writes the trend as the command line prints it; nil stays nil.
func (t *Trend) report() *TrendReport {
	if t == nil {
		return nil
	}
	list := func(steps []Step) []StepLine {
		out := make([]StepLine, len(steps))
		for i, s := range steps {
			out[i] = StepLine{ID: s.ID, NBefore: s.NBefore, N: s.N, Before: s.Before, After: s.After, Change: s.Change}
		}
		return out
	}
	return &TrendReport{Before: t.Before, Title: t.Title, Date: t.Date, Of: t.Of, SamePeople: t.SamePeople, Why: t.Why,
		Items: list(t.Items), Aspects: list(t.Aspects), Roles: list(t.Roles)}
}

func lines(cells []Cell) []Line {
	out := make([]Line, len(cells))
	for i, c := range cells {
		l := Line{ID: c.ID, N: c.N, Hidden: c.Hidden, Gap: c.Gap, RWG: c.RWG, Agreement: c.Word}
		if c.Now != nil {
			l.MeanNow, l.MedianNow, l.MinNow, l.MaxNow, l.Dots = &c.Now.Mean, &c.Now.Median, c.Now.Min, c.Now.Max, c.Now.Dots[:]
			if c.Now.HasSD() {
				l.SDNow = &c.Now.SD
			}
		}
		if c.Needed != nil {
			l.MeanNeeded = &c.Needed.Mean
		}
		out[i] = l
	}
	return out
}
