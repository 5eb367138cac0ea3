package register

import (
	"archive/zip"
	"bytes"
	"compress/flate"
	"context"
	"io"
	"strings"
)

// packer puts the parts of the workbook into its zip file.
type packer struct {
	*zip.Writer
}

func newPacker(ctx context.Context, to io.Writer) *packer {
	z := zip.NewWriter(&cancelable{ctx: ctx, w: to})
	// Packing harder would take a quarter of the whole time and save a quarter
	// of the size. Parts come one after the other, and one compressor, of more
	// than a megabyte, serves them all.
	var one *flate.Writer
	z.RegisterCompressor(zip.Deflate, func(to io.Writer) (io.WriteCloser, error) {
		if one != nil {
			one.Reset(to)
			return one, nil
		}
		var err error
		one, err = flate.NewWriter(to, flate.BestSpeed)
		return one, err
	})
	return &packer{Writer: z}
}

// Create begins the next part.
func (p *packer) Create(name string) (io.Writer, error) {
	w, err := p.Writer.Create(name)
	if err != nil || !strings.HasPrefix(name, "xl/worksheets/sheet") {
		return w, err
	}
	for _, c := range corrections {
		w = &correcting{correction: c, w: w}
	}
	return w, nil
}

// correction is a piece of markup that the library writes and what is wanted
// instead. In the text of a cell none can stand: quotes and brackets are
// written differently there.
type correction struct{ old, new []byte }

var corrections = []correction{
	// A row keeps the height that was worked out for it, which programs that
	// do not measure text need, and still grows when somebody types more.
	{old: []byte(` customHeight="1"`), new: nil},
	// A bar begins at nothing, not at a tenth of the cell.
	{old: []byte(`<dataBar showValue="true">`), new: []byte(`<dataBar minLength="0" maxLength="100" showValue="true">`)},
}

// correcting makes one correction in what passes through.
type correcting struct {
	correction
	w    io.Writer
	kept []byte // the end of the last piece, which may be the beginning of the old
}

func (c *correcting) Write(p []byte) (int, error) {
	data := p
	if len(c.kept) > 0 {
		data = append(c.kept, p...)
	}
	for {
		before, after, found := bytes.Cut(data, c.old)
		if !found {
			break
		}
		if _, err := c.w.Write(before); err != nil {
			return 0, err
		}
		if _, err := c.w.Write(c.new); err != nil {
			return 0, err
		}
		data = after
	}
	keep := min(len(data), len(c.old)-1)
	for !bytes.HasPrefix(c.old, data[len(data)-keep:]) {
		keep--
	}
	if _, err := c.w.Write(data[:len(data)-keep]); err != nil {
		return 0, err
	}
	// A part ends with a bracket, after which nothing is kept for ever.
	c.kept = append([]byte(nil), data[len(data)-keep:]...)
	return len(p), nil
}

// cancelable stops packing when nobody waits for it any more.
type cancelable struct {
	ctx context.Context
	w   io.Writer
}

func (c *cancelable) Write(p []byte) (int, error) {
	if err := c.ctx.Err(); err != nil {
		return 0, err
	}
	return c.w.Write(p)
}
