package assets

import (
	"embed"
	"fmt"
)

//go:embed icons/*.svg
var icons embed.FS

// AppIcon is the icon of the application, 128 by 128 pixels: in the rail and in the window's frame it is there sooner than the
// one of 512 by 512 that packages take, icon.png.
//
//go:embed icon-128.png
var AppIcon []byte

// IconInk is the hex color of every stroke in the icons: who wants another color replaces it.
const IconInk = "#1A1E2B"

// Icon returns the SVG of a named icon, such as "truck". An unknown name is an error.
func Icon(name string) ([]byte, error) {
	svg, err := icons.ReadFile("icons/" + name + ".svg")
	if err != nil {
		return nil, fmt.Errorf("icon %q: %w", name, err)
	}
	return svg, nil
}

// IconNames lists all icons, sorted.
func IconNames() []string {
	entries, err := icons.ReadDir("icons")
	if err != nil {
		return nil
	}
	names := make([]string, 0, len(entries))
	for _, e := range entries {
		names = append(names, e.Name()[:len(e.Name())-len(".svg")])
	}
	return names
}
