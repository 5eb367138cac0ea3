package assets

import "embed"

// Sample holds the documents of the sample engagement, under sample/.
//
//go:embed sample
var Sample embed.FS
