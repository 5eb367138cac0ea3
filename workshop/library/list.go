package library

import "nemawashi.app/workshop"

// listPrefix marks the rows of meta that keep how lists of somebody else are
// read, by the signature of their headers.
const listPrefix = "list "

// KeepList keeps how lists with these headers are read. What doc says is for
// whoever reads lists; the signature tells nothing of what they hold. An empty
// signature is that of a list without a header, of which nothing is kept.
func (l *Library) KeepList(signature string, doc []byte) error {
	if l.writer == nil {
		return workshop.ErrReadOnly
	}
	if signature == "" {
		return nil
	}
	l.writer.put(func(q *queue) { q.lists[signature] = string(doc) })
	return nil
}

// List is what KeepList kept last for the signature, and nil for nothing, or
// when it cannot be read: the list is then read as for the first time.
func (l *Library) List(signature string) []byte {
	var doc string
	err := l.look(func(c *conn) (err error) {
		doc, err = c.text("SELECT coalesce((SELECT value FROM meta WHERE name=?), '')", listPrefix+signature)
		return err
	})
	if err != nil || doc == "" {
		return nil
	}
	return []byte(doc)
}

// lists writes what the queue has of them.
func (c commit) lists(q *queue) error {
	for signature, doc := range q.lists {
		if err := c.set(listPrefix+signature, doc); err != nil {
			return err
		}
	}
	return nil
}
