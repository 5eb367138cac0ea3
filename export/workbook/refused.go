package workbook

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"strings"
)

// Reason is why a file was refused.
type Reason string

// The reasons.
const (
	Unreadable   Reason = "unreadable"    // the disk refused
	TooLarge     Reason = "too large"     // over a limit of this package
	NotAWorkbook Reason = "no workbook"   // another kind of file
	Damaged      Reason = "damaged"       // cut off, or not as it says
	Password     Reason = "password"      // encrypted
	Macros       Reason = "macros"        //
	Links        Reason = "links"         // to other workbooks
	Foreign      Reason = "foreign"       // a workbook, but not one that the reader looks for
	NoBase       Reason = "no base"       // the sheet that says what was exported is not there
	Newer        Reason = "newer"         // made by a newer version of this app
	Elsewhere    Reason = "other library" // made from workshops that are not here
)

// Refused says why a file was not read. Nothing of it was taken.
type Refused struct {
	Reason Reason
	Name   string // of the file
	What   string // happened, after the name: "is empty"
	Do     string // what the user can do
}

func (e *Refused) Error() string {
	return fmt.Sprintf("%s %s. Nothing was changed; %s.", e.Name, e.What, e.Do)
}

func refuse(r Reason, name, what, do string) error {
	return &Refused{Reason: r, Name: name, What: what, Do: do}
}

// Refuse is a refusal of this book by whoever reads what is in it.
func (b *Book) Refuse(r Reason, what, do string) error { return refuse(r, b.Name, what, do) }

func (b *Book) damaged(what string) error {
	return refuse(Damaged, b.Name, "is damaged or cut off: "+what, "ask for it to be sent again")
}

// plain is what the system says, without the path that the user knows.
func plain(err error) string {
	var p *fs.PathError
	if errors.As(err, &p) {
		return p.Err.Error()
	}
	return err.Error()
}

func megabytes(n uint64) string {
	if n < 1<<20 {
		return fmt.Sprintf("%d KB", (n+1023)>>10)
	}
	return fmt.Sprintf("%d MB", n>>20)
}

// isCompound says whether a file is of the format in which Office kept
// everything before 2007, and keeps what has a password to this day.
func isCompound(head []byte) bool {
	return bytes.HasPrefix(head, []byte("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"))
}

// refuseCompound tells a workbook with a password from one of an old kind, by
// the name of the stream that holds what is encrypted.
func (b *Book) refuseCompound(size int64) error {
	all := make([]byte, size)
	if _, err := b.file.ReadAt(all, 0); err != nil {
		return refuse(Unreadable, b.Name, "cannot be read: "+plain(err), "copy it to this computer and try again")
	}
	wide := []byte(strings.Join(strings.Split("EncryptedPackage", ""), "\x00"))
	if bytes.Contains(all, wide) {
		return refuse(Password, b.Name, "is protected by a password", "open it, take the password off, save it and try again")
	}
	return refuse(NotAWorkbook, b.Name, "is of the kind that Excel wrote before 2007 (.xls)", "save it as an Excel workbook (.xlsx)")
}
