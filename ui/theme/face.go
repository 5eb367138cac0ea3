package theme

import "fyne.io/fyne/v2"

// Face returns the product's own font for a text whose letters it has, and nil for any other text: then Fyne looks for each letter
// through all the fonts of its theme, of which it reads three more for each weight before it draws the first word.
func Face(text string, bold bool) fyne.Resource {
	for _, r := range text {
		if !own(r) {
			return nil
		}
	}
	if bold {
		return semiBold
	}
	return regular
}

// own says whether Inter surely has the letter: European Latin and the signs that the product's own words use. It has others
// too, which Fyne finds.
func own(r rune) bool {
	switch {
	case r >= 0x20 && r < 0x7F, r >= 0xA1 && r <= 0x17E && r != 0xAD && r != 0x149:
		return true
	}
	switch r {
	case 0xA0, '–', '—', '‘', '’', '“', '”', '„', '…', '•', '−', '→', '←', '↑', '↓', '×', '≥', '≤', '€':
		return true
	}
	return false
}
