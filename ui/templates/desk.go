package templates

import (
	"time"

	"nemawashi.app/ui/shell"
	"nemawashi.app/workshop"
	"nemawashi.app/workshop/template"
)

// Store is where templates and drafts are kept: the library.
type Store interface {
	template.Store
	KeepDraft(id string, doc []byte) error
	DropDraft(id string) error
	Drafts() (map[string][]byte, error)
}

// Desk is what the pages work on and whom they tell.
type Desk struct {
	Set      *template.Set
	Store    Store
	Shell    *shell.Shell
	Now      func() time.Time
	ReadOnly bool
	Begin    func(*template.Template)
	Share    func(*template.Template)      // asks where the file goes
	Take     func()                        // asks for a file
	Tell     func(title string, err error) // what went wrong
}

// drafts are the templates that are being edited. A draft that cannot be read is
// told and left where it is.
func (d Desk) drafts() map[string]*template.Template {
	out := map[string]*template.Template{}
	docs, err := d.Store.Drafts()
	if err != nil {
		d.Tell("The drafts could not be read", err)
	}
	for id, doc := range docs {
		if !workshop.IsTemplate(id) {
			continue
		}
		t, err := template.ReadDraft(doc)
		if err != nil {
			d.Tell("A draft could not be read", err)
			continue
		}
		out[id] = t
	}
	return out
}
