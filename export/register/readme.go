package register

import (
	"slices"
	"strconv"
	"strings"

	"github.com/xuri/excelize/v2"
)

// readmeWidth is the width of the one column, in digits.
const readmeWidth = 110

// writeReadme writes how to work with the workbook and where to send it back.
func (b *book) writeReadme() error {
	lines := []excelize.Cell{b.styled(lookTitle, b.words.say("readme.title")), {}}
	for n := 1; n <= 9; n++ {
		if n == 7 {
			lines = append(lines, excelize.Cell{})
		}
		lines = append(lines, b.styled(lookBody, b.words.say("readme."+strconv.Itoa(n))))
	}
	lines = append(lines, excelize.Cell{})
	if names := b.facilitators(); names != "" {
		lines = append(lines, b.styled(lookBody, b.words.say("readme.back")+": "+names))
	}
	made := b.words.say("readme.made") + " " + b.in.Now.Format("2006-01-02 15:04")
	if c := b.confidentiality(); c != "" {
		lines = append(lines, b.styled(lookBody, c))
	}
	lines = append(lines, b.styled(lookFact, made+" · "+b.words.say("readme.id")+" "+b.in.ID))
	s, err := b.sheet(b.words.say("sheet.readme"), layout{rows: len(lines), columns: 1, widths: []float64{readmeWidth}})
	if err != nil {
		return err
	}
	for i, line := range lines {
		height := 27.0
		if i > 0 {
			said, _ := line.Value.(string)
			height = 1.2 * heightOf(linesOf(said, readmeWidth*0.85)) // the font is larger than that of tables
		}
		if err := s.tall(height, line); err != nil {
			return err
		}
	}
	return s.Flush()
}

// facilitators are the names of those to whom the workbook goes back.
func (b *book) facilitators() string {
	var out []string
	for _, s := range b.shops {
		for _, id := range s.view.Charter.Facilitators {
			if n := s.people[id]; n != "" && !slices.Contains(out, n) {
				out = append(out, n)
			}
		}
	}
	return strings.Join(out, ", ")
}
