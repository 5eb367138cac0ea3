package assets

import _ "embed"

// FirstSteps is the help for the first five minutes: blocks of text with an
// empty line between them; a block that begins with "# " is a heading.
//
//go:embed help/first-steps.txt
var FirstSteps string
