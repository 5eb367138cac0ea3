package register

import (
	"slices"
	"strconv"
	"strings"

	"github.com/xuri/excelize/v2"

	"nemawashi.app/workshop"
)

// listName is the defined name behind the drop-down of a field. Lists typed
// into a validation end at 255 characters and break at commas; a name does not.
func listName(field string) string { return "list_" + field }

// writeLists writes the words of the drop-downs, a column each.
func (b *book) writeLists() error {
	fields := []string{"status", "priority", "category", "check_every", "owner"}
	lists := map[string][]string{"owner": b.owners()}
	longest := 1
	for _, name := range fields {
		if f, ok := workshop.FieldOf(workshop.KindAction, name); ok && f.Choices != nil {
			for _, c := range f.Choices {
				lists[name] = append(lists[name], b.words.choice(name, c))
			}
		}
		longest = max(longest, len(lists[name]))
	}
	s, err := b.sheet(listsSheet, layout{rows: 1 + longest, columns: len(fields), widths: slices.Repeat([]float64{24}, len(fields))})
	if err != nil {
		return err
	}
	header := make([]any, len(fields))
	for i, name := range fields {
		header[i] = s.b.styled(lookReading, b.words.say("column."+name))
	}
	if err := s.row(header...); err != nil {
		return err
	}
	for n := range longest {
		row := make([]any, len(fields))
		for i, name := range fields {
			if n < len(lists[name]) {
				row[i] = lists[name][n]
			}
		}
		if err := s.row(row...); err != nil {
			return err
		}
	}
	for i, name := range fields {
		letter, err := excelize.ColumnNumberToName(i + 1)
		if err != nil {
			return err
		}
		refers := "'" + listsSheet + "'!$" + letter + "$2:$" + letter + "$" + strconv.Itoa(1+max(1, len(lists[name])))
		if err := b.file.SetDefinedName(&excelize.DefinedName{Name: listName(name), RefersTo: refers}); err != nil {
			return err
		}
	}
	if err := b.protect(listsSheet); err != nil {
		return err
	}
	return s.Flush()
}

// owners are the names of all people of the register, sorted, each once.
func (b *book) owners() []string {
	var out []string
	for _, s := range b.shops {
		for _, name := range s.people {
			if name != "" {
				out = append(out, name)
			}
		}
	}
	slices.SortFunc(out, func(x, y string) int {
		if c := strings.Compare(strings.ToLower(x), strings.ToLower(y)); c != 0 {
			return c
		}
		return strings.Compare(x, y)
	})
	return slices.Compact(out)
}

// protect guards a hidden sheet against slips, without a password: protecting
// the others would keep owners from sorting and from adding rows.
func (b *book) protect(sheet string) error {
	return b.file.ProtectSheet(sheet, &excelize.SheetProtectionOptions{SelectLockedCells: true, SelectUnlockedCells: true})
}
