package room

import (
	"fmt"
	"time"

	plan "nemawashi.app/workshop/agenda"
)

// leftWords says what is left: "38 min left", "4 min over", "" when no clock runs.
func leftWords(c plan.Clock) string {
	left := c.Left()
	switch {
	case !c.Running:
		return ""
	case left < 0:
		return fmt.Sprintf("%d min over", int(-left/time.Minute))
	}
	return fmt.Sprintf("%d min left", int((left+30*time.Second)/time.Minute))
}

// planWords says of how much: "of 90, ends 11:14".
func planWords(c plan.Clock, now time.Time) string {
	words := fmt.Sprintf("of %d", int(c.Given/time.Minute))
	switch {
	case c.Paused:
		return words + ", paused"
	case c.Left() < 0:
		return words + " planned"
	}
	return words + ", ends " + c.Ends.In(now.Location()).Format("15:04")
}

// lateWords says how the day goes.
func lateWords(late time.Duration) string {
	switch minutes := int(late / time.Minute); {
	case minutes > 0:
		return fmt.Sprintf("%d min behind", minutes)
	case minutes < 0:
		return fmt.Sprintf("%d min ahead", -minutes)
	}
	return "On time"
}
