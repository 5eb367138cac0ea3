package library

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"time"
)

// Backups kept beside the library: one of each of the last days, one of each of
// the last weeks, and those before the last imports and migrations.
const (
	keepDays   = 7
	keepWeeks  = 4
	keepBefore = 5
)

const (
	dailyPrefix  = "daily-"
	beforePrefix = "before-"
	extension    = ".nemawashi"
)

func dailyName(t time.Time) string { return dailyPrefix + t.Format(time.DateOnly) + extension }

// dailies lists the automatic backups in a folder, the newest first. Those of a
// day that is still to come, which a clock that ran ahead has left, are not
// among them: they say nothing of how old a backup is, and take nobody's place.
func dailies(folder string, now time.Time) ([]time.Time, error) {
	entries, err := os.ReadDir(folder)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	tomorrow := now.AddDate(0, 0, 1).Format(time.DateOnly)
	var out []time.Time
	for _, e := range entries {
		day, ok := strings.CutPrefix(e.Name(), dailyPrefix)
		day, ext := strings.CutSuffix(day, extension)
		if t, bad := time.Parse(time.DateOnly, day); ok && ext && bad == nil && day <= tomorrow {
			out = append(out, t)
		}
	}
	slices.SortFunc(out, func(a, b time.Time) int { return b.Compare(a) })
	return out, err
}

// rotate deletes daily backups that nobody needs any more, but never the one
// that was just made. It knows them by their name and touches nothing else.
func rotate(folder string, now time.Time) error {
	days, err := dailies(folder, now)
	if err != nil {
		return err
	}
	weeks := map[[2]int]bool{}
	for i, t := range days {
		year, week := t.ISOWeek()
		first := !weeks[[2]int{year, week}]
		weeks[[2]int{year, week}] = true
		if i < keepDays || first && len(weeks) <= keepWeeks || dailyName(t) == dailyName(now) {
			continue
		}
		if err := os.Remove(filepath.Join(folder, dailyName(t))); err != nil {
			return err
		}
	}
	return nil
}

// rotateBefore leaves the last backups made before what, and always the one that
// was just made, whatever the clock said before.
func rotateBefore(folder, what, made string) error {
	entries, err := os.ReadDir(folder)
	if err != nil {
		return err
	}
	type old struct {
		path string
		at   time.Time
	}
	var all []old
	for _, e := range entries {
		rest, ok := strings.CutPrefix(e.Name(), beforePrefix+what+"-")
		rest, ext := strings.CutSuffix(rest, extension)
		path := filepath.Join(folder, e.Name())
		if !ok || !ext || len(rest) < len(stampForm) || path == made {
			continue
		}
		if _, err := time.Parse(stampForm, rest[:len(stampForm)]); err != nil {
			continue // a file of the user's
		}
		info, err := e.Info()
		if err != nil {
			return err
		}
		all = append(all, old{path, info.ModTime()})
	}
	slices.SortFunc(all, func(a, b old) int { return b.at.Compare(a.at) })
	for _, o := range all[min(len(all), keepBefore-1):] {
		if err := os.Remove(o.path); err != nil {
			return err
		}
	}
	return nil
}

// stampForm is how a moment is written in a file's name.
const stampForm = "2006-01-02-150405"

// freeName adds the extension, and a number where the name is taken.
func freeName(base string) string {
	path := base + extension
	for i := 2; ; i++ {
		if taken, err := exists(path); err == nil && !taken {
			return path
		}
		path = base + "-" + strconv.Itoa(i) + extension
	}
}
