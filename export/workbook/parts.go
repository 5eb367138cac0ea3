package workbook

import (
	"archive/zip"
	"context"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"path"
	"strings"
)

// openZip looks at the directory of the workbook, and reads the parts that
// concern all sheets.
func (b *Book) openZip(ctx context.Context, size int64) error {
	z, err := zip.NewReader(b.file, size)
	if err != nil {
		return b.damaged("its directory is missing")
	}
	if len(z.File) > MaxParts {
		return refuse(TooLarge, b.Name, fmt.Sprintf("has %d parts, at most %d are read", len(z.File), MaxParts), "save it anew in Excel or LibreOffice")
	}
	total := uint64(0)
	b.parts = make(map[string]*zip.File, len(z.File))
	for _, f := range z.File {
		if f.UncompressedSize64 > MaxPart || total+f.UncompressedSize64 > MaxTotal {
			return refuse(TooLarge, b.Name, "would be "+megabytes(max(total+f.UncompressedSize64, f.UncompressedSize64))+" unpacked, more than any register needs", "take out what is not needed, or ask who sent it")
		}
		total += f.UncompressedSize64
		b.parts[strings.ToLower(strings.TrimPrefix(strings.ReplaceAll(f.Name, `\`, "/"), "/"))] = f
	}
	for name := range b.parts {
		switch {
		case strings.HasSuffix(name, "vbaproject.bin"), strings.HasPrefix(name, "xl/macrosheets/"), strings.HasPrefix(name, "xl/intlmacrosheets/"):
			return refuse(Macros, b.Name, "holds macros, which are never run or read here", "save it as an Excel workbook without macros (.xlsx)")
		case strings.HasPrefix(name, "xl/externallinks/"):
			return refuse(Links, b.Name, "takes values from other workbooks, which may not be as they were", "break the links (in Excel: Data, Edit Links, Break Link), save it and try again")
		}
	}
	root, err := b.relations(ctx, "_rels/.rels", "")
	if err != nil {
		return err
	}
	book := root.byKind("/officeDocument")
	if book == "" || b.parts[book] == nil {
		if b.parts["content.xml"] != nil {
			return refuse(NotAWorkbook, b.Name, "is an OpenDocument file (.ods)", "save it as an Excel workbook (.xlsx)")
		}
		return refuse(NotAWorkbook, b.Name, "is packed like a workbook, but has none in it", "save it as an Excel workbook (.xlsx) in the program that made it")
	}
	if strings.HasSuffix(book, ".bin") {
		return refuse(NotAWorkbook, b.Name, "is a binary workbook (.xlsb)", "save it as an Excel workbook (.xlsx)")
	}
	dir, file := path.Split(book)
	links, err := b.relations(ctx, dir+"_rels/"+file+".rels", dir)
	if err != nil {
		return err
	}
	if err := b.readBook(ctx, book, links); err != nil {
		return err
	}
	if err := b.readStyles(ctx, links.byKind("/styles")); err != nil {
		return err
	}
	return b.readShared(ctx, links.byKind("/sharedStrings"))
}

// relation says where a part is that another names.
type relation struct{ id, kind, target string }

type relations []relation

func (r relations) byKind(end string) string {
	for _, x := range r {
		if strings.HasSuffix(x.kind, end) {
			return x.target
		}
	}
	return ""
}

func (b *Book) relations(ctx context.Context, part, dir string) (relations, error) {
	var out relations
	err := b.eachElement(ctx, part, func(_ *xml.Decoder, e xml.StartElement) error {
		if e.Name.Local != "Relationship" || strings.EqualFold(attribute(e, "TargetMode"), "External") {
			return nil
		}
		target := strings.ReplaceAll(attribute(e, "Target"), `\`, "/")
		if !strings.HasPrefix(target, "/") {
			target = dir + target
		}
		out = append(out, relation{attribute(e, "Id"), attribute(e, "Type"), strings.ToLower(strings.TrimPrefix(path.Clean("/"+target), "/"))})
		return nil
	})
	return out, err
}

// readBook lists the sheets.
func (b *Book) readBook(ctx context.Context, part string, links relations) error {
	err := b.eachElement(ctx, part, func(_ *xml.Decoder, e xml.StartElement) error {
		switch e.Name.Local {
		case "workbookPr":
			b.date1904 = truth(attribute(e, "date1904"))
		case "sheet":
			state, id := attribute(e, "state"), ""
			for _, a := range e.Attr {
				if a.Name.Local == "id" && a.Name.Space != "" {
					id = a.Value
				}
			}
			for _, l := range links {
				if l.id == id && strings.HasSuffix(l.kind, "/worksheet") {
					b.sheets = append(b.sheets, Sheet{Name: attribute(e, "name"), Hidden: state != "" && state != "visible", part: l.target})
				}
			}
		}
		return nil
	})
	if err == nil && len(b.sheets) == 0 {
		return b.damaged("it has no sheet")
	}
	return err
}

func attribute(e xml.StartElement, name string) string {
	for _, a := range e.Attr {
		if a.Name.Local == name {
			return a.Value
		}
	}
	return ""
}

func truth(s string) bool { return s == "1" || s == "true" || s == "on" }

// part opens a part. A reader of it gives no more than the part declares,
// which has been measured.
func (b *Book) part(name string) (io.ReadCloser, error) {
	f := b.parts[name]
	if f == nil {
		return nil, b.damaged("the part " + name + " is missing")
	}
	r, err := f.Open()
	if err != nil {
		return nil, b.damaged("the part " + name + " cannot be unpacked")
	}
	return &measured{ReadCloser: r, left: int64(f.UncompressedSize64)}, nil
}

// errMore is the error of a part that holds more than it declares.
var errMore = errors.New("it holds more than it says")

// measured reads what was declared, and fails where there is more.
type measured struct {
	io.ReadCloser
	left int64
}

func (m *measured) Read(p []byte) (int, error) {
	if int64(len(p)) > m.left+1 {
		p = p[:m.left+1]
	}
	n, err := m.ReadCloser.Read(p)
	if m.left -= int64(n); m.left < 0 {
		return 0, errMore
	}
	return n, err
}

// steady is how many elements are read between two looks at the context.
const steady = 4096

// eachElement calls f for the beginning of every element of a part that is
// there. A part that is not there has none.
func (b *Book) eachElement(ctx context.Context, name string, f func(*xml.Decoder, xml.StartElement) error) error {
	if name == "" || b.parts[name] == nil {
		return nil
	}
	r, err := b.part(name)
	if err != nil {
		return err
	}
	defer r.Close()
	d := xml.NewDecoder(r)
	for n := 0; ; n++ {
		if n%steady == 0 && ctx.Err() != nil {
			return ctx.Err()
		}
		t, err := d.RawToken()
		if err == io.EOF {
			return nil
		}
		if err != nil {
			return b.damaged(fmt.Sprintf("the part %s: %v", name, err))
		}
		if e, ok := t.(xml.StartElement); ok {
			if err := f(d, e); err != nil {
				return b.explained(ctx, name, err)
			}
		}
	}
}

// explained is an error from inside a part in words for the user.
func (b *Book) explained(ctx context.Context, part string, err error) error {
	var refused *Refused
	if errors.As(err, &refused) || ctx.Err() != nil {
		return err
	}
	return b.damaged(fmt.Sprintf("the part %s: %v", part, err))
}
