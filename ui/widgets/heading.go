package widgets

import (
	"fyne.io/fyne/v2"

	"nemawashi.app/ui/theme"
)

// SectionHeading is the small bold title of a section in a pane, with something at its right: a count, a link.
func SectionHeading(title string, right ...fyne.CanvasObject) *fyne.Container {
	return heading(title, theme.CaptionHd, theme.Text2, right)
}

// SubHeading is the title of a part of a page.
func SubHeading(title string, right ...fyne.CanvasObject) *fyne.Container {
	return heading(title, theme.SubHeading, theme.Text, right)
}

// PageHeading is the title of a page, with its question or description below it.
func PageHeading(title, below string, right ...fyne.CanvasObject) *fyne.Container {
	words := []fyne.CanvasObject{NewLabel(title, theme.PageTitle)}
	if below != "" {
		words = append(words, NewLabel(below, theme.Body).In(theme.Text2))
	}
	return HStack(theme.Gap, append([]fyne.CanvasObject{Grow(VStack(0, words...))}, right...)...)
}

func heading(title string, style theme.Style, token theme.Token, right []fyne.CanvasObject) *fyne.Container {
	return HStack(theme.Gap, append([]fyne.CanvasObject{Grow(NewLabel(title, style).In(token))}, right...)...)
}

// Labeled puts a caption above a field.
func Labeled(caption string, field fyne.CanvasObject) *fyne.Container {
	return VStack(theme.GapSmall, Caption(caption), field)
}
