package ideas

import (
	"testing"

	"nemawashi.app/workshop"
)

// The example of RFC 9562, appendix A.6, was made on 22 February 2022 at 19:22:22 UTC.
const example workshop.ID = "017f22e2-79b0-7cc3-98c4-dc0c0c07398f"

func TestMade(t *testing.T) {
	for id, want := range map[workshop.ID]workshop.Date{example: "2022-02-22", "c232ab00-9414-41ec-b3c8-9f6bdeced846": "", "short": "", "": "", "zzzzzzzz-zzzz-7zzz-zzzz-zzzzzzzzzzzz": ""} {
		if got := Made(id); got != want {
			t.Errorf("%q: %q, want %q", id, got, want)
		}
	}
}

func TestOf(t *testing.T) {
	card := func(id workshop.ID, canvas, answer string) *workshop.Card {
		c := &workshop.Card{Canvas: canvas}
		c.ID = id
		c.Set("answer", answer)
		return c
	}
	r := Of([]*workshop.Card{card("a", Canvas, ""), card(example, Canvas, "new"), card("b", Canvas, "not-now"), card("c", "decisions", "")}, "2022-03-04")
	if r.All != 3 || r.Answered != 1 || len(r.Waiting) != 2 {
		t.Fatalf("%+v", r)
	}
	if w := r.Waiting; w[0].Card.ID != example || w[0].Days != 10 || w[1].Days != -1 || r.Oldest() != 10 {
		t.Errorf("22 February to 4 March are 10 days, the longest first: %+v", w)
	}
	if got := Of([]*workshop.Card{card(example, Canvas, "")}, "2022-02-21"); got.Oldest() != 0 {
		t.Errorf("a clock that goes wrong makes no negative age: %+v", got)
	}
	if (Report{}).Oldest() != -1 {
		t.Error("nothing waits")
	}
}
