package assets

import "embed"

// Questionnaires is the folder "questionnaires": the statements of the
// self-assessment as JSON, one questionnaire to a file. Package
// workshop/assess reads and checks it.
//
//go:embed questionnaires/*.json
var Questionnaires embed.FS
