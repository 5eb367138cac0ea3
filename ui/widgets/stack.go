package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/widget"
)

// wider is a thing that can do with less than it would like, such as a label that ends in an ellipsis.
type wider interface{ Wide() float32 }

// Flex is a child of a stack that takes a share of the room left over.
type Flex struct {
	widget.BaseWidget
	Content fyne.CanvasObject
	Weight  float32
}

// Grow lets content take the room left over in a VStack or HStack; several share it.
func Grow(content fyne.CanvasObject) *Flex { return GrowBy(content, 1) }

// GrowBy is Grow with a weight.
func GrowBy(content fyne.CanvasObject, weight float32) *Flex {
	f := &Flex{Content: content, Weight: weight}
	f.ExtendBaseWidget(f)
	return f
}

// Spacer is empty room that grows.
func Spacer() *Flex { return Grow(layout.NewSpacer()) }

// Space is empty room of a fixed size.
func Space(w, h float32) fyne.CanvasObject { return Exactly(container.NewWithoutLayout(), w, h) }

// CreateRenderer is Fyne's.
func (f *Flex) CreateRenderer() fyne.WidgetRenderer {
	return &view{
		objects: []fyne.CanvasObject{f.Content},
		min:     f.Content.MinSize,
		layout:  f.Content.Resize,
	}
}

// VStack puts objects under each other with a gap. Each gets the full width first and is asked for its height then, so wrapped text comes
// out right at once.
func VStack(gap float32, objects ...fyne.CanvasObject) *fyne.Container {
	return container.New(&vstack{gap}, objects...)
}

type vstack struct{ gap float32 }

func (v *vstack) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	used, weight := float32(0), float32(0)
	for i, o := range visible(objects) {
		if i > 0 {
			used += v.gap
		}
		if o.Size().Width != size.Width {
			o.Resize(fyne.NewSize(size.Width, max(o.Size().Height, o.MinSize().Height)))
		}
		used += o.MinSize().Height
		if f, ok := o.(*Flex); ok {
			weight += f.Weight
		}
	}
	y := float32(0)
	for _, o := range visible(objects) {
		h := o.MinSize().Height
		if f, ok := o.(*Flex); ok && size.Height > used {
			h += (size.Height - used) * f.Weight / weight
		}
		place(o, 0, y, size.Width, h)
		y += h + v.gap
	}
}

func (v *vstack) MinSize(objects []fyne.CanvasObject) fyne.Size {
	var s fyne.Size
	for i, o := range visible(objects) {
		m := o.MinSize()
		s.Width = max(s.Width, m.Width)
		s.Height += m.Height
		if i > 0 {
			s.Height += v.gap
		}
	}
	return s
}

// HStack puts objects beside each other, centered on their height. Labels get their full width while there is room and are shortened
// when there is not.
func HStack(gap float32, objects ...fyne.CanvasObject) *fyne.Container {
	return container.New(&hstack{gap: gap}, objects...)
}

// HFill is HStack with all objects as high as the row.
func HFill(gap float32, objects ...fyne.CanvasObject) *fyne.Container {
	return container.New(&hstack{gap: gap, fill: true}, objects...)
}

// HTop is HStack with all objects at the top of the row.
func HTop(gap float32, objects ...fyne.CanvasObject) *fyne.Container {
	return container.New(&hstack{gap: gap, top: true}, objects...)
}

type hstack struct {
	gap       float32
	fill, top bool
}

func (h *hstack) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	seen := visible(objects)
	if len(seen) == 0 {
		return
	}
	room := size.Width - h.gap*float32(len(seen)-1)
	widths := shareWidths(seen, room)
	x := float32(0)
	for i, o := range seen {
		if o.Size().Width != widths[i] {
			o.Resize(fyne.NewSize(widths[i], max(o.Size().Height, o.MinSize().Height)))
		}
		tall := o.MinSize().Height
		switch {
		case h.fill:
			place(o, x, 0, widths[i], size.Height)
		case h.top:
			place(o, x, 0, widths[i], tall)
		default:
			place(o, x, middle(size.Height, tall), widths[i], tall)
		}
		x += widths[i] + h.gap
	}
}

// shareWidths gives everyone the minimum, then labels what they would like, then the growing ones the rest.
func shareWidths(objects []fyne.CanvasObject, room float32) []float32 {
	widths, wants := make([]float32, len(objects)), make([]float32, len(objects))
	used, want, weight := float32(0), float32(0), float32(0)
	for i, o := range objects {
		widths[i] = o.MinSize().Width
		wants[i] = natural(o) - widths[i]
		used += widths[i]
		want += wants[i]
		if f, ok := o.(*Flex); ok {
			weight += f.Weight
		}
	}
	rest := room - used
	if want > 0 && rest > 0 {
		share := min(1, rest/want)
		for i := range widths {
			widths[i] += wants[i] * share
		}
		rest -= want * share
	}
	if weight > 0 && rest > 0 {
		for i, o := range objects {
			if f, ok := o.(*Flex); ok {
				widths[i] += rest * f.Weight / weight
			}
		}
	}
	return widths
}

// natural is the width that an object would like.
func natural(o fyne.CanvasObject) float32 {
	switch w := o.(type) {
	case wider:
		return max(w.Wide(), o.MinSize().Width)
	case *fyne.Container:
		switch l := w.Layout.(type) {
		case *vstack:
			return naturalMax(w.Objects)
		case *hstack:
			total := float32(0)
			for i, c := range visible(w.Objects) {
				total += natural(c)
				if i > 0 {
					total += l.gap
				}
			}
			return total
		case *padded:
			return naturalMax(w.Objects) + l.left + l.right
		case *stacked:
			return naturalMax(w.Objects)
		}
	}
	return o.MinSize().Width
}

func naturalMax(objects []fyne.CanvasObject) float32 {
	widest := float32(0)
	for _, c := range visible(objects) {
		widest = max(widest, natural(c))
	}
	return widest
}

func (h *hstack) MinSize(objects []fyne.CanvasObject) fyne.Size {
	var s fyne.Size
	for i, o := range visible(objects) {
		m := o.MinSize()
		s.Height = max(s.Height, m.Height)
		s.Width += m.Width
		if i > 0 {
			s.Width += h.gap
		}
	}
	return s
}

func visible(objects []fyne.CanvasObject) []fyne.CanvasObject {
	seen := make([]fyne.CanvasObject, 0, len(objects))
	for _, o := range objects {
		if o.Visible() {
			seen = append(seen, o)
		}
	}
	return seen
}
