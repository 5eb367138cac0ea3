package workshop

import "testing"

func TestDaysUntil(t *testing.T) {
	for _, c := range []struct {
		from, to Date
		want     int
	}{
		{"2026-11-22", "2026-11-22", 0},
		{"2026-11-22", "2026-12-01", 9},
		{"2026-12-01", "2026-11-22", -9},
		{"2024-02-28", "2024-03-01", 2},
		{"1899-12-30", "9999-12-31", 2_958_465}, // farther apart than a time.Duration reaches
	} {
		if got := c.from.DaysUntil(c.to); got != c.want {
			t.Errorf("from %s to %s are %d days, want %d", c.from, c.to, got, c.want)
		}
	}
}
