package assets

import "embed"

// Templates is the folder "templates": the built-in workshops, their steps and
// their canvases as JSON. Package workshop/template reads and checks it.
//
//go:embed templates/*.json
var Templates embed.FS
