package workshop

// TemplateDoc is one version of a template as a library keeps it. What Doc
// holds is the business of package template, which writes and reads it.
type TemplateDoc struct {
	ID      string
	Version int
	Own     bool // saved here or taken from a file; else a built-in one that a workshop began with
	Hidden  bool // deleted: only the workshops that began with it use it
	Doc     []byte
}
