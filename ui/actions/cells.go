package actions

import "strings"

// Cells go to spreadsheets and come from them as lines of values between tabs. A value that holds a tab, a line's end or a quotation mark stands in
// quotation marks, its own doubled, as Excel and LibreOffice write it.

// writeCells is the text for a spreadsheet.
func writeCells(rows [][]string) string {
	var s strings.Builder
	for i, row := range rows {
		if i > 0 {
			s.WriteByte('\n')
		}
		for j, cell := range row {
			if j > 0 {
				s.WriteByte('\t')
			}
			if strings.ContainsAny(cell, "\t\r\n\"") {
				cell = `"` + strings.ReplaceAll(cell, `"`, `""`) + `"`
			}
			s.WriteString(cell)
		}
	}
	return s.String()
}

// readCells is what a spreadsheet has put on the clipboard. Empty lines are rows of one empty value; the line's end after the last row is none.
func readCells(text string) [][]string {
	text = strings.TrimSuffix(strings.ReplaceAll(text, "\r\n", "\n"), "\n")
	var rows [][]string
	row, cell := []string{}, strings.Builder{}
	quoted := false
	for i := 0; i < len(text); i++ {
		c := text[i]
		switch {
		case quoted && c == '"' && i+1 < len(text) && text[i+1] == '"':
			cell.WriteByte(c)
			i++
		case quoted && c == '"':
			quoted = false
		case quoted:
			cell.WriteByte(c)
		case c == '"' && cell.Len() == 0 && strings.Contains(text[i+1:], `"`):
			quoted = true
		case c == '\t' || c == '\n':
			row = append(row, cell.String())
			cell.Reset()
			if c == '\n' {
				rows, row = append(rows, row), []string{}
			}
		default:
			cell.WriteByte(c)
		}
	}
	return append(rows, append(row, cell.String()))
}
