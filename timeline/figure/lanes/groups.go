package lanes

import (
	"barline/timeline/index"
	"barline/timeline/scale"
)

// group says how coarse an event's date is. The index has the events of each group
// apart: columns count only what begins in them for certain.
type group uint8

const (
	byDay   group = iota // known to the day, or how long it lasted
	byMonth              // at some time in a month
	byYear               // or a year
	byAge                // or longer
	groups
)

// Spans up to which a date counts as one of a day, and of a month.
const (
	mostDay   = int64(1.5 * scale.Day)
	mostMonth = 31 * secondsPerDay
	mostYear  = 366 * secondsPerDay
)

func groupOf(t trait, length int64) group {
	switch {
	case t&vague == 0 || t&lasting != 0 || length <= mostDay:
		return byDay
	case length <= mostMonth:
		return byMonth
	case length <= mostYear:
		return byYear
	}
	return byAge
}

// countsIn reports whether columns of a period can count the group's events.
func (k group) countsIn(u period) bool {
	switch k {
	case byDay:
		return true
	case byMonth:
		return u.months >= 1
	case byYear:
		return u.months >= 12
	}
	return false
}

// laneOf is the part of an index that holds the events of a lane and a group.
func (p *Picture) laneOf(x *index.Index, lane int, k group) *index.Lane {
	return x.Lane(int(k)*len(p.names) + lane)
}

// add tells an index of an event.
func (p *Picture) add(x *index.Index, event int) {
	from, to := p.table.Span(event)
	k := groupOf(p.traits[event], to-from)
	p.coarse = p.coarse || k != byDay
	x.Add(event, int(k)*len(p.names)+p.lane(event), from, to)
}

// laneLen is the number of events of a lane.
func (p *Picture) laneLen(lane int) int {
	n := 0
	for k := range groups {
		n += p.laneOf(p.all, lane, k).Len()
	}
	return n
}

// appendCounts appends what begins in each column, of the groups that columns of
// this period count.
func (p *Picture) appendCounts(dst []int, x *index.Index, c *columns, lane int) []int {
	first := len(dst)
	dst = p.laneOf(x, lane, byDay).Counts(c.bounds, dst)
	for k := byMonth; k < groups; k++ {
		l := p.laneOf(x, lane, k)
		if !k.countsIn(c.period) || l.Len() == 0 {
			continue
		}
		c.more = l.Counts(c.bounds, c.more[:0])
		for i, n := range c.more {
			dst[first+i] += n
		}
	}
	return dst
}
