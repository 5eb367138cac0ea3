package readout

import (
	"strings"

	"nemawashi.app/export/page"
)

// countPhotos counts the pictures; without their bytes there are none to show.
func (r *report) countPhotos() int {
	if r.in.Blob == nil {
		return 0
	}
	return len(r.v.Photos)
}

// photos shows the pictures, before and after first.
func (r *report) photos() []page.Block {
	blocks := []page.Block{r.head("photos", r.w.count("photo", len(r.v.Photos)), false)}
	for _, kind := range []string{"before", "after", "wall", "other", ""} {
		var list page.Photos
		for _, p := range r.v.Photos {
			if p.PhotoKind != kind {
				continue
			}
			data, err := r.in.Blob(p.Blob)
			if err != nil {
				data = nil // the page says in its place that it cannot be shown
			}
			list = append(list, page.Photo{Data: data, Caption: strings.Join(nonEmpty(p.Caption, r.shortDate(p.Taken)), ", ")})
		}
		if len(list) > 0 {
			if kind != "" {
				blocks = append(blocks, page.Heading{Level: 3, Text: r.w.choice("photo", kind)})
			}
			blocks = append(blocks, list)
		}
	}
	return blocks
}
