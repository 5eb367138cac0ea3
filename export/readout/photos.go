package readout

import (
	"strings"

	"nemawashi.app/export/page"
	"nemawashi.app/workshop"
)

// countPhotos counts the pictures; without their bytes there are none to show.
func (r *report) countPhotos() int {
	if r.in.Blob == nil {
		return 0
	}
	return len(r.v.Photos)
}

// photos shows the pictures: what was before beside what is after, then the others as they came.
func (r *report) photos() []page.Block {
	out := []page.Block{r.head("photos", r.w.count("photo", len(r.v.Photos)), false)}
	var single page.Photos
	for _, s := range workshop.Spreads(r.v.Photos) {
		if len(s) == 2 {
			out = append(out, page.Compared{Before: r.photo(s[0]), After: r.photo(s[1])})
		} else {
			single = append(single, r.photo(s[0]))
		}
	}
	if len(single) > 0 {
		out = append(out, single)
	}
	return out
}

func (r *report) photo(p *workshop.Photo) page.Photo {
	data, err := r.in.Blob(p.Blob)
	if err != nil {
		data = nil // the page says in its place that it cannot be shown
	}
	caption := strings.Join(nonEmpty(p.Caption, r.shortDate(p.Taken)), ", ")
	if words := r.w.say("photo." + p.PhotoKind); words != "" {
		caption = strings.TrimSuffix(r.w.fill("photo."+p.PhotoKind, caption), ": ")
	}
	return page.Photo{Data: data, Caption: caption}
}
