package register

import (
	"context"
	"io"
	"slices"
	"strings"
	"time"

	"github.com/xuri/excelize/v2"

	"nemawashi.app/workshop"
)

// The hidden sheets. Their names are the same in every language.
const (
	listsSheet = "_lists"
	baseSheet  = "_nemawashi"
)

// book is one workbook while it is written.
type book struct {
	ctx    context.Context
	in     Input
	words  words
	file   *excelize.File
	styles *styles
	shops  []*shop
	items  []*item
	open   []*item // not ended, by owner and due date
	done   int     // rows written, for the progress
	total  int
}

func newBook(ctx context.Context, in Input) (*book, error) {
	w := wordsIn(in.Language)
	b := &book{ctx: ctx, in: in, words: w, file: excelize.NewFile()}
	b.shops = newShops(in.Views, in.Templates, w)
	b.items = items(b.shops)
	b.open = openByOwner(b.items)
	b.total = 2*len(b.items) + len(b.open)
	var err error
	if b.styles, err = newStyles(b.file); err != nil {
		return nil, err
	}
	return b, b.lay()
}

// lay makes the sheets, in their order. What concerns the whole workbook comes
// before the first row: afterwards the library takes a written sheet for an
// empty one.
func (b *book) lay() error {
	visible := []string{"summary", "actions", "owners", "commitments", "measures", "readme"}
	for i, key := range visible {
		name := b.words.say("sheet." + key)
		if i == 0 {
			if err := b.file.SetSheetName("Sheet1", name); err != nil {
				return err
			}
			continue
		}
		if _, err := b.file.NewSheet(name); err != nil {
			return err
		}
	}
	for _, name := range []string{listsSheet, baseSheet} {
		if _, err := b.file.NewSheet(name); err != nil {
			return err
		}
		if err := b.file.SetSheetVisible(name, false); err != nil {
			return err
		}
	}
	if b.audience() != workshop.Sponsor {
		b.file.SetActiveSheet(1) // owners begin with the table, a sponsor with the summary
	}
	stamp := b.in.Now.UTC().Format(time.RFC3339)
	if err := b.file.SetDocProps(&excelize.DocProperties{
		Title: b.title(), Subject: b.words.say("sheet.actions"), Creator: "Nemawashi", LastModifiedBy: "Nemawashi",
		Created: stamp, Modified: stamp, Identifier: b.in.ID, Language: b.language(),
	}); err != nil {
		return err
	}
	return b.file.SetCustomProps(excelize.CustomProperty{Name: "NemawashiExport", Value: b.in.ID})
}

// write fills the sheets and packs them.
func (b *book) write(w io.Writer) error {
	for _, part := range []func() error{b.writeLists, b.writeActions, b.writeOwners, b.writeSummary, b.writeCommitments, b.writeMeasures, b.writeReadme, b.writeBase} {
		if err := part(); err != nil {
			return err
		}
	}
	b.file.SetZipWriter(func(to io.Writer) excelize.ZipWriter { return newPacker(b.ctx, to) })
	if err := b.file.Write(w); err != nil {
		return err
	}
	return b.ctx.Err()
}

// several says that the register is of more than one workshop.
func (b *book) several() bool { return len(b.shops) > 1 }

func (b *book) title() string {
	if b.several() {
		return b.words.say("title.many")
	}
	return b.shops[0].label
}

func (b *book) language() string {
	if b.in.Language == "" {
		return "en"
	}
	return b.in.Language
}

// audience is the audience of the views.
func (b *book) audience() workshop.Audience { return b.in.Views[0].Audience }

// confidentiality joins what the charters say about it.
func (b *book) confidentiality() string {
	var out []string
	for _, s := range b.shops {
		if c := s.view.Charter.Confidentiality; c != "" && !slices.Contains(out, c) {
			out = append(out, c)
		}
	}
	return strings.Join(out, "; ")
}

// asOf says of which day the workbook is and for whom.
func (b *book) asOf() string {
	return strings.Join([]string{
		b.words.say("exported"), string(b.in.Today), b.words.say("exported.for"), b.words.say("for." + string(b.audience())),
	}, " ")
}

// progress counts rows and says why to stop.
func (b *book) progress() error {
	b.done++
	if b.done%64 != 0 && b.done != b.total {
		return nil
	}
	if b.in.Progress != nil {
		b.in.Progress(b.done, b.total)
	}
	return b.ctx.Err()
}
