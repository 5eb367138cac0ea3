// Package workbook reads tables that come from outside: Excel workbooks that
// owners send back and lists that strangers made, also as CSV.
//
// It promises that nothing in a file is believed before it is measured. A part
// is inflated only up to the size that the file declares for it, and only when
// that size is within [MaxPart] and all parts together within [MaxTotal]; rows
// are streamed, so memory stays flat; nothing is written to the disk; macros,
// links and formulas are never run. Of a formula the value that was kept with
// it is read, and [Cell.Formula] says so.
//
// Every error is a [*Refused], a sentence for the user, but for that of a
// context that was canceled. Packages register and form, and the import of
// foreign lists, call it.
//
// The workbook library that writes our files is not used for reading: its row
// iterator tells neither a number from a text nor a formula from its value, and
// what does tell them holds the whole sheet in memory.
package workbook

import (
	"archive/zip"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"io"
	"iter"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

// Limits on what is read.
const (
	MaxFile    = 20 << 20  // bytes of a file
	MaxPart    = 64 << 20  // bytes of a part, inflated
	MaxTotal   = 160 << 20 // bytes of all parts, inflated
	MaxParts   = 2_000
	MaxRows    = 100_000 // number of the last row with a value
	MaxColumns = 500     // number of the last column with a value
)

// Book is an open file. It must be closed.
type Book struct {
	Name string // of the file, without its folder
	Hash string // SHA-256 of the whole file, in hexadecimal

	sheets   []Sheet
	file     *os.File
	parts    map[string]*zip.File
	shared   []string
	formats  []format // by the number of a style
	date1904 bool
	separate rune // of a CSV file, 0 for a workbook
	text     string
}

// Sheet is one table of a file.
type Sheet struct {
	Name   string
	Hidden bool
	part   string
}

// Open measures a file and reads what concerns all of its sheets.
func Open(ctx context.Context, path string) (*Book, error) {
	name := filepath.Base(path)
	f, err := os.Open(path)
	if err != nil {
		return nil, refuse(Unreadable, name, "cannot be opened: "+plain(err), "check that it is still there and that you may read it")
	}
	b := &Book{Name: name, file: f}
	if err := b.open(ctx); err != nil {
		f.Close()
		return nil, err
	}
	return b, nil
}

// Close closes the file.
func (b *Book) Close() error { return b.file.Close() }

// Sheets lists the tables in their order.
func (b *Book) Sheets() []Sheet { return b.sheets }

// Sheet finds a table by its name.
func (b *Book) Sheet(name string) (Sheet, bool) {
	i := slices.IndexFunc(b.sheets, func(s Sheet) bool { return s.Name == name })
	if i < 0 {
		return Sheet{}, false
	}
	return b.sheets[i], true
}

// Rows gives the rows of a sheet that hold a value, from the top down. The row
// is written over by the next one. After an error there are no more rows.
func (b *Book) Rows(ctx context.Context, s Sheet) iter.Seq2[*Row, error] {
	return func(yield func(*Row, error) bool) {
		var err error
		if b.separate != 0 {
			err = b.eachLine(ctx, func(r *Row) bool { return yield(r, nil) })
		} else {
			err = b.eachRow(ctx, s, func(r *Row) bool { return yield(r, nil) })
		}
		if err != nil {
			yield(nil, err)
		}
	}
}

func (b *Book) open(ctx context.Context) error {
	info, err := b.file.Stat()
	if err != nil || !info.Mode().IsRegular() {
		return refuse(Unreadable, b.Name, "is not a file", "choose a workbook that ends in .xlsx")
	}
	if info.Size() > MaxFile {
		return refuse(TooLarge, b.Name, "has "+megabytes(uint64(info.Size()))+", at most "+megabytes(MaxFile)+" are read", "take out pictures and sheets that are not needed")
	}
	sum := sha256.New()
	head := make([]byte, 4096)
	n, err := io.ReadFull(b.file, head)
	if err != nil && err != io.ErrUnexpectedEOF && err != io.EOF {
		return refuse(Unreadable, b.Name, "cannot be read: "+plain(err), "copy it to this computer and try again")
	}
	head = head[:n]
	sum.Write(head)
	if _, err := io.Copy(sum, b.file); err != nil {
		return refuse(Unreadable, b.Name, "cannot be read: "+plain(err), "copy it to this computer and try again")
	}
	b.Hash = hex.EncodeToString(sum.Sum(nil))
	switch ext := strings.ToLower(filepath.Ext(b.Name)); {
	case n == 0:
		return refuse(Damaged, b.Name, "is empty", "ask for it to be sent again")
	case string(head[:min(n, 2)]) == "PK":
		return b.openZip(ctx, info.Size())
	case isCompound(head):
		return b.refuseCompound(info.Size())
	case ext == ".csv" || ext == ".tsv" || ext == ".txt":
		return b.openText(info.Size())
	}
	return refuse(NotAWorkbook, b.Name, "is not an Excel workbook, whatever its name says", "save it as an Excel workbook (.xlsx) in the program that made it")
}
