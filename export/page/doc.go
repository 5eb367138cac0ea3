// Package page lays out documents on paper and writes them as PDF.
//
// It promises that nothing is cut off and nothing is lost: text flows from the paper's width,
// words that are too long are broken, table rows go on on the next page between two lines, headings
// stay with what follows, and what no typeface can show is printed as a named placeholder and
// reported by [Missing] before anything is written. The same input gives the same bytes. All
// typefaces are embedded as subsets, and text stands in the file in the order in which it is read.
//
// A document is a list of blocks ([Heading], [Paragraph], [Table], [Chart] ...) that its caller, the
// readout, puts together with [Document.Add] and writes once with [Document.Write]. gofpdf is only
// the drawing back end: cleaning, choice of typeface, measuring, line and page breaks are ours,
// because gofpdf panics on characters above U+FFFF and loses characters when it wraps.
//
// Write returns the context's error when it was canceled, the writer's error, or an error of the
// back end; a picture that cannot be decoded is no error but a framed note in its place.
package page
