package present

import (
	"nemawashi.app/ui/theme"
	"nemawashi.app/workshop"
	"nemawashi.app/workshop/figure"
)

// drawPhotos draws two photos a page: what was before beside what came after, or two that stand for themselves.
func (w *Show) drawPhotos(s *sheet) string {
	var pages [][]*workshop.Photo
	single := false // the last page has room for another one
	for _, spread := range workshop.Spreads(w.view.Photos) {
		if len(spread) == 1 && single {
			pages[len(pages)-1] = append(pages[len(pages)-1], spread[0])
			single = false
			continue
		}
		pages, single = append(pages, spread), len(spread) == 1
	}
	w.forward(len(pages))
	if len(pages) == 0 {
		w.say(s, "No photos yet")
		return ""
	}
	kinds := map[string]string{"before": "Before", "after": "After"}
	here := pages[w.page]
	wide := (s.right() - margin - gap*float64(len(here)-1)) / float64(len(here))
	const pad = 12.0
	for i, p := range here {
		x := margin + float64(i)*(wide+gap)
		high := s.foot() - bodyTop
		s.tile(x, bodyTop, wide, high, false)
		text := p.Caption
		if kind := kinds[p.PhotoKind]; kind != "" && text != "" {
			text = kind + ": " + text
		} else if kind != "" {
			text = kind
		}
		caption := inkOf(theme.PresentBody, figure.Ink)
		lines := s.wrap(text, caption, wide-4*pad, 0)
		if most := int(high / 3 / caption.line()); len(lines) > most { // a long one in smaller letters, whole
			caption.size = 20
			lines = s.wrap(text, caption, wide-4*pad, int(high/2/caption.line()))
		}
		foot := float64(len(lines)) * caption.line()
		s.photo(p.Blob, figure.Rect{X: x + pad, Y: bodyTop + pad, W: wide - 2*pad, H: high - foot - 3*pad})
		s.lines(lines, x+2*pad, bodyTop+high-foot-pad, wide-4*pad, caption)
	}
	return counted(len(w.view.Photos), "photo")
}
