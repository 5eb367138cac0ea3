package workshop

import (
	"encoding/json"
	"reflect"
	"strconv"
	"strings"
	"unicode/utf8"
)

// ReadRecord reads a record from the document that a [Row] has of it.
func ReadRecord(k Kind, id ID, doc string) (Record, error) { return decode(k, id, doc) }

// decode reads a document back into a record.
func decode(k Kind, id ID, doc string) (Record, error) {
	r, err := New(k)
	if err != nil {
		return nil, err
	}
	if !readPlain(r, doc) {
		if r, err = New(k); err != nil {
			return nil, err
		}
		if err := json.Unmarshal([]byte(doc), r); err != nil {
			return nil, err
		}
	}
	r.base().ID = id
	return r, nil
}

// readPlain reads a document in the form in which [document] writes it, several
// times as fast as encoding/json: opening a workshop is mostly that. It says
// false for any other form, valid or not, which is then read by encoding/json;
// the record may be half filled by then. The record's texts are parts of doc.
func readPlain(r Record, doc string) bool {
	fields := schema[r.Kind()]
	v := reflect.ValueOf(r).Elem()
	p := docReader{doc: doc}
	if !p.word(`{"id":`) {
		return false
	}
	if _, ok := p.text(); !ok {
		return false
	}
	for !p.skip('}') {
		if !p.skip(',') {
			return false
		}
		name, ok := p.text()
		if !ok || !p.skip(':') {
			return false
		}
		// Fields are written in the order of the schema, the empty ones left out.
		for len(fields) > 0 && fields[0].Name != name {
			fields = fields[1:]
		}
		if len(fields) == 0 || !p.value(v.Field(fields[0].index)) {
			return false
		}
		fields = fields[1:]
	}
	return p.at == len(doc)
}

// docReader is a place in a document without white space.
type docReader struct {
	doc string
	at  int
}

func (p *docReader) skip(c byte) bool {
	if p.at < len(p.doc) && p.doc[p.at] == c {
		p.at++
		return true
	}
	return false
}

func (p *docReader) word(s string) bool {
	if len(p.doc)-p.at >= len(s) && p.doc[p.at:p.at+len(s)] == s {
		p.at += len(s)
		return true
	}
	return false
}

// text reads a string.
func (p *docReader) text() (string, bool) {
	if !p.skip('"') {
		return "", false
	}
	rest := p.doc[p.at:]
	end := strings.IndexByte(rest, '"')
	if end < 0 {
		return "", false
	}
	s := rest[:end]
	ascii := true
	for i := range len(s) {
		if s[i] < ' ' || s[i] == '\\' || s[i] >= utf8.RuneSelf {
			if s[i] < utf8.RuneSelf {
				return p.escaped()
			}
			ascii = false
		}
	}
	p.at += end + 1
	return s, ascii || utf8.ValidString(s)
}

// escaped reads a string, the start of which has been read, by encoding/json.
func (p *docReader) escaped() (string, bool) {
	start := p.at - 1
	for p.at < len(p.doc) {
		switch c := p.doc[p.at]; {
		case c == '"':
			p.at++
			var s string
			err := json.Unmarshal([]byte(p.doc[start:p.at]), &s)
			return s, err == nil
		case c == '\\':
			p.at++
		case c < ' ':
			return "", false
		}
		p.at++
	}
	return "", false
}

// number is the text of a number.
func (p *docReader) number() (string, bool) {
	start := p.at
	for p.at < len(p.doc) {
		c := p.doc[p.at]
		if (c < '0' || c > '9') && c != '-' && c != '+' && c != '.' && c != 'e' && c != 'E' {
			break
		}
		p.at++
	}
	s := p.doc[start:p.at]
	digits := s
	if len(digits) > 0 && digits[0] == '-' {
		digits = digits[1:]
	}
	// JSON knows neither +1 nor 01 nor .5 nor 1.e5, which Go's parser takes.
	_, fraction, dot := strings.Cut(digits, ".")
	ok := digit(digits) && !(digits[0] == '0' && digit(digits[1:])) && (!dot || digit(fraction))
	return s, ok
}

// digit says whether s begins with one.
func digit(s string) bool { return s != "" && s[0] >= '0' && s[0] <= '9' }

func (p *docReader) integer() (int64, bool) {
	s, ok := p.number()
	if !ok {
		return 0, false
	}
	n, err := strconv.ParseInt(s, 10, 64)
	return n, err == nil
}

// value reads what a field of a record can hold.
func (p *docReader) value(v reflect.Value) bool {
	switch v.Kind() {
	case reflect.String:
		s, ok := p.text()
		v.SetString(s)
		return ok
	case reflect.Int, reflect.Int64:
		n, ok := p.integer()
		v.SetInt(n)
		return ok
	case reflect.Bool:
		v.SetBool(p.word("true"))
		return v.Bool() || p.word("false")
	}
	switch x := v.Addr().Interface().(type) {
	case **int:
		n, ok := p.integer()
		whole := int(n)
		*x = &whole
		return ok
	case *map[string]any:
		return p.cells(x)
	case *[]ID:
		return list(p, x)
	case *[]string:
		return list(p, x)
	}
	return p.other(v)
}

// list reads strings, as ids or as text.
func list[T ~string](p *docReader, x *[]T) bool {
	if !p.skip('[') {
		return false
	}
	*x = []T{}
	for first := true; !p.skip(']'); first = false {
		if !first && !p.skip(',') {
			return false
		}
		s, ok := p.text()
		if !ok {
			return false
		}
		*x = append(*x, T(s))
	}
	return true
}

// cells reads a card's cells: texts, numbers, yes and no.
func (p *docReader) cells(x *map[string]any) bool {
	if !p.skip('{') {
		return false
	}
	m := map[string]any{}
	*x = m
	for first := true; !p.skip('}'); first = false {
		if !first && !p.skip(',') {
			return false
		}
		name, ok := p.text()
		if _, twice := m[name]; !ok || twice || !p.skip(':') || p.at == len(p.doc) {
			return false
		}
		switch p.doc[p.at] {
		case '"':
			m[name], ok = p.text()
		case 't':
			m[name], ok = true, p.word("true")
		case 'f':
			m[name], ok = false, p.word("false")
		default:
			var s string
			if s, ok = p.number(); ok {
				f, err := strconv.ParseFloat(s, 64)
				m[name], ok = f, err == nil
			}
		}
		if !ok {
			return false
		}
	}
	return true
}

// other hands a value of a rarer type to encoding/json.
func (p *docReader) other(v reflect.Value) bool {
	start, depth := p.at, 0
	for p.at < len(p.doc) {
		switch p.doc[p.at] {
		case '"':
			if _, ok := p.text(); !ok {
				return false
			}
			continue
		case '{', '[':
			depth++
		case '}', ']':
			if depth == 0 {
				return p.at > start && json.Unmarshal([]byte(p.doc[start:p.at]), v.Addr().Interface()) == nil
			}
			depth--
		case ',':
			if depth == 0 {
				return p.at > start && json.Unmarshal([]byte(p.doc[start:p.at]), v.Addr().Interface()) == nil
			}
		}
		p.at++
	}
	return false
}
