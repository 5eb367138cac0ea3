package library

import (
	"fmt"
	"runtime"
	"strings"

	"github.com/ncruces/go-sqlite3"
)

// safely runs f and turns a panic inside the database engine, which a file that
// is damaged in a way that its checksums do not show can bring about, into
// SQLite's own error for a damaged file. Mistakes in this program panic as ever.
func safely(f func() error) (err error) {
	defer func() {
		if p := recover(); p != nil {
			if !inEngine() {
				panic(p)
			}
			err = fmt.Errorf("%w: %v", sqlite3.CORRUPT, p)
		}
	}()
	return f()
}

// inEngine says whether the panic that is being recovered from began in the
// engine's code.
func inEngine() bool {
	var stack [64]uintptr
	frames := runtime.CallersFrames(stack[:runtime.Callers(1, stack[:])])
	for panicking := false; ; {
		f, more := frames.Next()
		inRuntime := strings.HasPrefix(f.Function, "runtime.")
		if panicking && !inRuntime {
			return strings.HasPrefix(f.Function, "github.com/ncruces/")
		}
		panicking = panicking || f.Function == "runtime.gopanic"
		if !more {
			return false
		}
	}
}
