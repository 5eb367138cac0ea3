package register

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"nemawashi.app/workshop"
)

// ErrNoActions is returned when there is nothing to write a file of.
var ErrNoActions = errors.New("there is no action to write a file of; nothing was written; add actions first")

// Part is the register of one owner: their actions, of the workshops in which
// they have any, and what they have promised there. All parts together hold
// every action once, so that the copies can come back together.
type Part struct {
	Owner   string // as the sheets name them, "" for the actions that nobody owns
	Actions int
	Open    int // of Actions, not ended
	Input   Input
}

// ByOwner splits a register into one for each owner, by name, the actions that
// nobody owns last. In several workshops an owner is one and the same where the
// name is, in any case; two of one name in one workshop are two.
func ByOwner(in Input) []Part {
	w := wordsIn(in.Language)
	byKey := map[string]*Part{}
	for i, s := range newShops(in.Views, in.Templates, w) {
		mine := map[string]map[workshop.ID]bool{} // who the actions of this workshop belong to
		actions := map[string][]*workshop.Action{}
		for _, a := range in.Views[i].Actions {
			owner := s.people[a.Owner]
			key := strings.ToLower(owner)
			if actions[key] = append(actions[key], a); mine[key] == nil {
				mine[key] = map[workshop.ID]bool{}
			}
			mine[key][a.Owner] = true
			p := byKey[key]
			if p == nil {
				p = &Part{Owner: owner, Input: in}
				p.Input.ID, p.Input.Views, p.Input.Progress = "", nil, nil
				byKey[key] = p
			}
			if p.Actions++; !a.Ended() {
				p.Open++
			}
		}
		for key, own := range actions {
			v := *in.Views[i]
			v.Actions = own
			v.Commitments = slices.DeleteFunc(slices.Clone(v.Commitments), func(c *workshop.Commitment) bool { return c.Who == "" || !mine[key][c.Who] })
			byKey[key].Input.Views = append(byKey[key].Input.Views, &v)
		}
	}
	out := make([]Part, 0, len(byKey))
	for _, p := range byKey {
		out = append(out, *p)
	}
	slices.SortFunc(out, func(a, b Part) int {
		return cmp.Or(last(a.Owner == "", b.Owner == ""), cmp.Compare(strings.ToLower(a.Owner), strings.ToLower(b.Owner)))
	})
	return out
}

// PartPath is the path of one part of n, beside the path of the whole register:
// "..., owner 2 of 6.xlsx". A number and no name stands there: a file's name is
// seen by others than those it is for, and a code name beside the owner's name
// in the file would tell who is who on the resistance map.
func PartPath(whole string, i, n int) string {
	ext := filepath.Ext(whole)
	return strings.TrimSuffix(whole, ext) + ", " + PartName(i, n) + ext
}

// PartName is what a part is called: "owner 02 of 11", so that the files stand in
// their order in a folder.
func PartName(i, n int) string {
	return fmt.Sprintf("owner %0*d of %d", len(strconv.Itoa(n)), i+1, n)
}

// WriteParts writes each part into a file beside the path of the whole, and
// returns the paths of those that are written, also when it ends with an error.
func WriteParts(ctx context.Context, whole string, parts []Part, progress func(done, total int)) ([]string, error) {
	if len(parts) == 0 {
		return nil, ErrNoActions
	}
	var written []string
	for i, p := range parts {
		path := PartPath(whole, i, len(parts))
		if err := WriteFile(ctx, path, p.Input); err != nil {
			return written, err
		}
		written = append(written, path)
		if progress != nil {
			progress(i+1, len(parts))
		}
	}
	return written, nil
}
