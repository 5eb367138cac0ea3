package workshop

// Person is somebody a record can point to. Everything else points to people
// by id, so that hiding or erasing one happens in one place.
type Person struct {
	Base
	Name  string `json:"name" nema:"text,required,personal"`
	Code  string `json:"code,omitempty" nema:"text,generated"`
	Role  string `json:"role,omitempty" nema:"text"`
	Unit  string `json:"unit,omitempty" nema:"text"`
	Email string `json:"email,omitempty" nema:"text,personal"`
	Team  bool   `json:"team,omitempty" nema:"bool"`
}

// Kind implements [Record].
func (*Person) Kind() Kind { return KindPerson }
