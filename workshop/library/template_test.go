package library

import (
	"errors"
	"testing"

	"nemawashi.app/workshop"
)

func TestTemplatesAreKeptInEveryVersion(t *testing.T) {
	path := placeFor(t)
	l := open(t, path)
	keep := func(k workshop.TemplateDoc) {
		t.Helper()
		must(t, l.KeepTemplate(k))
		must(t, l.Flush())
	}
	keep(workshop.TemplateDoc{ID: "ours", Version: 1, Own: true, Doc: []byte(`{"v":1}`)})
	keep(workshop.TemplateDoc{ID: "ours", Version: 2, Own: true, Doc: []byte(`{"v":2}`)})
	keep(workshop.TemplateDoc{ID: "ours", Version: 1, Doc: []byte(`{"v":"written over"}`), Hidden: true})
	must(t, l.KeepDraft("ours", []byte(`{"v":3}`)))
	must(t, l.KeepDraft("gone", []byte(`{}`)))
	must(t, l.DropDraft("gone"))
	must(t, l.Close())

	l = open(t, path)
	list, err := l.Templates()
	must(t, err)
	if len(list) != 2 || string(list[0].Doc) != `{"v":1}` || !list[0].Hidden || !list[0].Own || list[1].Hidden || string(list[1].Doc) != `{"v":2}` {
		t.Errorf("kept are %+v", list)
	}
	drafts, err := l.Drafts()
	must(t, err)
	if len(drafts) != 1 || string(drafts["ours"]) != `{"v":3}` {
		t.Errorf("drafts are %v", drafts)
	}
	clean(t, l)
	must(t, l.KeepDraft("broken", []byte(`{"v":`)))
	found, err := l.Check()
	must(t, err)
	if len(found) != 1 || found[0].Where != "template broken version 0" {
		t.Errorf("found %v", found)
	}
}

func TestTemplatesOfALibraryForReading(t *testing.T) {
	path := placeFor(t)
	l := open(t, path)
	must(t, l.KeepTemplate(workshop.TemplateDoc{ID: "ours", Version: 1, Own: true, Doc: []byte(`{}`)}))
	must(t, l.Close())
	l = openWith(t, path, Options{ReadOnly: true})
	list, err := l.Templates()
	must(t, err)
	if len(list) != 1 {
		t.Errorf("reads %v", list)
	}
	if err := errors.Join(l.KeepTemplate(workshop.TemplateDoc{ID: "x"})); !errors.Is(err, workshop.ErrReadOnly) {
		t.Errorf("keeping gives %v", err)
	}
	if err := l.KeepDraft("x", nil); !errors.Is(err, workshop.ErrReadOnly) {
		t.Errorf("keeping a draft gives %v", err)
	}
}
