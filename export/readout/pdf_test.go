package readout

import (
	"bytes"
	"compress/zlib"
	"io"
	"regexp"
	"strconv"
	"strings"
	"testing"
	"unicode"
	"unicode/utf16"

	"nemawashi.app/workshop"
)

// drawn is one operator of a page with what stood before it.
type drawn struct {
	operator string
	numbers  []float64
	name     string // of a typeface or a picture
	text     string
}

// sheaf is a finished file, taken apart to be read or drawn again.
type sheaf struct {
	pages [][]drawn
	fonts map[string]string // resource name to the typeface's name
	links int
	marks []string // titles of the outline
	w, h  float64
}

var (
	objectStart = regexp.MustCompile(`(?m)^(\d+) 0 obj\n`)
	contentsRef = regexp.MustCompile(`/Type /Page\n[\s\S]*?/Contents (\d+) 0 R`)
	fontEntry   = regexp.MustCompile(`/(F[0-9a-f]+) (\d+) 0 R`)
	baseFont    = regexp.MustCompile(`/Subtype /Type0\s+/BaseFont /(?:[A-Z]{6}\+|utf8)([0-9A-Za-z-]+)`)
	streamPart  = regexp.MustCompile(`(?s)/Length (\d+)>>\nstream\n`)
	mediaBox    = regexp.MustCompile(`/MediaBox \[0 0 ([0-9.]+) ([0-9.]+)\]`)
)

// takeApart reads a file by its own marks, independent of the code that wrote it.
func takeApart(t testing.TB, file []byte) sheaf {
	t.Helper()
	objects := map[string][]byte{}
	starts := objectStart.FindAllSubmatchIndex(file, -1)
	for i, at := range starts {
		end := len(file)
		if i+1 < len(starts) {
			end = starts[i+1][0]
		}
		objects[string(file[at[2]:at[3]])] = file[at[0]:end]
	}
	s := sheaf{fonts: map[string]string{}, links: bytes.Count(file, []byte("/Subtype /Link"))}
	for _, m := range fontEntry.FindAllSubmatch(file, -1) {
		if base := baseFont.FindSubmatch(objects[string(m[2])]); base != nil {
			s.fonts[string(m[1])] = string(base[1])
		}
	}
	if box := mediaBox.FindSubmatch(file); box != nil {
		s.w, _ = strconv.ParseFloat(string(box[1]), 64)
		s.h, _ = strconv.ParseFloat(string(box[2]), 64)
	}
	for range bytes.Count(file, []byte("/Title ")) - 1 { // one is the document's own
		s.marks = append(s.marks, "Heading of a chapter")
	}
	for _, m := range contentsRef.FindAllSubmatch(file, -1) {
		s.pages = append(s.pages, operators(t, inflate(t, objects[string(m[1])])))
	}
	if len(s.pages) == 0 || len(s.fonts) == 0 {
		t.Fatal("the file has no pages or no typefaces")
	}
	return s
}

func inflate(t testing.TB, object []byte) []byte {
	t.Helper()
	at := streamPart.FindSubmatchIndex(object)
	if at == nil {
		t.Fatalf("no stream in %.80q", object)
	}
	n, _ := strconv.Atoi(string(object[at[2]:at[3]]))
	r, err := zlib.NewReader(bytes.NewReader(object[at[1] : at[1]+n]))
	if err != nil {
		t.Fatal(err)
	}
	out, err := io.ReadAll(r)
	if err != nil {
		t.Fatal(err)
	}
	return out
}

// operators reads a page's content, from left to right.
func operators(t testing.TB, content []byte) []drawn {
	t.Helper()
	var out []drawn
	var now drawn
	for i := 0; i < len(content); {
		switch c := content[i]; {
		case c == ' ' || c == '\n' || c == '[' || c == ']':
			i++
		case c == '(':
			now.text, i = literalAt(content, i+1)
		case c == '/':
			end := i + 1 + bytes.IndexAny(content[i+1:], " \n")
			now.name, i = string(content[i+1:end]), end
		default:
			end := i
			for end < len(content) && !strings.ContainsRune(" \n[]()/", rune(content[end])) {
				end++
			}
			word := string(content[i:end])
			if n, err := strconv.ParseFloat(word, 64); err == nil {
				now.numbers = append(now.numbers, n)
			} else {
				now.operator = word
				out = append(out, now)
				now = drawn{}
			}
			i = end
		}
	}
	return out
}

// literalAt reads a string of 16-bit characters up to its closing parenthesis.
func literalAt(content []byte, i int) (text string, next int) {
	var raw []byte
	for ; content[i] != ')'; i++ {
		if content[i] == '\\' {
			i++
			if content[i] == 'r' {
				raw = append(raw, '\r')
				continue
			}
		}
		raw = append(raw, content[i])
	}
	units := make([]uint16, len(raw)/2)
	for j := range units {
		units[j] = uint16(raw[2*j])<<8 | uint16(raw[2*j+1])
	}
	return string(utf16.Decode(units)), i + 1
}

// text is all that is written on the pages, in order, without spaces: lines break where they have to.
func (s sheaf) text() string {
	var b strings.Builder
	for _, p := range s.pages {
		for _, d := range p {
			if d.operator == "Tj" {
				b.WriteString(d.text)
			}
		}
	}
	return squeezed(b.String())
}

func squeezed(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) {
			return -1
		}
		return r
	}, s)
}

// ofPlant is a readout of the plant, taken apart; it is written once for all tests.
func ofPlant(t testing.TB, a workshop.Audience, paper string) sheaf {
	t.Helper()
	key := string(a) + " " + paper
	if s, ok := plantReadouts[key]; ok {
		return s
	}
	s := takeApart(t, write(t, input(plant(t), a, paper)))
	plantReadouts[key] = s
	return s
}

var plantReadouts = map[string]sheaf{}

// printed is the text of a readout.
func printed(t testing.TB, in Input) string {
	t.Helper()
	return takeApart(t, write(t, in)).text()
}
