package assess

import (
	"bytes"
	"encoding/json"
	"errors"
	"slices"
	"strconv"
	"strings"
)

// places knows on which line of a file each value stands, by its path: "items/6/self/anchors/2".
type places map[string]int

// placesOf reads a document once more for its lines; what comes after a mistake in its form has none.
func placesOf(data []byte) places {
	out := places{}
	dec := json.NewDecoder(bytes.NewReader(data))
	var walk func(path string) error
	walk = func(path string) error {
		tok, err := dec.Token()
		if err != nil {
			return err
		}
		out[path] = lineAt(data, dec.InputOffset())
		open, ok := tok.(json.Delim)
		if !ok {
			return nil
		}
		for i := 0; dec.More(); i++ {
			name := strconv.Itoa(i)
			if open == '{' {
				key, err := dec.Token()
				if err != nil {
					return err
				}
				name, _ = key.(string)
			}
			if err := walk(strings.TrimPrefix(path+"/"+name, "/")); err != nil {
				return err
			}
		}
		_, err = dec.Token() // the closing one
		return err
	}
	_ = walk("") // a mistake in the form has been reported before
	return out
}

// lineAt is the line of an offset, from 1 on.
func lineAt(data []byte, offset int64) int {
	return 1 + bytes.Count(data[:min(max(offset, 0), int64(len(data)))], []byte("\n"))
}

// of is the line of a place as [check] names it ("item P2: self: anchor 3"), or of the nearest part around it; 0 for none.
func (l places) of(place string) int {
	var path []string
	for _, part := range strings.Split(place, ": ") {
		word, number, _ := strings.Cut(part, " ")
		n, err := strconv.Atoi(part)
		switch a, r := slices.IndexFunc(aspectIDs, func(id string) bool { return strings.HasPrefix(number, id) }), 0; {
		case word == "item" && a >= 0:
			r, _ = strconv.Atoi(number[1:])
			path = append(path, "items", strconv.Itoa(a*len(roleIDs)+r-1))
		case word == "anchor":
			n, _ = strconv.Atoi(number)
			path = append(path, "anchors", strconv.Itoa(n-1))
		case err == nil:
			path = append(path, strconv.Itoa(n-1))
		default:
			path = append(path, part)
		}
	}
	for n := len(path); n > 0; n-- {
		if line := l[strings.Join(path[:n], "/")]; line > 0 {
			return line
		}
	}
	return l[""]
}

// lineOfMistake is where a document cannot be decoded.
func lineOfMistake(data []byte, dec *json.Decoder, err error) int {
	var syntax *json.SyntaxError
	var kind *json.UnmarshalTypeError
	switch {
	case errors.As(err, &syntax):
		return lineAt(data, syntax.Offset)
	case errors.As(err, &kind):
		return lineAt(data, kind.Offset)
	}
	if name, ok := strings.CutPrefix(err.Error(), "json: unknown field "); ok {
		if at := bytes.Index(data, []byte(name)); at >= 0 {
			return lineAt(data, int64(at))
		}
	}
	return lineAt(data, dec.InputOffset())
}

// Problems are all problems that an error of [Read] or [Shelf.Save] joins, in order.
func Problems(err error) []*Problem {
	var one *Problem
	if errors.As(err, &one) && error(one) == err {
		return []*Problem{one}
	}
	var out []*Problem
	if list, ok := err.(interface{ Unwrap() []error }); ok {
		for _, e := range list.Unwrap() {
			out = append(out, Problems(e)...)
		}
	}
	return out
}
