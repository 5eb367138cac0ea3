package workshop

import "strings"

// ID names a record for ever, on every device. The app uses UUIDv7; the domain
// only asks that it is unique and sorts by time of creation.
type ID string

// Ref names a change: the device that made it and its number there. Within a
// device later changes have higher numbers.
type Ref struct {
	Device string `json:"d"`
	Seq    int64  `json:"n"`
}

// LikelyID says whether s has the form of an id of this app rather than of a
// name: people may be given by either.
func LikelyID(s string) bool {
	return len(s) == 36 && strings.Count(s, "-") == 4 && !strings.ContainsAny(s, " .")
}
