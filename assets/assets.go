// Package assets holds what the application carries with it: typefaces, icons
// and templates, embedded so that nothing has to be installed beside the
// program and nothing is ever fetched. Each kind has a file of its own here.
// The one error that its callers can meet is the name of an asset that there
// is not.
package assets
