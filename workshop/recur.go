package workshop

import "time"

// How often an action is checked, as its field check_every says it.
const (
	EveryDay       = "day"
	EveryWeek      = "week"
	EveryTwoWeeks  = "2 weeks"
	EveryMonth     = "month"
	firstCheckDays = 7
	firstMonth     = 28
)

// CheckDays is how many checks of an action are worked out at most; a rule without an end has no more than this ahead.
const CheckDays = 60

// NextCheck is the day of the next recurring check, "" when there is none: no rule, no day to count from, all of them
// done, or the action dropped. The days are check_from and every day, week, two weeks or month after it, up to
// check_until; a check on the day or later than it is due does that one and all before it. An action that is done goes
// on being checked: that is what checks are for.
func (a *Action) NextCheck() Date {
	if days := a.checks(1); len(days) > 0 {
		return days[0]
	}
	return ""
}

// Checks are the days of the checks that are still to come, the next one first, CheckDays of them at most.
func (a *Action) Checks() []Date { return a.checks(CheckDays) }

func (a *Action) checks(most int) []Date {
	from := a.CheckFrom.Time()
	if a.CheckEvery == "" || from.IsZero() || a.Status == ActionDropped {
		return nil
	}
	var out []Date
	for n := a.passed(from); len(out) < most; n++ {
		day := DateOf(nth(from, a.CheckEvery, n))
		if a.CheckUntil != "" && day > a.CheckUntil || day > "9999" {
			break
		}
		if day > a.Checked {
			out = append(out, day)
		}
	}
	return out
}

// passed is a number of checks that certainly lie before the day of the last one, so that a rule of years ago is quick.
func (a *Action) passed(from time.Time) int {
	done := a.Checked.Time()
	if done.IsZero() || done.Before(from) {
		return 0
	}
	days := int(done.Sub(from).Hours() / 24)
	return max(0, days/map[string]int{EveryDay: 1, EveryWeek: 7, EveryTwoWeeks: 14, EveryMonth: 31}[a.CheckEvery]-1)
}

// nth is the day n steps after the first. A month that is too short has its check on its last day.
func nth(from time.Time, every string, n int) time.Time {
	switch every {
	case EveryDay:
		return from.AddDate(0, 0, n)
	case EveryWeek:
		return from.AddDate(0, 0, 7*n)
	case EveryTwoWeeks:
		return from.AddDate(0, 0, 14*n)
	}
	day := from.AddDate(0, n, 0)
	if day.Day() != from.Day() {
		day = day.AddDate(0, 0, -day.Day())
	}
	return day
}

// Recheck gives the action a rule of checks. The first rule begins a week from today and ends after the first month,
// which is when a gain is lost most easily; both days can be changed.
func (a *Action) Recheck(every string, today Date) {
	a.CheckEvery = every
	switch {
	case every == "":
		a.CheckFrom, a.CheckUntil, a.Checked = "", "", ""
	case a.CheckFrom == "":
		a.CheckFrom, a.CheckUntil = today.AddDays(firstCheckDays), today.AddDays(firstMonth)
	}
}
