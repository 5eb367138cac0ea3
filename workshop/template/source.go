package template

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"slices"
	"unicode/utf8"
)

// maxDepth is deeper than any template goes; a file that nests further is not
// one.
const maxDepth = 16

// node is one JSON value that remembers its line. The reader of encoding/json
// forgets it, and without it nobody finds the mistake in a file of 300 lines.
type node struct {
	line   int
	value  any              // string, json.Number, bool or nil; a json.Delim for '{' and '['
	fields map[string]*node // of an object
	keys   []string         // of an object, in order
	items  []*node          // of a list
	unread bool             // the value, or a part of it, is of the wrong type
}

func (n *node) isObject() bool { return n.value == json.Delim('{') }
func (n *node) isList() bool   { return n.value == json.Delim('[') }

// has says whether the object names the key.
func (n *node) has(key string) bool { return n.fields[key] != nil }

// text is the string under the key, empty when there is none.
func (n *node) text(key string) string {
	if f := n.fields[key]; f != nil {
		s, _ := f.value.(string)
		return s
	}
	return ""
}

// lineOf is the line of the key's value, or the node's own where it is missing.
func (n *node) lineOf(key string) int {
	if f := n.fields[key]; f != nil {
		return f.line
	}
	return n.line
}

// what names the kind of value for a message.
func (n *node) what() string {
	switch v := n.value.(type) {
	case json.Delim:
		if n.isObject() {
			return "an object"
		}
		return "a list"
	case string:
		return "text"
	case json.Number:
		return v.String()
	case bool:
		return "true or false"
	}
	return "null"
}

// parse reads one file into nodes. A key that comes twice is a problem, for
// one of the two would be lost.
func parse(r *report, data []byte) *node {
	if i := invalidUTF8(data); i >= 0 {
		r.add(lineAt(data, i), "is not valid UTF-8")
		return nil
	}
	p := &parser{report: r, data: data, dec: json.NewDecoder(bytes.NewReader(data)), line: 1}
	p.dec.UseNumber()
	n, err := p.value(0)
	if err == nil {
		if _, rest := p.dec.Token(); rest != io.EOF {
			p.advance()
			err = errors.New("something follows after the end of the document")
		}
	}
	if err != nil {
		line := p.line
		var syntax *json.SyntaxError
		if errors.As(err, &syntax) {
			line = lineAt(data, int(syntax.Offset))
		}
		if errors.Is(err, io.EOF) || errors.Is(err, io.ErrUnexpectedEOF) {
			line, err = lineAt(data, len(data)), errors.New("the file ends too early")
		}
		r.add(line, "is not JSON: %v", err)
		return nil
	}
	return n
}

func invalidUTF8(data []byte) int {
	for i := 0; i < len(data); {
		r, size := utf8.DecodeRune(data[i:])
		if r == utf8.RuneError && size == 1 {
			return i
		}
		i += size
	}
	return -1
}

// lineAt is the line of a byte, counted from 1.
func lineAt(data []byte, offset int) int {
	return 1 + bytes.Count(data[:min(offset, len(data))], []byte{'\n'})
}

type parser struct {
	*report
	data []byte
	dec  *json.Decoder
	seen int // bytes counted into line
	line int
}

// advance moves the line to where the decoder stands.
func (p *parser) advance() {
	at := min(int(p.dec.InputOffset()), len(p.data))
	p.line += bytes.Count(p.data[p.seen:at], []byte{'\n'})
	p.seen = at
}

func (p *parser) token() (json.Token, error) {
	t, err := p.dec.Token()
	p.advance()
	return t, err
}

func (p *parser) value(depth int) (*node, error) {
	if depth > maxDepth {
		return nil, fmt.Errorf("it is nested deeper than %d levels", maxDepth)
	}
	t, err := p.token()
	if err != nil {
		return nil, err
	}
	n := &node{line: p.line, value: t}
	switch t {
	case json.Delim('{'):
		n.fields = map[string]*node{}
		err = p.object(n, depth)
	case json.Delim('['):
		for err == nil && p.dec.More() {
			var item *node
			item, err = p.value(depth + 1)
			n.items = append(n.items, item)
		}
		if err == nil {
			_, err = p.token()
		}
	}
	return n, err
}

func (p *parser) object(n *node, depth int) error {
	for p.dec.More() {
		t, err := p.token()
		if err != nil {
			return err
		}
		key, ok := t.(string)
		if !ok {
			return fmt.Errorf("a key must be text, not %v", t)
		}
		twice := slices.Contains(n.keys, key)
		if twice {
			p.add(p.line, "the key %q comes twice", key)
		}
		value, err := p.value(depth + 1)
		if err != nil {
			return err
		}
		n.fields[key] = value
		if !twice {
			n.keys = append(n.keys, key)
		}
	}
	_, err := p.token()
	return err
}
