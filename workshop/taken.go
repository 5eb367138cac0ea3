package workshop

// Taken says what became of a template or a questionnaire from a file.
type Taken int

// What may become of it.
const (
	TakenNew     Taken = iota // it was not here
	TakenNewer                // it is the newest version of one that was here
	TakenOlder                // a newer version is here and stays the one to begin with
	TakenCopy                 // another one has its name and version: it got a name of its own
	TakenAlready              // it is here already, word for word
)

// String is the word that the command line prints.
func (t Taken) String() string {
	return [...]string{"new", "newer version", "older version", "copy", "already here"}[t]
}
