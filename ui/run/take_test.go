package run

import (
	"testing"

	"fyne.io/fyne/v2/test"
)

func TestAllThatWaitsComesAtOnceAndInOrder(t *testing.T) {
	test.NewTempApp(t)
	order := ""
	add := func(s string) func() { return func() { order += s } }
	waiting.calls = []func(){add("a"), add("b"), func() { panic("a mistake") }, add("c"), add("d")}
	func() {
		defer func() {
			if recover() == nil {
				t.Error("the mistake was swallowed")
			}
		}()
		take()
	}()
	if order != "abcd" {
		t.Fatalf("came %q, want abcd: what waits behind a mistake is not lost", order)
	}
	Main(add("e"))
	if order != "abcde" || len(waiting.calls) > 0 || waiting.asked {
		t.Fatalf("then %q, %d waiting", order, len(waiting.calls))
	}
}
