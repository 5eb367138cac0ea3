package workshop

import "strings"

// QuestionnaireDocs is how the ids of those documents begin that are
// questionnaires of self-assessments: a library keeps them beside its templates,
// version by version and with their drafts. No template's id has a slash.
const QuestionnaireDocs = "questionnaire/"

// IsTemplate says whether a document of that id is a template.
func IsTemplate(id string) bool { return !strings.HasPrefix(id, QuestionnaireDocs) }

// TemplateDoc is one version of a template as a library keeps it. What Doc
// holds is the business of package template, which writes and reads it.
type TemplateDoc struct {
	ID      string
	Version int
	Own     bool // saved here or taken from a file; else a built-in one that a workshop began with
	Hidden  bool // deleted: only the workshops that began with it use it
	Doc     []byte
}
