package register

import (
	"encoding/json"
	"reflect"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"nemawashi.app/workshop"
)

// The hidden sheet gives back every action of the view, field by field, and
// whom and what the words on the sheets stand for.
func TestBaseHoldsWhatTheMergeNeeds(t *testing.T) {
	for _, a := range workshop.Audiences {
		in := input(a, plant(t), second(t), many(t, 50), noted(t))
		f := reopened(t, in)
		rows, err := f.GetRows(baseSheet, excelize.Options{RawCellValue: true})
		if err != nil {
			t.Fatal(err)
		}
		if got := rows[0]; !slices.Equal(got, []string{"format", "nemawashi.register", "1"}) {
			t.Errorf("the first row is %q", got)
		}
		if got := rows[1]; !slices.Equal(got, []string{"export", "export-1", "2026-11-22T02:20:00Z", "2026-11-22", "en", string(a)}) {
			t.Errorf("the second row is %q", got)
		}
		var workshops, fields []string
		var actions [][]string
		people, words, labels := map[string]string{}, map[string]string{}, map[string]string{}
		for i, row := range rows {
			switch row[0] {
			case rowWorkshop:
				workshops = append(workshops, row[1])
				labels[row[1]] = row[2]
			case rowPerson:
				people[row[1]+" "+row[2]] = row[3]
			case rowChoice:
				words[row[1]+" "+row[2]] = row[3]
			case rowActions:
				fields, actions = strings.Split(row[1], "\t"), rows[i+1:]
			}
		}
		read := map[string]*workshop.Action{}
		for _, row := range actions {
			place, err := strconv.Atoi(row[0])
			if err != nil {
				t.Fatal(err)
			}
			read[workshops[place-1]+" "+row[1]] = parsed(t, row[1], fields, strings.Join(row[2:], ""))
		}
		n, hidden := 0, 0
		for _, v := range in.Views {
			n += len(v.Actions)
			for _, want := range v.Actions {
				plain := *want
				if slices.ContainsFunc(v.Stakeholders, func(s *workshop.Stakeholder) bool { return s.ID == want.Source }) {
					plain.Source = "" // an entry of the resistance map is not named
					hidden++
				}
				if got := read[string(v.ID)+" "+string(want.ID)]; !reflect.DeepEqual(got, &plain) {
					t.Errorf("%s reads back as %+v, want %+v", want.Label(), got, plain)
				}
				if want.Owner != "" && people[string(v.ID)+" "+string(want.Owner)] == "" {
					t.Errorf("%s: the owner has no name in the base", want.Label())
				}
			}
		}
		if want := map[workshop.Audience]int{workshop.Facilitator: 1}[a]; hidden != want {
			t.Errorf("%d sources are hidden for %s, want %d", hidden, a, want)
		}
		if n != len(actions) {
			t.Errorf("%d actions of %d", len(actions), n)
		}
		if words["status started"] != "In progress" || words["category quick win"] != "Quick win" || labels["second"] == labels["plant"] || labels["second"] == "" {
			t.Errorf("words %v, labels %v", words, labels)
		}
	}
}

// parsed reads a record of the base with the types of the schema.
func parsed(t *testing.T, id string, fields []string, record string) *workshop.Action {
	t.Helper()
	doc := map[string]any{"id": id}
	back := strings.NewReplacer(`\\`, "\\", `\t`, "\t", `\n`, "\n")
	for i, v := range strings.Split(record, "\t") {
		f, ok := workshop.FieldOf(workshop.KindAction, fields[i])
		switch v = back.Replace(v); {
		case !ok:
			t.Fatalf("the base has a field %q, actions have none", fields[i])
		case v == "":
		case f.Type == workshop.TypeInt || f.Type == workshop.TypeMoney:
			doc[f.Name] = json.RawMessage(v)
		case f.Type == workshop.TypePeople:
			doc[f.Name] = strings.Split(v, " ")
		default:
			doc[f.Name] = v
		}
	}
	b, err := json.Marshal(doc)
	if err != nil {
		t.Fatal(err)
	}
	var a workshop.Action
	if err := json.Unmarshal(b, &a); err != nil {
		t.Fatal(err)
	}
	return &a
}

// A field added to actions has to go into the base, and onto the sheet.
func TestEveryFieldOfAnActionIsWritten(t *testing.T) {
	shown := map[string]bool{}
	for _, c := range actionColumns(english, false) {
		shown[c.field] = true
	}
	for _, f := range workshop.Fields(workshop.KindAction) {
		based := slices.ContainsFunc(baseFields, func(b struct {
			name string
			get  func(*workshop.Action) string
		}) bool {
			return b.name == f.Name
		})
		if !based {
			t.Errorf("%s is not in the base", f.Name)
		}
		if !shown[f.Name] {
			t.Errorf("%s has no column", f.Name)
		}
	}
}

// noted is a workshop with the longest notes that fit into cells.
func noted(t testing.TB) *workshop.Session {
	return newWorkshop(t, "noted", func(e *workshop.Edit) {
		e.Add(&workshop.Charter{Title: "Long notes"})
		e.Add(&workshop.Action{
			Title: `back\slash \t and \n are not tab and line`, Detail: strings.Repeat("<\t", 10_000), Blocker: strings.Repeat("漢", 20_000),
			Update: strings.Repeat("\u2028", 10_000) + strings.Repeat("e👷", 4_000) + "\n\\n",
		})
	})
}
