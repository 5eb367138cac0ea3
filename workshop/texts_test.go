package workshop

import (
	"slices"
	"testing"
)

func TestTextsHaveOneOrder(t *testing.T) {
	c := &Card{Canvas: "c", Cells: map[string]any{"d": "1", "b": "2", "e": "3", "a": "4", "c": "5", "n": 6.0}}
	for range 50 {
		var got []string
		TextsOf(c, func(field, _ string) { got = append(got, field) })
		if want := []string{"canvas", "cells.a", "cells.b", "cells.c", "cells.d", "cells.e"}; !slices.Equal(got, want) {
			t.Fatalf("%v", got)
		}
	}
}
