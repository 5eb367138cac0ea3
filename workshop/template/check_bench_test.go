package template

import "testing"

// sixty is a template of sixty steps with the guides and canvases of the largest built-in ones.
func sixty(tb testing.TB) *Template {
	tb.Helper()
	set, err := Builtin()
	if err != nil {
		tb.Fatal(err)
	}
	source, _ := set.ByID("kaizen-workshop-5")
	other, _ := set.ByID("kaikaku-kickoff-2")
	out := source.Clone()
	out.ID = "sixty"
	n := 0
	for _, p := range out.Phases {
		n += len(p.Steps)
	}
	for n < 60 {
		for _, p := range other.Phases {
			for _, s := range p.Steps {
				if n < 60 && !s.Break {
					out.InsertStep(1, 0, s, other)
					n++
				}
			}
		}
	}
	if found := Check(out); len(found) > 0 {
		tb.Fatalf("it lacks something: %v", found[0])
	}
	return out
}

// BenchmarkCheck is what each stroke in the editor waits for, besides drawing.
func BenchmarkCheck(b *testing.B) {
	t := sixty(b)
	for b.Loop() {
		Check(t)
	}
}

func BenchmarkSame(b *testing.B) {
	t := sixty(b)
	o := t.Clone()
	for b.Loop() {
		t.Same(o)
	}
}
