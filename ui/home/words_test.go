package home

import (
	"testing"

	"nemawashi.app/workshop"
	"nemawashi.app/workshop/library"
)

func TestReviewsThatAreOverdueAreSaidApart(t *testing.T) {
	for _, c := range []struct {
		d            library.Digest
		title, below string
	}{
		{library.Digest{}, "No review due", "None within a week"},
		{library.Digest{ReviewsDue: 1}, "1 review due", "Within a week"},
		{library.Digest{ReviewsDue: 2, ChecksDue: 1}, "2 reviews due", "1 check of actions due too"},
		{library.Digest{ChecksDue: 3}, "3 checks due", "No review within a week"},
		{library.Digest{ReviewsDue: 3, ReviewsLate: 3}, "3 reviews overdue", "No other within a week"},
		{library.Digest{ReviewsDue: 3, ReviewsLate: 1}, "1 review overdue", "2 more within a week"},
		{library.Digest{ReviewsDue: 3, ReviewsLate: 1, ChecksDue: 2}, "1 review overdue", "2 more in a week, 2 checks"},
		{library.Digest{ReviewsDue: 1, ReviewsLate: 1, ChecksDue: 1}, "1 review overdue", "No other, 1 check due"},
	} {
		if got := reviewTile(c.d); got.title != c.title || got.below != c.below {
			t.Errorf("%+v: %q, %q", c.d, got.title, got.below)
		}
	}
}

func TestAReviewOfAnotherYearNamesIt(t *testing.T) {
	for day, want := range map[workshop.Date]string{"2026-11-07": "Review 7 Nov", "2021-11-07": "Review 7 Nov 2021", "2027-01-01": "Review 1 Jan 2027"} {
		s := library.Summary{Status: workshop.StatusFollowingUp, Review: day}
		if got, _ := statusWord(s, "2026-11-28"); got != want {
			t.Errorf("%s: %q, want %q", day, got, want)
		}
	}
}
