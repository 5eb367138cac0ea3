package page

import (
	"fmt"
	"strings"
)

// Paper is a size of paper with the orientation that suits it. One document has one.
type Paper int

// The papers: A4 and Letter stand upright, A3 lies on its side.
const (
	A4 Paper = iota
	Letter
	A3
)

// Papers lists all papers in the order in which a person chooses.
func Papers() []Paper { return []Paper{A4, Letter, A3} }

func (p Paper) String() string {
	switch p {
	case Letter:
		return "Letter"
	case A3:
		return "A3"
	}
	return "A4"
}

// ParsePaper reads a paper's name in any case.
func ParsePaper(name string) (Paper, error) {
	for _, p := range Papers() {
		if strings.EqualFold(strings.TrimSpace(name), p.String()) {
			return p, nil
		}
	}
	return A4, fmt.Errorf("%q is no known paper: use A4, Letter or A3", name)
}

// sheet is the geometry of one page in points.
type sheet struct {
	w, h                     float64
	left, right, top, bottom float64 // margins; the running header and footer stand in them
	scale                    float64 // of text and spaces
}

func (p Paper) sheet() sheet {
	switch p {
	case Letter:
		return sheet{w: 612, h: 792, left: 50, right: 50, top: 70, bottom: 54, scale: 1}
	case A3:
		return sheet{w: 1190.55, h: 841.89, left: 64, right: 64, top: 78, bottom: 60, scale: 1.15}
	}
	return sheet{w: 595.28, h: 841.89, left: 48, right: 48, top: 70, bottom: 54, scale: 1}
}

func (s sheet) width() float64  { return s.w - s.left - s.right }
func (s sheet) height() float64 { return s.h - s.top - s.bottom }
