package page

import (
	"bytes"
	"context"
	"fmt"
	"io"
	"strings"
	"time"

	"github.com/jung-kurt/gofpdf"

	"nemawashi.app/workshop/figure"
)

// Options are what a document says about itself: in its running header and in its metadata.
type Options struct {
	Paper    Paper
	Title    string
	Client   string
	Mark     string // of confidentiality; stands on every page
	DateText string // the date as readers write it

	Author   string
	Subject  string
	Language string // BCP 47; English when empty
	Keywords []string
	Date     time.Time // in the metadata; the same date and blocks give the same bytes

	// PageOf is the footer's text, "Page 3 of 12" when nil.
	PageOf func(number, total int) string
}

// Document collects blocks and writes them as PDF.
type Document struct {
	options  Options
	blocks   []Block
	composer *composer
	parts    []*strip
	ends     []int // where the strips of each block end
}

// New begins a document.
func New(o Options) *Document {
	if o.Language == "" {
		o.Language = "en"
	}
	if o.PageOf == nil {
		o.PageOf = func(number, total int) string { return fmt.Sprintf("Page %d of %d", number, total) }
	}
	return &Document{options: o}
}

// Add puts blocks at the end of the document.
func (d *Document) Add(blocks ...Block) {
	d.blocks = append(d.blocks, blocks...)
	d.composer = nil
}

// Missing reports what the document will print as placeholders.
func (d *Document) Missing() []Gap {
	if d.composer == nil {
		_ = d.compose(context.Background()) // only a canceled context fails
	}
	return d.composer.gaps.list
}

// compose lays out all blocks. The contents come last, when all headings are known.
func (d *Document) compose(ctx context.Context) error {
	sheet := d.options.Paper.sheet()
	c := &composer{setter: &setter{}, sheet: sheet, options: d.options, height: sheet.height()}
	laid := make([][]*strip, len(d.blocks))
	for pass := range 2 {
		for i, b := range d.blocks {
			if err := ctx.Err(); err != nil {
				return err
			}
			if _, last := b.(Contents); last == (pass == 1) {
				laid[i] = b.strips(c, sheet.width())
			}
		}
	}
	for _, o := range []string{d.options.Title, d.options.Client, d.options.Mark, d.options.DateText, d.options.Author} {
		c.clean(o)
	}
	d.composer, d.parts, d.ends = c, nil, make([]int, len(laid))
	for i, strips := range laid {
		if i > 0 {
			c.breathe(d.blocks[i-1], strips)
		}
		d.parts = append(d.parts, strips...)
		d.ends[i] = len(d.parts)
	}
	return nil
}

// Write makes the PDF. Progress, when it is given, hears how many of the blocks are on paper.
func (d *Document) Write(ctx context.Context, w io.Writer, progress func(done, total int)) error {
	if d.composer == nil {
		if err := d.compose(ctx); err != nil {
			return err
		}
	}
	c := d.composer
	pen := d.newPen()
	f := &flow{pen: pen, sheet: c.sheet, header: d.header}
	if progress != nil {
		block := 0
		f.passed = func(index int) {
			for block < len(d.ends) && d.ends[block] <= index {
				block++
				progress(block, len(d.ends))
			}
		}
	}
	if err := f.put(ctx, d.parts); err != nil {
		return err
	}
	if len(f.bare) == 0 {
		f.newPage(false)
	}
	c.bookmarks(pen)
	for _, l := range pen.later {
		pen.turnTo(l.page)
		l.draw(pen)
	}
	for i, bare := range f.bare {
		if !bare {
			pen.turnTo(i + 1)
			d.footer(pen, i+1, len(f.bare))
		}
	}
	pen.turnTo(len(f.bare)) // gofpdf writes pages up to the current one
	var out bytes.Buffer
	if err := pen.pdf.Output(&out); err != nil {
		return fmt.Errorf("draw the document: %w", err)
	}
	finished, err := finish(out.Bytes(), d.metadata())
	if err != nil {
		return err
	}
	if err := ctx.Err(); err != nil {
		return err
	}
	_, err = w.Write(finished)
	return err
}

func (d *Document) newPen() *pen {
	s := d.composer.sheet
	pdf := gofpdf.NewCustom(&gofpdf.InitType{
		OrientationStr: "P", UnitStr: "pt", Size: gofpdf.SizeType{Wd: s.w, Ht: s.h},
	})
	pdf.SetMargins(0, 0, 0)
	pdf.SetAutoPageBreak(false, 0)
	pdf.SetCatalogSort(true)
	date := d.options.Date.UTC()
	pdf.SetCreationDate(date)
	pdf.SetModificationDate(date)
	m := d.metadata()
	pdf.SetTitle(m.title, true)
	pdf.SetAuthor(m.author, true)
	pdf.SetSubject(m.subject, true)
	pdf.SetKeywords(strings.Join(m.keywords, ", "), true)
	pdf.SetCreator(m.creator, true)
	pdf.SetProducer(m.creator, true)
	return &pen{pdf: pdf}
}

// metadata is cleaned like all text, so that the file's dictionary and its XMP say the same.
func (d *Document) metadata() metadata {
	o, s := d.options, d.composer.setter
	m := metadata{
		title: s.clean(o.Title), author: s.clean(o.Author), subject: s.clean(o.Subject),
		language: o.Language, date: o.Date.UTC(), creator: "Nemawashi",
	}
	for _, k := range o.Keywords {
		m.keywords = append(m.keywords, s.clean(k))
	}
	return m
}

// header draws title and client on the left, date and mark on the right.
func (d *Document) header(p *pen) {
	c, s := d.composer, d.composer.sheet
	y, size := s.top*0.5, c.pt(captionSize)
	right := s.w - s.right
	if d.options.Mark != "" {
		right = d.headerEnd(p, d.options.Mark, right, y, Style{Size: size, Bold: true, Color: figure.Wine})
	}
	if d.options.DateText != "" {
		right = d.headerEnd(p, d.options.DateText, right, y, Style{Size: size, Color: figure.Ink2})
	}
	title := c.fit(figure.Text{Text: oneLine(d.options.Title), Size: size, Bold: true, Color: figure.Ink2, Max: (right - s.left) * 0.62})
	p.line(title, s.left, y)
	if d.options.Client != "" {
		x := s.left + title.width + c.pt(10)
		client := c.fit(figure.Text{Text: oneLine(d.options.Client), Size: size, Color: figure.Ink2, Max: right - x})
		p.line(client, x, y)
	}
	p.rule(s.left, y+c.pt(7), s.w-s.right, y+c.pt(7), 0.5, figure.Rule)
}

// headerEnd writes a word at the right end and returns where the next one has to end.
func (d *Document) headerEnd(p *pen, words string, right, y float64, st Style) float64 {
	c := d.composer
	l := c.fit(figure.Text{Text: oneLine(words), Size: st.Size, Bold: st.Bold, Color: st.Color, Max: c.sheet.width() * 0.3})
	p.line(l, right-l.width, y)
	return right - l.width - c.pt(12)
}

func oneLine(s string) string { return strings.Join(strings.Fields(s), " ") }

func (d *Document) footer(p *pen, number, total int) {
	c, s := d.composer, d.composer.sheet
	words := c.fit(figure.Text{Text: d.options.PageOf(number, total), Size: c.pt(captionSize), Color: figure.Ink2})
	p.line(words, s.w-s.right-words.width, s.h-s.bottom*0.5)
}
