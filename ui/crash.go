package ui

import (
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"strings"

	"nemawashi.app/ui/run"
	"nemawashi.app/ui/shell"
	"nemawashi.app/ui/widgets"
)

// Reports of crashes stand beside the library. One that the user has not been
// told of has another ending.
const (
	reportPrefix = "nemawashi-crash-"
	reportNew    = ".new.txt"
	reportTold   = ".txt"
)

// guard runs f and catches a mistake of the app itself at the window's edge:
// what was typed is brought to the disk, a report is written, and the app ends.
func (a *App) guard(f func()) {
	defer func() {
		if p := recover(); p != nil {
			a.broken = true
			a.crashed(p)
		}
	}()
	f()
}

// crashed is called while the panic's frames are still on the stack.
func (a *App) crashed(p any) {
	place := crashPlace()
	saved := "Everything that was typed has been saved."
	if err := a.lib.Flush(); err != nil {
		saved = "The last changes could not be saved."
	}
	text := fmt.Sprintf("Nemawashi %s on %s/%s ended by a mistake of its own on %s.\n%s\n\n%s\n\n%s", a.config.Version, runtime.GOOS, runtime.GOARCH,
		a.config.Now().Format("2006-01-02 15:04:05"), saved, crashKind(p), place)
	path := filepath.Join(filepath.Dir(a.lib.Path()), reportPrefix+a.config.Now().Format("2006-01-02-150405")+reportNew)
	if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
		a.config.Log("no report")
	}
	a.config.Log("crashed")
}

// crashKind says what went wrong without what it was about: a text that
// somebody typed may be part of any panic but the system's own.
func crashKind(p any) string {
	if err, ok := p.(runtime.Error); ok {
		return err.Error()
	}
	return fmt.Sprintf("%T", p)
}

// crashPlace lists functions and lines, without the values they were called with.
func crashPlace() string {
	var list strings.Builder
	var stack [64]uintptr
	frames := runtime.CallersFrames(stack[:runtime.Callers(3, stack[:])])
	for {
		f, more := frames.Next()
		fmt.Fprintf(&list, "%s\n\t%s:%d\n", f.Function, filepath.Base(f.File), f.Line)
		if !more {
			return list.String()
		}
	}
}

// watchCrashes takes mistakes in work beside the window as those in it.
func (a *App) watchCrashes() {
	run.OnPanic(func(p any) {
		a.crashed(p)
		run.Main(func() {
			a.broken = true
			a.leaves()
			a.config.App.Quit()
		})
	})
}

// tellOfCrash says, once, that the app ended by a mistake of its own.
func (a *App) tellOfCrash() {
	found, err := filepath.Glob(filepath.Join(globbed(filepath.Dir(a.lib.Path())), reportPrefix+"*"+reportNew))
	if err != nil || len(found) == 0 || a.lib.ReadOnly() {
		return
	}
	newest := found[len(found)-1]
	text, err := os.ReadFile(newest)
	if err != nil {
		return
	}
	kept := "Nothing that you typed was lost."
	if !strings.Contains(string(text), "Everything that was typed has been saved.") {
		kept = "What had been saved is there; the last seconds may be missing."
	}
	for _, path := range found {
		told := strings.TrimSuffix(path, reportNew) + reportTold
		if err := os.Rename(path, told); err != nil {
			a.config.Log("report not renamed")
		}
	}
	a.shell.Notify(widgets.Notice{Icon: "alert", Tone: widgets.Careful, Stay: -1, Button: "Read the report",
		Text: "Nemawashi ended by a mistake of its own the last time. " + kept + " A report without names or texts is beside the library.",
		OnTap: func() {
			a.shell.ShowError(shell.Trouble{Title: "Report of the last end", What: string(text), Kept: kept, Do: "Send the file to whoever supports you, if you like: " + filepath.Base(strings.TrimSuffix(newest, reportNew)+reportTold)})
		}})
}

// globbed is a folder's name as a pattern that matches only itself.
func globbed(folder string) string {
	if runtime.GOOS == "windows" {
		return folder // has no way to write these characters plainly
	}
	return strings.NewReplacer(`\`, `\\`, `*`, `\*`, `?`, `\?`, `[`, `\[`).Replace(folder)
}
