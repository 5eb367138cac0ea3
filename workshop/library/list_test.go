package library

import (
	"errors"
	"testing"

	"nemawashi.app/workshop"
)

// How a list is read is kept, across a restart too; of a list without a header
// nothing is, and a library that may only be read keeps nothing.
func TestHowListsAreReadIsKept(t *testing.T) {
	path := placeFor(t)
	l := openWith(t, path, Options{})
	if got := l.List("a"); got != nil {
		t.Errorf("before: %s", got)
	}
	must(t, l.KeepList("a", []byte(`{"columns":{"A":"title"}}`)))
	must(t, l.KeepList("a", []byte(`{"columns":{"B":"title"}}`)))
	must(t, l.KeepList("", []byte(`{}`)))
	must(t, l.Close())
	l = openWith(t, path, Options{})
	if got := string(l.List("a")); got != `{"columns":{"B":"title"}}` || l.List("") != nil {
		t.Errorf("after a restart: %s", got)
	}
	must(t, l.Close())
	l = openWith(t, path, Options{ReadOnly: true})
	if err := l.KeepList("a", nil); !errors.Is(err, workshop.ErrReadOnly) {
		t.Errorf("read-only: %v", err)
	}
}
