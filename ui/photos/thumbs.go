package photos

import (
	"context"
	"image"
	"slices"

	"nemawashi.app/ui/run"
	"nemawashi.app/workshop/picture"
)

// Long edges of pictures on the screen, in pixels: of a tile and of the one in the details.
const (
	tileEdge  = 400
	largeEdge = 1600
)

// thumbs decodes pictures one after the other, in the order in which they were asked for; those that are in sight come first.
type thumbs struct {
	store   Store
	sight   func(blob string) bool // nil: they all are
	edge    int
	keep    int // how many at most, 0 for all
	known   map[string]image.Image
	order   []string
	waiting []want
	busy    bool
}

type want struct {
	blob string
	show func(image.Image, error)
}

func newThumbs(store Store, edge, keep int) *thumbs {
	return &thumbs{store: store, edge: edge, keep: keep, known: map[string]image.Image{}}
}

// get shows a picture, at once where it is known.
func (t *thumbs) get(blob string, show func(image.Image, error)) {
	if pixels := t.known[blob]; pixels != nil {
		show(pixels, nil)
		return
	}
	t.waiting = append(t.waiting, want{blob, show})
	t.next()
}

func (t *thumbs) next() {
	if t.busy || len(t.waiting) == 0 {
		return
	}
	at := 0
	if t.sight != nil {
		at = max(0, slices.IndexFunc(t.waiting, func(w want) bool { return t.sight(w.blob) }))
	}
	w := t.waiting[at]
	t.waiting = slices.Delete(t.waiting, at, at+1)
	if pixels := t.known[w.blob]; pixels != nil {
		w.show(pixels, nil)
		t.next()
		return
	}
	t.busy = true
	var pixels image.Image
	var err error
	run.Go(func(context.Context) {
		var data []byte
		if data, err = t.store.Blob(w.blob); err == nil {
			pixels, err = picture.Decode(data, t.edge)
		}
	}, func() {
		t.busy = false
		if err == nil {
			t.remember(w.blob, pixels)
		}
		w.show(pixels, err)
		t.next()
	})
}

func (t *thumbs) remember(blob string, pixels image.Image) {
	t.known[blob] = pixels
	t.order = append(t.order, blob)
	if t.keep > 0 && len(t.order) > t.keep {
		delete(t.known, t.order[0])
		t.order = t.order[1:]
	}
}

// forget drops what nobody has got yet.
func (t *thumbs) forget() { t.waiting = nil }

// Large gives photos as large as a screen needs them, decoded one after the other; a few are kept.
func Large(store Store) func(blob string, show func(image.Image, error)) {
	return newThumbs(store, largeEdge, 4).get
}
