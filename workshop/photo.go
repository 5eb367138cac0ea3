package workshop

// Photo is a picture of the wall or of before and after; Blob is the SHA-256
// of its bytes, which the library keeps.
type Photo struct {
	Base
	Blob      string `json:"blob" nema:"text,required,max=64"`
	Caption   string `json:"caption,omitempty" nema:"text"`
	Taken     Date   `json:"taken,omitempty" nema:"date"`
	Step      ID     `json:"step,omitempty" nema:"ref=step"`
	PhotoKind string `json:"kind,omitempty" nema:"choice=before|after|wall|other"`
}

// Kind implements [Record].
func (*Photo) Kind() Kind { return KindPhoto }
