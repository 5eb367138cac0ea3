package page

import (
	"bytes"
	"crypto/sha256"
	"encoding/xml"
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"time"

	"nemawashi.app/assets"
)

// metadata is what the file says about itself.
type metadata struct {
	title, author, subject, creator string
	language                        string
	keywords                        []string
	date                            time.Time
}

// object is a numbered object of a PDF file, from "n 0 obj" to "endobj".
type object struct {
	number int
	body   []byte
}

// finish adds to a file of gofpdf what it cannot say itself: the language, the title in the window's bar,
// XMP metadata, an identity, and the prefix in the names of typefaces that marks them as subsets.
// It takes the file apart by its own cross-reference table and writes it anew.
func finish(file []byte, m metadata) ([]byte, error) {
	objects, root, info, err := takeApart(file)
	if err != nil {
		return nil, fmt.Errorf("finish the document: %w", err)
	}
	xmp := len(objects) + 1
	for i := range objects {
		o := &objects[i]
		switch {
		case o.number == root:
			o.body = inCatalog(o.body, xmp, m.language)
		case o.number == info:
			o.body = zoned.ReplaceAll(o.body, []byte("${1}Z)"))
		case bytes.Contains(o.body[:min(len(o.body), 160)], fontName):
			o.body = nameSubsets(o.body)
		}
	}
	packet := m.xmp()
	objects = append(objects, object{xmp, fmt.Appendf(nil,
		"%d 0 obj\n<</Type /Metadata /Subtype /XML /Length %d>>\nstream\n%s\nendstream\nendobj\n", xmp, len(packet), packet)})
	return join(objects, root, info), nil
}

var (
	fontName = []byte("/utf8")
	zoned    = regexp.MustCompile(`(\(D:\d{14})\)`)
	fontRef  = regexp.MustCompile(`/(BaseFont|FontName) /utf8([0-9A-Za-z-]+)`)
	trailer  = regexp.MustCompile(`/Root (\d+) 0 R\s+/Info (\d+) 0 R`)
)

func takeApart(file []byte) (objects []object, root, info int, err error) {
	at := bytes.LastIndex(file, []byte("startxref\n"))
	if at < 0 {
		return nil, 0, 0, fmt.Errorf("no cross-reference table")
	}
	fields := strings.Fields(string(file[at:]))
	start, err := strconv.Atoi(fields[1])
	if err != nil || start >= len(file) {
		return nil, 0, 0, fmt.Errorf("no cross-reference table")
	}
	ids := trailer.FindSubmatch(file[start:])
	if ids == nil {
		return nil, 0, 0, fmt.Errorf("no trailer")
	}
	root, _ = strconv.Atoi(string(ids[1]))
	info, _ = strconv.Atoi(string(ids[2]))
	rows := bytes.Split(file[start:], []byte("\n"))
	type place struct{ number, offset int }
	var places []place
	for i := 3; i < len(rows) && bytes.HasSuffix(rows[i], []byte(" n ")); i++ {
		offset, err := strconv.Atoi(string(rows[i][:10]))
		if err != nil || offset >= start {
			return nil, 0, 0, fmt.Errorf("damaged cross-reference table")
		}
		places = append(places, place{i - 2, offset})
	}
	slices.SortFunc(places, func(a, b place) int { return a.offset - b.offset })
	for i, p := range places {
		end := start
		if i+1 < len(places) {
			end = places[i+1].offset
		}
		objects = append(objects, object{p.number, slices.Clone(file[p.offset:end])})
	}
	return objects, root, info, nil
}

func inCatalog(body []byte, xmp int, language string) []byte {
	extra := fmt.Sprintf("<<\n/Lang (%s)\n/ViewerPreferences <</DisplayDocTitle true>>\n/Metadata %d 0 R",
		literal(language), xmp)
	return bytes.Replace(body, []byte("<<"), []byte(extra), 1)
}

// literal keeps the characters that a language tag has.
func literal(tag string) string {
	return strings.Map(func(r rune) rune {
		if r == '-' || r >= '0' && r <= '9' || r >= 'A' && r <= 'Z' || r >= 'a' && r <= 'z' {
			return r
		}
		return -1
	}, tag)
}

// nameSubsets gives embedded typefaces the names that the standard asks for: six capitals, a plus,
// and the real name. The capitals come from the name, so that the same input gives the same bytes.
func nameSubsets(body []byte) []byte {
	return fontRef.ReplaceAllFunc(body, func(ref []byte) []byte {
		part := fontRef.FindSubmatch(ref)
		sum := sha256.Sum256(part[2])
		prefix := make([]byte, 6)
		for i := range prefix {
			prefix[i] = 'A' + sum[i]%26
		}
		return fmt.Appendf(nil, "/%s /%s+%s", part[1], prefix, realName(string(part[2])))
	})
}

// realName undoes the small letters that gofpdf makes of a typeface's name.
func realName(small string) string {
	for _, f := range assets.PrintFonts() {
		if strings.EqualFold(f.Name, small) {
			return f.Name
		}
	}
	return small
}

func join(objects []object, root, info int) []byte {
	var out bytes.Buffer
	out.WriteString("%PDF-1.4\n%\xE2\xE3\xCF\xD3\n")
	offsets := make([]int, len(objects)+1)
	for _, o := range objects {
		offsets[o.number] = out.Len()
		out.Write(o.body)
	}
	sum := sha256.Sum256(out.Bytes())
	start := out.Len()
	fmt.Fprintf(&out, "xref\n0 %d\n0000000000 65535 f \n", len(offsets))
	for _, offset := range offsets[1:] {
		fmt.Fprintf(&out, "%010d 00000 n \n", offset)
	}
	fmt.Fprintf(&out, "trailer\n<<\n/Size %d\n/Root %d 0 R\n/Info %d 0 R\n/ID [<%X> <%X>]\n>>\nstartxref\n%d\n%%%%EOF\n",
		len(offsets), root, info, sum[:16], sum[:16], start)
	return out.Bytes()
}

// xmp is the metadata in the form that search engines of archives read.
func (m metadata) xmp() []byte {
	esc := func(s string) string {
		var b strings.Builder
		_ = xml.EscapeText(&b, []byte(s)) // a strings.Builder takes everything
		return b.String()
	}
	var b strings.Builder
	b.WriteString("<?xpacket begin=\"\uFEFF\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n<x:xmpmeta xmlns:x=\"adobe:ns:meta/\">\n" +
		"<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">\n<rdf:Description rdf:about=\"\" " +
		"xmlns:dc=\"http://purl.org/dc/elements/1.1/\" xmlns:xmp=\"http://ns.adobe.com/xap/1.0/\" " +
		"xmlns:pdf=\"http://ns.adobe.com/pdf/1.3/\">\n<dc:format>application/pdf</dc:format>\n")
	alt := func(tag, text string) {
		if text != "" {
			fmt.Fprintf(&b, "<%s><rdf:Alt><rdf:li xml:lang=\"x-default\">%s</rdf:li></rdf:Alt></%s>\n", tag, esc(text), tag)
		}
	}
	list := func(tag, kind string, items ...string) {
		if len(items) == 0 || items[0] == "" {
			return
		}
		fmt.Fprintf(&b, "<%s><rdf:%s>", tag, kind)
		for _, item := range items {
			fmt.Fprintf(&b, "<rdf:li>%s</rdf:li>", esc(item))
		}
		fmt.Fprintf(&b, "</rdf:%s></%s>\n", kind, tag)
	}
	alt("dc:title", m.title)
	alt("dc:description", m.subject)
	list("dc:creator", "Seq", m.author)
	list("dc:language", "Bag", literal(m.language))
	list("dc:subject", "Bag", m.keywords...)
	stamp := m.date.Format(time.RFC3339)
	fmt.Fprintf(&b, "<xmp:CreateDate>%s</xmp:CreateDate>\n<xmp:ModifyDate>%s</xmp:ModifyDate>\n", stamp, stamp)
	fmt.Fprintf(&b, "<xmp:CreatorTool>%s</xmp:CreatorTool>\n<pdf:Producer>%s</pdf:Producer>\n", esc(m.creator), esc(m.creator))
	if len(m.keywords) > 0 {
		fmt.Fprintf(&b, "<pdf:Keywords>%s</pdf:Keywords>\n", esc(strings.Join(m.keywords, ", ")))
	}
	b.WriteString("</rdf:Description>\n</rdf:RDF>\n</x:xmpmeta>\n<?xpacket end=\"r\"?>")
	return []byte(b.String())
}
