package page

// Together are low blocks that stay on one page, such as a row of figures and the line that
// shows one of them.
type Together []Block

func (b Together) strips(c *composer, width float64) []*strip {
	var all []*strip
	for _, block := range b {
		all = append(all, block.strips(c, width)...)
	}
	for i := range len(all) - 1 {
		all[i].keep = true
	}
	return all
}
