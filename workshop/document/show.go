package document

import (
	"bytes"
	"encoding/json"

	"nemawashi.app/workshop"
)

// Show writes everything in a workshop: "workshop" is an object, every other
// kind a list under its plural, empty lists included.
func Show(w *workshop.Workshop) (json.RawMessage, error) {
	var b bytes.Buffer
	b.WriteByte('{')
	for i, k := range workshop.Kinds {
		if i > 0 {
			b.WriteByte(',')
		}
		var value any = w.Records(k)
		if k == workshop.KindCharter {
			value = w.Charter()
		}
		doc, err := json.Marshal(value)
		if err != nil {
			return nil, err
		}
		b.WriteString(`"` + k.Plural() + `":`)
		b.Write(doc)
	}
	b.WriteByte('}')
	return b.Bytes(), nil
}
