package workbook

import (
	"bytes"
	"context"
	"encoding/xml"
	"errors"
	"io"
	"strings"
)

// Area is a range of cells that are merged into one.
type Area struct{ Column, Row, LastColumn, LastRow int }

// Covers says whether a cell lies in the area without being its first, which
// alone has a value.
func (a Area) Covers(column, row int) bool {
	return column >= a.Column && column <= a.LastColumn && row >= a.Row && row <= a.LastRow && (column != a.Column || row != a.Row)
}

// maxAreas is how many merged areas are looked at.
const maxAreas = 10_000

// Merged lists the merged areas of a sheet. They stand behind its rows, which
// are searched and not parsed for them.
func (b *Book) Merged(ctx context.Context, s Sheet) ([]Area, error) {
	if b.separate != 0 {
		return nil, nil
	}
	part, err := b.part(s.part)
	if err != nil {
		return nil, err
	}
	defer part.Close()
	rest, err := after(ctx, part, []byte("mergeCells"))
	if err != nil {
		return nil, b.explained(ctx, s.part, err)
	}
	if rest == nil {
		return nil, nil
	}
	var out []Area
	for d := xml.NewDecoder(rest); ; {
		t, err := d.RawToken()
		if err == io.EOF {
			return out, nil
		}
		if err != nil {
			return nil, b.explained(ctx, s.part, err)
		}
		switch t := t.(type) {
		case xml.StartElement:
			if t.Name.Local != "mergeCell" {
				continue
			}
			if len(out) == maxAreas {
				return nil, refuse(TooLarge, b.Name, "has too many merged cells", "take the merging off")
			}
			from, to, two := strings.Cut(attribute(t, "ref"), ":")
			if !two {
				to = from
			}
			out = append(out, Area{columnOf(from), rowOf(from), columnOf(to), rowOf(to)})
		case xml.EndElement:
			if t.Name.Local == "mergeCells" {
				return out, nil
			}
		}
	}
}

// after reads up to the tag of an element and returns what follows its name's
// beginning as XML, nil when there is no such tag.
func after(ctx context.Context, r io.Reader, name []byte) (io.Reader, error) {
	buf := make([]byte, 0, 128<<10)
	for {
		if ctx.Err() != nil {
			return nil, ctx.Err()
		}
		n, err := r.Read(buf[len(buf):cap(buf)])
		buf = buf[:len(buf)+n]
		from := 0
		for {
			i := bytes.Index(buf[from:], name)
			if i < 0 {
				break
			}
			i += from
			// In a text no bracket can stand before the name.
			if tag := bytes.LastIndexByte(buf[:i], '<'); tag >= 0 && (tag == i-1 || buf[i-1] == ':' && !bytes.ContainsAny(buf[tag:i], " >/")) {
				return io.MultiReader(bytes.NewReader(bytes.Clone(buf[tag:])), r), nil
			}
			from = i + len(name)
		}
		if errors.Is(err, io.EOF) {
			return nil, nil
		}
		if err != nil {
			return nil, err
		}
		if keep := len(name) + 64; len(buf) > keep {
			buf = buf[:copy(buf, buf[len(buf)-keep:])]
		}
	}
}
