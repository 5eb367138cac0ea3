package canvas

import "nemawashi.app/workshop/template"

// Counted says how many cards a canvas has, in its own word: "16 findings".
func Counted(def template.Canvas, n int) string { return plural(n, newCardRows(def, "").One()) }
