package library

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"

	"github.com/ncruces/go-sqlite3"

	"nemawashi.app/workshop"
)

// MaxBlob is the largest picture that is kept.
const MaxBlob = 20 << 20

// PutBlob keeps bytes under their SHA-256, in hexadecimal. They are saved with
// what is queued next, at the latest within a second.
func (l *Library) PutBlob(b []byte) (string, error) {
	if l.writer == nil {
		return "", workshop.ErrReadOnly
	}
	if len(b) == 0 || len(b) > MaxBlob {
		return "", fmt.Errorf("the picture has %d bytes, allowed are 1 to %d; nothing was kept", len(b), MaxBlob)
	}
	sum := hashOf(b)
	kept := append([]byte(nil), b...)
	l.held.keep(sum) // before it is queued: the writer asks for it
	l.writer.put(func(q *queue) { q.blobs[sum] = kept })
	return sum, nil
}

// Blob returns the bytes that PutBlob kept, also before they are on the disk.
// They are checked against their name; unknown ones are an [*Error] with NotFound.
func (l *Library) Blob(sum string) ([]byte, error) {
	if l.writer != nil {
		if b := l.writer.blob(sum); b != nil {
			return b, nil
		}
	}
	var out []byte
	err := l.look(func(c *conn) error {
		return c.each("SELECT bytes FROM blob WHERE sha256=?", []any{sum}, func(s *sqlite3.Stmt) error {
			out = s.ColumnBlob(0, nil)
			return nil
		})
	})
	switch {
	case err != nil:
		return nil, err
	case out == nil:
		return nil, fault(NotFound, l.path, nil, "The picture is not in this library.")
	case hashOf(out) != sum:
		return nil, fault(Damaged, l.path, nil, "A picture in the library is damaged. It was left as it is; restore the last backup.")
	}
	return out, nil
}

func hashOf(b []byte) string {
	sum := sha256.Sum256(b)
	return hex.EncodeToString(sum[:])
}
