// Package settings keeps what the user has chosen for the window, and is the
// page to choose it on. Only such things are kept in Fyne's preferences, which
// are rewritten in place; workshops never are.
package settings

import (
	"os"
	"path/filepath"
	"time"

	"fyne.io/fyne/v2"

	"nemawashi.app/ui/theme"
)

// The names under which preferences keep the settings.
const (
	keyMode    = "theme"
	keyText    = "text-size"
	keyLibrary = "library"
	keyFolder  = "export-folder"
	keyPhotos  = "photo-folder"
	keyWidth   = "window-width"
	keyHeight  = "window-height"
	keyStick   = "copy-folder"
	keyCopied  = "copy-made"
)

// TextSizes are the sizes of text that can be chosen, in percent.
var TextSizes = []int{100, 110, 125, 150, 175, 200}

// Preferences are the settings.
type Preferences struct{ store fyne.Preferences }

// Of reads the settings of an app.
func Of(app fyne.App) Preferences { return Preferences{app.Preferences()} }

// Mode is light, dark, or as the system is.
func (p Preferences) Mode() theme.Mode {
	return theme.Mode(p.store.IntWithFallback(keyMode, int(theme.FollowSystem)))
}

// SetMode keeps the mode.
func (p Preferences) SetMode(m theme.Mode) { p.store.SetInt(keyMode, int(m)) }

// Text is the size of text in percent.
func (p Preferences) Text() int { return min(max(p.store.IntWithFallback(keyText, 100), 100), 200) }

// SetText keeps the size of text.
func (p Preferences) SetText(percent int) { p.store.SetInt(keyText, percent) }

// Theme is the theme that the settings ask for.
func (p Preferences) Theme() *theme.Theme { return theme.New(p.Mode(), float32(p.Text())/100) }

// Library is the chosen library file, "" for the app's own.
func (p Preferences) Library() string { return p.store.String(keyLibrary) }

// SetLibrary keeps the library file for the next start.
func (p Preferences) SetLibrary(path string) { p.store.SetString(keyLibrary, path) }

// Photos is the folder that photos were picked from last, or else the user's
// own.
func (p Preferences) Photos() string {
	if f := p.store.String(keyPhotos); f != "" {
		return f
	}
	home, err := os.UserHomeDir()
	if err != nil {
		return "."
	}
	return home
}

// SetPhotos keeps the folder.
func (p Preferences) SetPhotos(folder string) { p.store.SetString(keyPhotos, folder) }

// Folder is where exports go: the one chosen last, or else the user's
// documents.
func (p Preferences) Folder() string {
	if f := p.store.String(keyFolder); f != "" {
		return f
	}
	home, err := os.UserHomeDir()
	if err != nil {
		return os.TempDir()
	}
	if docs := filepath.Join(home, "Documents"); isFolder(docs) {
		return docs
	}
	return home
}

// SetFolder keeps where exports go.
func (p Preferences) SetFolder(path string) { p.store.SetString(keyFolder, path) }

// Stick is the folder on another disk that keeps a copy of the library, "" for none.
func (p Preferences) Stick() string { return p.store.String(keyStick) }

// SetStick keeps that folder, of which nothing is known yet.
func (p Preferences) SetStick(folder string) {
	p.store.SetString(keyStick, folder)
	p.store.SetString(keyCopied, "")
}

// Copied is when the copy there was last brought up to date, the zero time for
// never.
func (p Preferences) Copied() time.Time {
	t, err := time.Parse(time.RFC3339, p.store.String(keyCopied))
	if err != nil {
		return time.Time{}
	}
	return t
}

// SetCopied keeps when that was.
func (p Preferences) SetCopied(t time.Time) {
	p.store.SetString(keyCopied, t.UTC().Format(time.RFC3339))
}

// Window is the size that the window had, or a first one.
func (p Preferences) Window() fyne.Size {
	return fyne.NewSize(
		float32(min(max(p.store.FloatWithFallback(keyWidth, 1280), 640), 7680)),
		float32(min(max(p.store.FloatWithFallback(keyHeight, 800), 480), 4320)))
}

// SetWindow keeps the size of the window.
func (p Preferences) SetWindow(s fyne.Size) {
	p.store.SetFloat(keyWidth, float64(s.Width))
	p.store.SetFloat(keyHeight, float64(s.Height))
}

func isFolder(path string) bool {
	info, err := os.Stat(path)
	return err == nil && info.IsDir()
}
