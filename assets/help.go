package assets

import "embed"

// Help is the folder "help/en": the pages of help in Markdown, each named after
// its topic. Keys stand between back quotes, and a link to "help:topic" leads to
// another page. Package ui/help reads them.
//
//go:embed help/en/*.md
var Help embed.FS
