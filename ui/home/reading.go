package home

import (
	"slices"
	"time"

	"nemawashi.app/workshop"
	"nemawashi.app/workshop/library"
)

// Reading is what Home shows of a library.
type Reading struct {
	list   []library.Summary
	digest library.Digest
	backup time.Time
	kept   []library.Retained // whose retention date has come
}

// Read reads it, on any goroutine. An error of the library comes as it is.
func Read(source Source, now time.Time) (Reading, error) {
	list, err := source.Recent(recent)
	if err != nil {
		return Reading{}, err
	}
	digest, err := source.Digest(workshop.DateOf(now))
	if err != nil {
		return Reading{}, err
	}
	kept, err := source.Retained(workshop.DateOf(now))
	if err != nil {
		return Reading{}, err
	}
	backup, err := source.LastBackup()
	return Reading{list, digest, backup, kept}, err
}

func (r Reading) same(other Reading) bool {
	return r.digest == other.digest && r.backup.Equal(other.backup) && slices.Equal(r.list, other.list) && slices.Equal(r.kept, other.kept)
}
