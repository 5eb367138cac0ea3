package present

// window is which of many things are in sight, from first to the one before end, and how many pages there are at least.
type window struct{ first, end, pages int }

// newest is the window on a page of n things that stand below each other, of which the last ones are on page 0. Above and below there is
// room for a line that says how many more there are. height gets the most that a thing may take when it stands alone.
func newest(n, page int, room, more float64, height func(i int, room float64) float64) window {
	win := window{end: n, pages: 1}
	for {
		left := room
		if win.end < n {
			left -= more
		}
		win.first = win.end
		for win.first > 0 {
			above := 0.0
			if win.first > 1 {
				above = more
			}
			high := height(win.first-1, left-above)
			if win.first < win.end && high > left-above {
				break
			}
			win.first--
			left -= high
		}
		if win.first > 0 {
			win.pages++
		}
		if win.first == 0 || win.pages > page+1 {
			return win
		}
		win.end = win.first
	}
}

// parts cuts things that stand below each other into pages that have room; each begins with the thing of that number.
func parts(heights []float64, room float64) []int {
	begins, used := []int{0}, 0.0
	for i, h := range heights {
		if used+h > room && i > begins[len(begins)-1] {
			begins, used = append(begins, i), 0
		}
		used += h
	}
	return begins
}

// partOf is the page that the thing is on.
func partOf(begins []int, i int) int {
	page := 0
	for n, b := range begins {
		if i >= b {
			page = n
		}
	}
	return page
}
