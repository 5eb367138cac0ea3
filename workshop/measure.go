package workshop

// Measure is the indicator by which the result is judged.
type Measure struct {
	Base
	Name       string   `json:"name" nema:"text,required"`
	Unit       string   `json:"unit,omitempty" nema:"text"`
	Better     string   `json:"better,omitempty" nema:"choice=higher|lower"`
	Baseline   *float64 `json:"baseline,omitempty" nema:"number"`
	Target     *float64 `json:"target,omitempty" nema:"number"`
	TargetDate Date     `json:"target_date,omitempty" nema:"date"`
}

// Kind implements [Record].
func (*Measure) Kind() Kind { return KindMeasure }

// Reading is one dated value of a measure.
type Reading struct {
	Base
	Measure ID       `json:"measure" nema:"ref=measure,required"`
	Date    Date     `json:"date,omitempty" nema:"date"`
	Value   *float64 `json:"value,omitempty" nema:"number"`
	Note    string   `json:"note,omitempty" nema:"note"`
}

// Kind implements [Record].
func (*Reading) Kind() Kind { return KindReading }
