package widgets

import (
	"runtime"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
)

// Keys names a combination of keys, such as "Ctrl+Shift+H", "F1", "N", "/" or "Ctrl+Enter". Ctrl is Cmd on macOS. "" is no key.
type Keys string

// Parts returns what is printed on each cap.
func (k Keys) Parts() []string {
	if k == "" {
		return nil
	}
	if k == "+" {
		return []string{"+"}
	}
	parts := strings.Split(string(k), "+")
	if runtime.GOOS == "darwin" {
		for i, p := range parts {
			switch p {
			case "Ctrl":
				parts[i] = "Cmd"
			case "Alt":
				parts[i] = "Option"
			}
		}
	}
	return parts
}

// KeysOf names a typed key without modifiers: "F1", "Esc", "Up", "N", "Enter".
func KeysOf(ev *fyne.KeyEvent) Keys { return Keys(keyLabel(ev.Name)) }

// KeysOfRune names a typed letter, sign or digit: letters in upper case.
func KeysOfRune(r rune) Keys {
	if r == ' ' {
		return "Space"
	}
	return Keys(strings.ToUpper(string(r)))
}

// KeysOfShortcut names the combination of a shortcut.
func KeysOfShortcut(s fyne.Shortcut) Keys {
	k, ok := s.(fyne.KeyboardShortcut)
	if !ok {
		return ""
	}
	mod := k.Mod()
	var b strings.Builder
	if mod&fyne.KeyModifierShortcutDefault != 0 {
		b.WriteString("Ctrl+")
	} else if mod&fyne.KeyModifierControl != 0 {
		b.WriteString("Control+")
	}
	if mod&fyne.KeyModifierAlt != 0 {
		b.WriteString("Alt+")
	}
	if mod&fyne.KeyModifierShift != 0 {
		b.WriteString("Shift+")
	}
	b.WriteString(keyLabel(k.Key()))
	return Keys(b.String())
}

// Shortcuts returns the Fyne shortcuts that mean this combination; none for a plain key. Return and Enter are two keys to Fyne.
func (k Keys) Shortcuts() []fyne.Shortcut {
	parts := strings.Split(string(k), "+")
	var mod fyne.KeyModifier
	for _, p := range parts[:len(parts)-1] {
		switch p {
		case "Ctrl":
			mod |= fyne.KeyModifierShortcutDefault
		case "Control":
			mod |= fyne.KeyModifierControl
		case "Alt":
			mod |= fyne.KeyModifierAlt
		case "Shift":
			mod |= fyne.KeyModifierShift
		}
	}
	last := parts[len(parts)-1]
	if mod == 0 || mod == fyne.KeyModifierShift || last == "" {
		return nil
	}
	switch k {
	case "Ctrl+Z":
		return []fyne.Shortcut{&fyne.ShortcutUndo{}}
	case "Ctrl+Y":
		return []fyne.Shortcut{&fyne.ShortcutRedo{}}
	case "Ctrl+C":
		return []fyne.Shortcut{&fyne.ShortcutCopy{}}
	}
	var all []fyne.Shortcut
	for _, name := range keyNames(last) {
		all = append(all, &desktop.CustomShortcut{KeyName: name, Modifier: mod})
	}
	return all
}

// Plain says whether the combination is a printable key alone, which acts only while no entry has focus.
func (k Keys) Plain() bool { return len([]rune(string(k))) == 1 || k == "Space" }

// labels are the caps whose word differs from Fyne's name of the key.
var labels = map[fyne.KeyName]string{
	fyne.KeyEscape: "Esc", fyne.KeyReturn: "Enter", fyne.KeyEnter: "Enter", fyne.KeyPageUp: "PgUp", fyne.KeyPageDown: "PgDn",
	fyne.KeyDelete: "Del", fyne.KeyBackspace: "Backspace",
}

func keyLabel(name fyne.KeyName) string {
	if l, ok := labels[name]; ok {
		return l
	}
	return string(name)
}

func keyNames(label string) []fyne.KeyName {
	var names []fyne.KeyName
	for _, name := range []fyne.KeyName{fyne.KeyEscape, fyne.KeyReturn, fyne.KeyEnter, fyne.KeyPageUp, fyne.KeyPageDown, fyne.KeyDelete, fyne.KeyBackspace} {
		if labels[name] == label {
			names = append(names, name)
		}
	}
	if names == nil {
		names = []fyne.KeyName{fyne.KeyName(label)}
	}
	return names
}
