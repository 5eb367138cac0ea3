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
	var list page.Photos
	for _, kind := range []string{"before", "after", "wall", "other", ""} {
		for _, p := range r.v.Photos {
			if p.PhotoKind != kind {
				continue
			}
			data, err := r.in.Blob(p.Blob)
			if err != nil {
				data = nil // the page says in its place that it cannot be shown
			}
			caption := strings.Join(nonEmpty(p.Caption, r.shortDate(p.Taken)), ", ")
			if words := r.w.say("photo." + kind); words != "" {
				caption = r.w.fill("photo."+kind, caption)
			}
			list = append(list, page.Photo{Data: data, Caption: caption})
		}
	}
	return []page.Block{r.head("photos", r.w.count("photo", len(list)), false), list}
}
