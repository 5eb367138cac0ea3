package workbook

import (
	"archive/zip"
	"bytes"
	"compress/flate"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
	"time"

	"github.com/xuri/excelize/v2"
)

const (
	relHead  = `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">`
	relTo    = `http://schemas.openxmlformats.org/officeDocument/2006/relationships/`
	rootRels = relHead + `<Relationship Id="rId1" Type="` + relTo + `officeDocument" Target="xl/workbook.xml"/></Relationships>`
	bookRels = relHead + `<Relationship Id="rId1" Type="` + relTo + `worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="` + relTo + `sharedStrings" Target="sharedStrings.xml"/></Relationships>`
	bookXML  = `<workbook xmlns:r="` + relTo + `"><sheets><sheet name="Actions" sheetId="1" r:id="rId1"/></sheets></workbook>`
)

// parts is a workbook with one sheet, whose rows are given.
func parts(rows string) map[string]string {
	return map[string]string{
		"_rels/.rels": rootRels, "xl/workbook.xml": bookXML, "xl/_rels/workbook.xml.rels": bookRels,
		"xl/worksheets/sheet1.xml": `<worksheet><sheetData>` + rows + `</sheetData></worksheet>`,
	}
}

// packed writes parts into a file.
func packed(t testing.TB, name string, parts map[string]string) string {
	t.Helper()
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for name, text := range parts {
		w, err := z.Create(name)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := io.WriteString(w, text); err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return kept(t, name, b.Bytes())
}

func kept(t testing.TB, name string, b []byte) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), name)
	if err := os.WriteFile(path, b, 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

// with is the parts and more.
func with(parts map[string]string, more ...string) map[string]string {
	for i := 0; i < len(more); i += 2 {
		parts[more[i]] = more[i+1]
	}
	return parts
}

// inflated is a sheet of n bytes that packs to a thousandth, with a directory
// that declares the given size.
func inflated(t testing.TB, n, declared uint64) string {
	t.Helper()
	var body bytes.Buffer
	w, err := flate.NewWriter(&body, flate.BestSpeed)
	if err != nil {
		t.Fatal(err)
	}
	row := strings.Repeat(`<row r="1"><c r="A1"><v>1</v></c></row>`, 1000)
	for sent := uint64(0); sent < n; sent += uint64(len(row)) {
		if _, err := io.WriteString(w, row); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for name, text := range parts("") {
		if name == "xl/worksheets/sheet1.xml" {
			continue
		}
		w, err := z.Create(name)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := io.WriteString(w, text); err != nil {
			t.Fatal(err)
		}
	}
	raw, err := z.CreateRaw(&zip.FileHeader{Name: "xl/worksheets/sheet1.xml", Method: zip.Deflate, CompressedSize64: uint64(body.Len()), UncompressedSize64: declared})
	if err != nil {
		t.Fatal(err)
	}
	if _, err := raw.Write(body.Bytes()); err != nil {
		t.Fatal(err)
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return kept(t, "bomb.xlsx", b.Bytes())
}

// encrypted is a workbook with a password, as the library writes one.
func encrypted(t testing.TB) string {
	t.Helper()
	f := excelize.NewFile()
	path := filepath.Join(t.TempDir(), "secret.xlsx")
	if err := f.SaveAs(path, excelize.Options{Password: "secret"}); err != nil {
		t.Fatal(err)
	}
	if err := f.Close(); err != nil {
		t.Fatal(err)
	}
	return path
}

// readAll opens a file and reads all of its rows.
func readAll(ctx context.Context, path string) (rows int, err error) {
	b, err := Open(ctx, path)
	if err != nil {
		return 0, err
	}
	defer b.Close()
	for _, s := range b.Sheets() {
		for _, err := range b.Rows(ctx, s) {
			if err != nil {
				return rows, err
			}
			rows++
		}
		if _, err := b.Merged(ctx, s); err != nil {
			return rows, err
		}
	}
	return rows, nil
}

// hostile is a file that has to be refused, and why.
type hostile struct {
	name, path string
	reason     Reason
}

// hostiles are the files that nobody should be able to harm anybody with.
func hostiles(t testing.TB) []hostile {
	t.Helper()
	good, err := os.ReadFile(packed(t, "good.xlsx", parts(`<row r="1"><c r="A1"><v>1</v></c></row>`)))
	if err != nil {
		t.Fatal(err)
	}
	far := func(cell string, row int) string {
		return packed(t, "far.xlsx", parts(fmt.Sprintf(`<row r="%d"><c r="%s"><v>1</v></c></row>`, row, cell)))
	}
	return []hostile{
		{"declares 4 GB", inflated(t, 1<<20, 4<<30), TooLarge},
		{"300 MB inflated", inflated(t, 300<<20, 300<<20), TooLarge},
		{"300 MB inflated, declared as 1 MB", inflated(t, 300<<20, 1<<20), Damaged},
		{"the last row", far("A1048576", 1_048_576), TooLarge},
		{"the last column", far("XFD1", 1), TooLarge},
		{"truncated", kept(t, "cut.xlsx", good[:len(good)/2]), Damaged},
		{"empty", kept(t, "empty.xlsx", nil), Damaged},
		{"not a zip", kept(t, "letter.xlsx", []byte("Dear colleagues,")), NotAWorkbook},
		{"a zip of something else", packed(t, "photos.xlsx", map[string]string{"a.txt": "a"}), NotAWorkbook},
		{"OpenDocument", packed(t, "list.xlsx", map[string]string{"content.xml": "<x/>"}), NotAWorkbook},
		{"password", encrypted(t), Password},
		{"old Excel", kept(t, "old.xlsx", append([]byte("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"), make([]byte, 5000)...)), NotAWorkbook},
		{"macros", packed(t, "macro.xlsx", with(parts(""), "xl/vbaProject.bin", "x")), Macros},
		{"old macros", packed(t, "macro.xlsx", with(parts(""), "xl/macrosheets/sheet1.xml", "<x/>")), Macros},
		{"external links", packed(t, "links.xlsx", with(parts(""), "xl/externalLinks/externalLink1.xml", "<x/>")), Links},
		{"no sheet", packed(t, "bare.xlsx", with(parts(""), "xl/workbook.xml", "<workbook/>")), Damaged},
		{"a sheet that is missing", packed(t, "gone.xlsx", with(parts(""), "xl/_rels/workbook.xml.rels", strings.ReplaceAll(bookRels, "sheet1", "sheet9"))), Damaged},
		{"broken XML", packed(t, "xml.xlsx", parts(`<row r="1"><c r="A1"><v>1</row>`+"<<<")), Damaged},
		{"a text that is not there", packed(t, "text.xlsx", parts(`<row r="1"><c r="A1" t="s"><v>7</v></c></row>`)), Damaged},
		{"entities", packed(t, "lol.xlsx", with(parts(""), "xl/sharedStrings.xml", `<!DOCTYPE x [<!ENTITY a "aaaa">]><sst><si><t>&a;</t></si></sst>`)), Damaged},
		{"too large a file", kept(t, "large.xlsx", make([]byte, MaxFile+1)), TooLarge},
		{"no file", filepath.Join(t.TempDir(), "none.xlsx"), Unreadable},
		{"a folder", t.TempDir(), Unreadable},
		{"bytes for a list", kept(t, "list.csv", []byte("a\x00b")), NotAWorkbook},
	}
}

// Whatever comes from outside is read or refused with a sentence, and never
// takes more than a bounded amount of memory.
func TestHostileFilesAreRefused(t *testing.T) {
	for _, c := range hostiles(t) {
		t.Run(c.name, func(t *testing.T) {
			var before, after runtime.MemStats
			runtime.ReadMemStats(&before)
			_, err := readAll(context.Background(), c.path)
			runtime.ReadMemStats(&after)
			var refused *Refused
			if !errors.As(err, &refused) || refused.Reason != c.reason {
				t.Fatalf("%v, want a refusal: %s", err, c.reason)
			}
			if s := refused.Error(); !strings.HasSuffix(s, ".") || !strings.Contains(s, "Nothing was changed; ") {
				t.Errorf("no sentence: %s", s)
			}
			// All that was ever asked for, so also the most that was held.
			if used := (after.TotalAlloc - before.TotalAlloc) >> 20; used > 300 {
				t.Errorf("%d MB were used", used)
			}
		})
	}
}

// BenchmarkHostileFiles refuses each of the set and says how long the slowest
// took and how much the hungriest asked for, beside what they may.
func BenchmarkHostileFiles(b *testing.B) {
	files := hostiles(b)
	slowest, most := time.Duration(0), uint64(0)
	b.ResetTimer()
	for range b.N {
		for _, c := range files {
			var before, after runtime.MemStats
			runtime.ReadMemStats(&before)
			start := time.Now()
			if _, err := readAll(context.Background(), c.path); err == nil {
				b.Fatalf("%s was read", c.name)
			}
			slowest = max(slowest, time.Since(start))
			runtime.ReadMemStats(&after)
			most = max(most, after.TotalAlloc-before.TotalAlloc)
		}
	}
	b.ReportMetric(slowest.Seconds(), "slowest-s")
	b.ReportMetric(2, "slowest-s-limit")
	b.ReportMetric(float64(most>>20), "MB")
	b.ReportMetric(300, "MB-limit")
}

func TestReadingStopsWhenNobodyWaits(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	defer cancel()
	path := packed(t, "a.xlsx", parts(strings.Repeat(`<row><c><v>1</v></c></row>`, 10_000)))
	b, err := Open(ctx, path)
	if err != nil {
		t.Fatal(err)
	}
	defer b.Close()
	n := 0
	var last error
	for _, err := range b.Rows(ctx, b.Sheets()[0]) {
		if last = err; err == nil {
			if n++; n == 10 {
				cancel()
			}
		}
	}
	if !errors.Is(last, context.Canceled) || n > 1000 {
		t.Errorf("%d rows were read, then %v", n, last)
	}
}

// FuzzOpen feeds parts of workbooks: whatever stands in them, the answer is
// rows or a sentence.
func FuzzOpen(f *testing.F) {
	f.Add(`<row r="1"><c r="A1" t="s"><v>0</v></c></row>`, `<sst><si><t>a</t></si></sst>`, `<styleSheet/>`)
	f.Add(`<row r="9"><c r="B9" t="inlineStr"><is><r><t>x</t></r><rPh><t>y</t></rPh></is></c></row>`, `<sst/>`, `<styleSheet><numFmts><numFmt numFmtId="164" formatCode="yyyy"/></numFmts><cellXfs><xf numFmtId="164"/></cellXfs></styleSheet>`)
	f.Add(`<row><c><f>A1</f></c><c t="e"><v>#REF!</v></c></row></sheetData><mergeCells><mergeCell ref="A1:B2"/></mergeCells>`, ``, ``)
	f.Fuzz(func(t *testing.T, rows, shared, styles string) {
		_, err := readAll(context.Background(), packed(t, "f.xlsx", with(parts(rows), "xl/sharedStrings.xml", shared, "xl/styles.xml", styles)))
		var refused *Refused
		if err != nil && !errors.As(err, &refused) {
			t.Errorf("%v is not a sentence", err)
		}
	})
}
