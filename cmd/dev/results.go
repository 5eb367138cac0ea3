package main

import (
	"bytes"
	"io"
	"strings"
)

// goResults listens to the output of the stages and keeps the lines with which
// go test sums up a package, to be shown once more at the end, where a
// reader of a long log looks.
type goResults struct {
	partial []byte
	kept    []string
}

func (r *goResults) Write(p []byte) (int, error) {
	r.partial = append(r.partial, p...)
	for {
		end := bytes.IndexByte(r.partial, '\n')
		if end < 0 {
			return len(p), nil
		}
		line := string(r.partial[:end])
		r.partial = r.partial[end+1:]
		if isPackageResult(line) {
			r.kept = append(r.kept, line)
		}
	}
}

// WriteTo writes the lines kept so far.
func (r *goResults) WriteTo(w io.Writer) (int64, error) {
	var text strings.Builder
	for _, line := range r.kept {
		text.WriteString(line + "\n")
	}
	n, err := io.WriteString(w, text.String())
	return int64(n), err
}

// isPackageResult recognizes "ok  <tab>package<tab>time" and its failed sister.
func isPackageResult(line string) bool {
	return strings.HasPrefix(line, "ok  \t") || strings.HasPrefix(line, "FAIL\t")
}
