package exchange

import (
	"encoding/json"
	"fmt"
	"math"
	"slices"
	"strconv"
	"strings"

	"nemawashi.app/workshop"
)

// Context is what reading a text depends on.
type Context struct {
	Language string            // of whoever typed it
	Choices  map[string]string // "status", a zero byte and a folded word -> value, as the file itself says; may be nil
	Currency string
	Digits   int // behind the point of the currency
}

// ReadText reads what somebody typed for a field of an action. What cannot be
// taken has a [Value.Problem], a clause that follows "cell D7: ".
func ReadText(field, text string, c Context) Value {
	f, ok := workshop.FieldOf(workshop.KindAction, field)
	if !ok || f.Generated {
		return Value{Problem: "this column is not taken back"}
	}
	trimmed := strings.TrimSpace(text)
	if trimmed == "" {
		if f.Required {
			return Value{Problem: "an action needs a " + field}
		}
		return Value{}
	}
	switch f.Type {
	case workshop.TypeText, workshop.TypeNote:
		return readWords(f, text)
	case workshop.TypeChoice:
		return readChoice(f, trimmed, c)
	case workshop.TypeDate:
		return readDate(trimmed, c)
	case workshop.TypePerson, workshop.TypePeople:
		return readNames(f, trimmed)
	case workshop.TypeRef:
		return Value{Ref: strings.Join(strings.Fields(workshop.Normal(text)), " ")}
	case workshop.TypeMoney:
		return readAmount(trimmed, c)
	}
	return readWhole(f, strings.TrimSpace(strings.TrimSuffix(trimmed, "%")))
}

// readWords checks a text. Line breaks in a one-line text become spaces, as
// cells break lines where a record has none.
func readWords(f workshop.Field, text string) Value {
	text = strings.ReplaceAll(workshop.Normal(text), "\r", "\n")
	limit := workshop.MaxNote
	if f.Type == workshop.TypeText {
		limit = workshop.MaxText
		text = strings.Join(strings.FieldsFunc(text, func(r rune) bool { return r == '\n' || r == '\t' }), " ")
	}
	if err := workshop.CheckText(text, limit, f.Type == workshop.TypeNote); err != nil {
		return Value{Problem: err.Error()}
	}
	return Value{JSON: JSON(text)}
}

func readChoice(f workshop.Field, text string, c Context) Value {
	word := Fold(text)
	value := c.Choices[f.Name+"\x00"+word]
	if value == "" {
		value = known().choices[f.Name][word]
	}
	if value == "" {
		for _, own := range f.Choices {
			if Fold(own) == word {
				value = own
			}
		}
	}
	if value == "" {
		return Value{Problem: "is none of " + strings.Join(f.Choices, ", ")}
	}
	return Value{JSON: JSON(value)}
}

// readWhole reads a whole number written in digits.
func readWhole(f workshop.Field, text string) Value {
	n, err := strconv.ParseInt(text, 10, 64)
	if err != nil {
		if x, float := strconv.ParseFloat(strings.Replace(text, ",", ".", 1), 64); float == nil {
			return ReadNumber(f.Name, x, Context{})
		}
		return Value{Problem: "is not a whole number"}
	}
	if f.Bounded && (n < f.Min || n > f.Max) && (n != 0 || f.Min > 1) {
		return Value{Problem: fmt.Sprintf("must be from %d to %d", f.Min, f.Max)}
	}
	return Value{JSON: JSON(n)}
}

// ReadNumber reads a number that a cell holds, for a field of whole numbers or
// amounts.
func ReadNumber(field string, x float64, c Context) Value {
	f, _ := workshop.FieldOf(workshop.KindAction, field)
	if f.Type == workshop.TypeMoney {
		return minor(x, c)
	}
	if x != math.Trunc(x) || math.Abs(x) > 1e15 {
		return Value{Problem: "is not a whole number"}
	}
	return readWhole(f, strconv.FormatFloat(x, 'f', 0, 64))
}

// readNames reads one name or, in a field for several, names between
// semicolons or lines. A comma stands inside a name: Keller, Maria.
func readNames(f workshop.Field, text string) Value {
	parts := strings.FieldsFunc(text, func(r rune) bool { return r == ';' || r == '\n' })
	if f.Type == workshop.TypePerson {
		parts = []string{text}
		if several(text) {
			return Value{Problem: "two names; there is one " + strings.ReplaceAll(f.Name, "_", " ")}
		}
	}
	var v Value
	for _, p := range parts {
		if p = strings.Join(strings.Fields(workshop.Normal(p)), " "); p == "" {
			continue
		}
		if err := workshop.CheckText(p, workshop.MaxText, false); err != nil {
			return Value{Problem: err.Error()}
		}
		if !strings.ContainsFunc(p, letter) {
			return Value{Problem: "is not a name"}
		}
		if !slices.Contains(v.Names, p) {
			v.Names = append(v.Names, p)
		}
	}
	if len(v.Names) > workshop.MaxList {
		return Value{Problem: fmt.Sprintf("more than %d names", workshop.MaxList)}
	}
	return v
}

func letter(r rune) bool { return r > 0x2FF || r|0x20 >= 'a' && r|0x20 <= 'z' || r >= 0xC0 }

// several says whether a text is more than one name.
func several(text string) bool {
	folded := " " + strings.Join(strings.Fields(strings.ToLower(text)), " ") + " "
	for _, between := range []string{" and ", " und ", " et ", " y ", " e ", " or ", " oder "} {
		if strings.Contains(folded, between) {
			return true
		}
	}
	return strings.ContainsAny(text, "/;&+\n、") || strings.Count(text, ",") > 1
}

// JSON is a value as records hold it; what is empty is nil.
func JSON(v any) json.RawMessage {
	switch v := v.(type) {
	case string:
		if v == "" {
			return nil
		}
	case int64:
		if v == 0 {
			return nil
		}
	case []workshop.ID:
		if len(v) == 0 {
			return nil
		}
	}
	b, err := json.Marshal(v)
	if err != nil {
		panic("exchange: a value cannot be written: " + err.Error())
	}
	return b
}
