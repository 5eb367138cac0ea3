package workshop

import (
	"cmp"
	"fmt"
	"math"
	"strconv"
	"sync"
	"time"
)

// Stamp is a hybrid logical clock reading (Kulkarni et al., "Logical Physical
// Clocks", 2014): wall time in milliseconds, a counter for readings in the
// same millisecond, and the device. It only breaks ties between values that
// were written without knowing of each other.
type Stamp struct {
	Wall    int64
	Counter uint32
	Device  string
}

// Compare orders stamps in time; it is 0 only for equal stamps.
func (s Stamp) Compare(o Stamp) int {
	return cmp.Or(cmp.Compare(s.Wall, o.Wall), cmp.Compare(s.Counter, o.Counter), cmp.Compare(s.Device, o.Device))
}

// Time is the wall time of the stamp.
func (s Stamp) Time() time.Time { return time.UnixMilli(s.Wall) }

// readable says whether the stamp's text can be read back and leaves room for
// later ones: no clock shows a year after 9999.
func (s Stamp) readable() bool { return s.Wall >= 0 && s.Wall < 253_402_300_800_000 }

// String writes the stamp so that its text sorts like the stamp.
func (s Stamp) String() string { return fmt.Sprintf("%012x-%08x-%s", s.Wall, s.Counter, s.Device) }

// MarshalText implements encoding.TextMarshaler.
func (s Stamp) MarshalText() ([]byte, error) { return []byte(s.String()), nil }

// UnmarshalText implements encoding.TextUnmarshaler.
func (s *Stamp) UnmarshalText(b []byte) error {
	if len(b) < 22 || b[12] != '-' || b[21] != '-' {
		return fmt.Errorf("%q is not a stamp", b)
	}
	wall, err := strconv.ParseInt(string(b[:12]), 16, 64)
	if err != nil {
		return fmt.Errorf("%q is not a stamp: %w", b, err)
	}
	counter, err := strconv.ParseUint(string(b[13:21]), 16, 32)
	if err != nil {
		return fmt.Errorf("%q is not a stamp: %w", b, err)
	}
	*s = Stamp{Wall: wall, Counter: uint32(counter), Device: string(b[22:])}
	return nil
}

// Clock gives stamps that never go back, even when the wall clock does. All
// sessions of one device share one; it may be used from several goroutines.
type Clock struct {
	mu     sync.Mutex
	now    func() time.Time
	device string
	last   Stamp
}

// NewClock continues after last, the newest stamp that this device has seen.
func NewClock(now func() time.Time, device string, last Stamp) *Clock {
	return &Clock{now: now, device: device, last: last}
}

// Now is the wall time, for dates that people read.
func (c *Clock) Now() time.Time { return c.now() }

// Next is a stamp after every one given or seen.
func (c *Clock) Next() Stamp {
	c.mu.Lock()
	defer c.mu.Unlock()
	if wall := c.now().UnixMilli(); wall > c.last.Wall {
		c.last = Stamp{Wall: wall}
	} else if c.last.Counter == math.MaxUint32 {
		c.last = Stamp{Wall: c.last.Wall + 1}
	} else {
		c.last.Counter++
	}
	c.last.Device = c.device
	return c.last
}

// Saw takes a stamp of another device into account.
func (c *Clock) Saw(s Stamp) {
	c.mu.Lock()
	defer c.mu.Unlock()
	if s.Compare(c.last) > 0 {
		c.last = s
	}
}

// Last is the newest stamp given or seen.
func (c *Clock) Last() Stamp {
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.last
}
