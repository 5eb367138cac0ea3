package workshop

import "strings"

// LastChange is the stamp of the newest change of a record, the zero one for a record that is not known. It does not
// read what stands behind the record, so that it can be asked of every one of ten thousand.
func (w *Workshop) LastChange(id ID) Stamp {
	e := w.entries[id]
	if e == nil {
		return Stamp{}
	}
	if e.raw != "" {
		return NewestStamp(e.raw)
	}
	newest := Stamp{}
	saw := func(s Stamp) {
		if s.Compare(newest) > 0 {
			newest = s
		}
	}
	for i := range e.causes.Births {
		saw(e.causes.Births[i].Stamp)
	}
	for _, h := range e.causes.Exist.Heads {
		saw(h.Stamp)
	}
	for _, f := range e.causes.Fields {
		for _, h := range f.Heads {
			saw(h.Stamp)
		}
	}
	return newest
}

// NewestStamp is the newest stamp in a [Row]'s causes. Stamps are written so that their texts sort like them, and the
// key before one can be no part of a text, where its quotation marks would be escaped.
func NewestStamp(causes string) Stamp {
	const key = `"s":"`
	newest := ""
	for {
		at := strings.Index(causes, key)
		if at < 0 {
			break
		}
		causes = causes[at+len(key):]
		end := strings.IndexByte(causes, '"')
		if end < 0 {
			break
		}
		if text := causes[:end]; text > newest {
			newest = text
		}
	}
	var s Stamp
	if s.UnmarshalText([]byte(newest)) != nil {
		return Stamp{}
	}
	return s
}

// StaleAfter is how many days an open action may go without any change before it is marked as stale.
const StaleAfter = 14
