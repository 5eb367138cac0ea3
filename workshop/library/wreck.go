package library

import (
	"bytes"
	"encoding/binary"
	"errors"
	"io/fs"
	"math"
	"os"
)

// wreck is a library file that SQLite may no longer be able to open. Its rows
// are read page by page (https://www.sqlite.org/fileformat2.html): every page
// whose checksum is right is believed, whatever the others, the header, or the
// tree above it look like.
type wreck struct {
	main  []byte
	over  map[uint32][]byte // pages that the log has, whole transactions only
	order []uint32          // of those, in the order of the log
	bad   int               // pages that cannot be believed
	pages int
}

// usable is the part of a page that holds content; the rest is its checksum.
const usable = pageSize - 8

func openWreck(path string) (*wreck, error) {
	main, err := os.ReadFile(path)
	if err != nil {
		return nil, err
	}
	w := &wreck{main: main, over: map[uint32][]byte{}}
	log, err := os.ReadFile(path + "-wal")
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return nil, err
	}
	w.readLog(log)
	return w, nil
}

// readLog takes the pages of a log up to its last whole transaction. A frame of
// the log is believed as SQLite believes it: its sum goes on from the one before.
func (w *wreck) readLog(log []byte) {
	if len(log) < logHead {
		return
	}
	order := logOrder(log)
	sum := logSum{}.add(order, log[:24])
	type written struct {
		page uint32
		data []byte
	}
	var loose []written
	for at := logHead; at+frameHead+pageSize <= len(log); at += frameHead + pageSize {
		f := log[at : at+frameHead+pageSize]
		sum = sum.add(order, f[:8]).add(order, f[frameHead:])
		if !bytes.Equal(f[8:16], log[16:24]) || sum != sumAt(f[16:]) {
			return // the rest is of an earlier log, or was never finished
		}
		loose = append(loose, written{binary.BigEndian.Uint32(f), f[frameHead:]})
		if binary.BigEndian.Uint32(f[4:]) == 0 {
			continue // not the end of a transaction
		}
		for _, l := range loose {
			w.over[l.page] = l.data
			w.order = append(w.order, l.page)
		}
		loose = nil
	}
}

// logSum is the running checksum of a log.
type logSum [2]uint32

func (s logSum) add(order binary.ByteOrder, b []byte) logSum {
	for ; len(b) >= 8; b = b[8:] {
		s[0] += order.Uint32(b) + s[1]
		s[1] += order.Uint32(b[4:]) + s[0]
	}
	return s
}

// rows calls f for every row that can be read, of any table or index: first
// those of the file, then those of the log, which are newer.
func (w *wreck) rows(f func(row []any)) {
	pages := uint32((len(w.main) + pageSize - 1) / pageSize)
	w.pages = int(pages)
	for n := uint32(1); n <= pages; n++ {
		if p := w.inFile(n); p != nil {
			w.page(n, p, w.inFile, f)
		} else if w.over[n] == nil {
			w.bad++
		}
	}
	for _, n := range w.order {
		if p := w.inLog(n); p != nil {
			w.page(n, p, w.inLog, f)
		}
	}
}

// inFile is a page of the file, nil when it cannot be believed.
func (w *wreck) inFile(n uint32) []byte {
	at := int64(n-1) * pageSize
	if n == 0 || at+pageSize > int64(len(w.main)) {
		return nil
	}
	p := w.main[at : at+pageSize]
	if n == 1 && !bytes.HasPrefix(p, []byte("SQLite format 3\x00")) {
		return nil // zeros have the sum of zeros
	}
	return believable(p)
}

// inLog is a page as it is with the log.
func (w *wreck) inLog(n uint32) []byte {
	if p := w.over[n]; p != nil {
		return p
	}
	return w.inFile(n)
}

// believable is the page when its checksum, that of SQLite's checksum VFS, is right.
func believable(p []byte) []byte {
	var a, b uint32
	for i := 0; i < usable; i += 8 {
		a += binary.LittleEndian.Uint32(p[i:]) + b
		b += binary.LittleEndian.Uint32(p[i+4:]) + a
	}
	if binary.LittleEndian.Uint32(p[usable:]) != a || binary.LittleEndian.Uint32(p[usable+4:]) != b {
		return nil
	}
	return p
}

// The kinds of pages that hold rows.
const (
	indexInner = 0x02
	indexLeaf  = 0x0a
	tableLeaf  = 0x0d
)

// page reads the rows that begin on a page.
func (w *wreck) page(n uint32, p []byte, get func(uint32) []byte, f func(row []any)) {
	head, first := 0, 8
	if n == 1 {
		head = 100
	}
	kind := p[head]
	switch kind {
	case indexInner:
		first = 12
	case indexLeaf, tableLeaf:
	default:
		return
	}
	count := int(binary.BigEndian.Uint16(p[head+3:]))
	for i := range count {
		at := head + first + 2*i
		if at+2 > usable {
			return
		}
		if b := payload(p, int(binary.BigEndian.Uint16(p[at:])), kind, get); b != nil {
			if row := decodeRow(b); row != nil {
				f(row)
			}
		}
	}
}

// payload is the bytes of one cell, with what of it stands on other pages; nil
// when some of it is lost.
func payload(p []byte, at int, kind byte, get func(uint32) []byte) []byte {
	if kind == indexInner {
		at += 4
	}
	if at >= usable {
		return nil
	}
	size, n := varint(p[at:usable])
	at += n
	most := (usable-12)*64/255 - 23
	if kind == tableLeaf {
		most = usable - 35
		_, n := varint(p[min(at, usable):usable])
		at += n
	}
	if size > math.MaxInt32 {
		return nil
	}
	all, here := int(size), int(size)
	if all > most {
		least := (usable-12)*32/255 - 23
		if here = least + (all-least)%(usable-4); here > most {
			here = least
		}
	}
	if at+here > usable || here < all && at+here+4 > usable {
		return nil
	}
	out := bytes.Clone(p[at : at+here])
	if here == all {
		return out
	}
	for next := binary.BigEndian.Uint32(p[at+here:]); len(out) < all; {
		o := get(next)
		if o == nil {
			return nil
		}
		next = binary.BigEndian.Uint32(o)
		out = append(out, o[4:4+min(all-len(out), usable-4)]...)
	}
	return out
}

// decodeRow reads a record of SQLite: nil, int64, string and []byte. A broken
// one is nil; numbers with a fraction, which no table of ours has, are nil in it.
func decodeRow(b []byte) []any {
	size, n := varint(b)
	if size < uint64(n) || size > uint64(len(b)) {
		return nil
	}
	kinds, body := b[n:size], b[size:]
	var row []any
	for len(kinds) > 0 {
		kind, n := varint(kinds)
		if n == 0 {
			return nil
		}
		kinds = kinds[n:]
		length := uint64(0)
		switch {
		case kind <= 7:
			length = []uint64{0, 1, 2, 3, 4, 6, 8, 8}[kind]
		case kind >= 12:
			length = (kind - 12) / 2
		}
		if length > uint64(len(body)) {
			return nil
		}
		v := body[:length]
		body = body[length:]
		switch {
		case kind >= 1 && kind <= 6:
			row = append(row, integerOf(v))
		case kind == 8 || kind == 9:
			row = append(row, int64(kind-8))
		case kind >= 12 && kind%2 == 1:
			row = append(row, string(v))
		case kind >= 12:
			row = append(row, v)
		default:
			row = append(row, nil)
		}
	}
	return row
}

// integerOf reads a big-endian number with its sign.
func integerOf(b []byte) int64 {
	out := int64(int8(b[0]))
	for _, c := range b[1:] {
		out = out<<8 | int64(c)
	}
	return out
}

// varint reads SQLite's numbers of variable length, and says how long it was: 0
// where it is cut off.
func varint(b []byte) (uint64, int) {
	var out uint64
	for i := range min(len(b), 9) {
		if i == 8 {
			return out<<8 | uint64(b[i]), 9
		}
		out = out<<7 | uint64(b[i]&0x7f)
		if b[i] < 0x80 {
			return out, i + 1
		}
	}
	return 0, 0
}
