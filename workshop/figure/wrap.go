package figure

import (
	"strings"
	"unicode"
)

// lineHeight is the distance of two lines of a text, in sizes of its letters.
const lineHeight = 1.32

func (f Frame) wide(text string, size float64, bold bool) float64 {
	if f.Wide != nil {
		return f.Wide(text, size, bold)
	}
	return wide(text, size)
}

// wrap breaks a text into lines of this width: between words, between the signs of scripts that write
// no spaces, and inside a word only where it alone is too long. Beyond most lines (0: any number) the
// last one ends with an ellipsis. The lines belong to the frame.
func (f Frame) wrap(text string, size float64, bold bool, room float64, most int) []string {
	key := memoKey{text: text, size: size, room: room, bold: bold, most: most}
	lines, known := f.Memo.get(key)
	if !known {
		lines = f.broken(text, size, bold, room, most)
		f.Memo.put(key, lines)
	}
	return lines
}

func (f Frame) broken(text string, size float64, bold bool, room float64, most int) []string {
	space := f.wide(" ", size, bold)
	var lines []string
	line, used, gap := "", 0.0, false
	end := func() {
		lines = append(lines, line)
		line, used = "", 0
	}
	for _, word := range pieces(text) {
		if word == " " {
			gap = line != ""
			continue
		}
		w := f.wide(word, size, bold)
		if gap && used+space+w <= room {
			line, used = line+" ", used+space
		} else if line != "" && used+w > room || gap {
			end()
		}
		gap = false
		for w > room { // a word that no line has room for
			head := f.fitting(word, size, bold, room)
			line = head
			end()
			word = word[len(head):]
			w = f.wide(word, size, bold)
		}
		line, used = line+word, used+w
	}
	if line != "" {
		end()
	}
	if most > 0 && len(lines) > most {
		rest := strings.Join(lines[most-1:], " ")
		lines = append(lines[:most-1], f.ending(rest, size, bold, room))
	}
	return lines
}

// Wrap breaks a text into lines as the figures of this frame do, for who sets text beside them.
func (f Frame) Wrap(text string, size float64, bold bool, room float64, most int) []string {
	return f.wrap(text, size, bold, room, most)
}

// fitting is as much of a word as a line has room for, one character at least.
func (f Frame) fitting(word string, size float64, bold bool, room float64) string {
	end, used := 0, 0.0
	for i, r := range word {
		w := f.wide(string(r), size, bold)
		if i > 0 && used+w > room {
			break
		}
		used += w
		end = i + len(string(r))
	}
	if end == 0 || end > len(word) {
		return word
	}
	return word[:end]
}

// ending is as much of a text as fits with an ellipsis behind it.
func (f Frame) ending(text string, size float64, bold bool, room float64) string {
	head := f.fitting(text, size, bold, room-f.wide("…", size, bold))
	return strings.TrimRight(head, " ") + "…"
}

// pieces are the words of a text and the spaces between them; a sign of a script without spaces is a
// piece of its own, together with the punctuation that must not begin a line.
func pieces(text string) []string {
	var out []string
	word := ""
	flush := func() {
		if word != "" {
			out = append(out, word)
			word = ""
		}
	}
	for _, r := range text {
		switch {
		case unicode.IsSpace(r):
			flush()
			if n := len(out); n > 0 && out[n-1] != " " {
				out = append(out, " ")
			}
		case strings.ContainsRune("、。，．）」』】！？ー々：；", r):
			if word == "" && len(out) > 0 && out[len(out)-1] != " " {
				out[len(out)-1] += string(r)
			} else {
				word += string(r)
			}
		case r >= 0x2E80 && unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana):
			flush()
			out = append(out, string(r))
		default:
			word += string(r)
		}
	}
	flush()
	return out
}

// block adds lines of text, each within its room, and returns where the next line would begin.
func (f *Figure) block(lines []string, x, y float64, t Text) float64 {
	for _, line := range lines {
		t.Text, t.X, t.Y = line, x, y+t.Size*lineHeight/2
		f.add(t)
		y += t.Size * lineHeight
	}
	return y
}
