package present

import (
	"image/color"

	"nemawashi.app/ui/theme"
	"nemawashi.app/workshop/figure"
)

// wall is what each color of a figure is on the wall, which is dark in both themes.
var wall = map[figure.Color]theme.Token{
	figure.Ground: theme.PresentPage, figure.Surface: theme.PresentTile, figure.Sunken: theme.PresentPage,
	figure.Rule: theme.PresentStroke, figure.Rule2: theme.PresentStroke, figure.Outline: theme.PresentText2,
	figure.Ink: theme.PresentText, figure.Ink2: theme.PresentText2, figure.Ink3: theme.PresentText2,
	figure.Fill: theme.PresentBar, figure.OnFill: theme.PresentPage, figure.Accent: theme.PresentBar,
	figure.Tint: theme.PresentStroke, figure.TintLine: theme.PresentBar,
	figure.Warn: theme.PresentGold, figure.WarnTint: theme.PresentStroke,
	figure.OK: theme.PresentBar, figure.OKTint: theme.PresentStroke,
	figure.Danger: theme.PresentGold, figure.DangerTint: theme.PresentStroke,
	figure.Against2: theme.PresentGold, figure.Wine: theme.PresentGold, figure.WineTint: theme.PresentStroke,
}

func paint(c figure.Color) color.Color {
	if token, ok := wall[c]; ok {
		return theme.Color(token)
	}
	return color.Transparent
}
