package main

import (
	"bytes"
	"reflect"
	"slices"
	"testing"
)

func TestEventsAreTheSameEveryTime(t *testing.T) {
	var one, two bytes.Buffer
	if err := invent(1000).csv(&one); err != nil {
		t.Fatal(err)
	}
	if err := invent(1000).csv(&two); err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(one.Bytes(), two.Bytes()) {
		t.Error("two tables of 1000 events differ")
	}
	const first = "e0000000,"
	if lines := bytes.Split(one.Bytes(), []byte("\n")); !bytes.HasPrefix(lines[1], []byte(first)) || len(lines) != 1000+2 {
		t.Errorf("%d lines, the second is %s", len(lines), lines[1])
	}
}

func TestEventsAreInOrderAndApart(t *testing.T) {
	for _, n := range []int{1, 6, 1000, 1_000_000} {
		e := invent(n)
		if len(e.ID) != n || !slices.IsSorted(e.Start) {
			t.Fatalf("%d events, wanted %d, by their starts", len(e.ID), n)
		}
		until := make([]int64, len(e.Lanes))
		for i, lane := range e.Lane {
			if e.Start[i] < until[lane] || e.End[i] <= e.Start[i] || e.Start[i] < e.From || e.End[i] > e.To {
				t.Fatalf("%d events: %d lies at %d to %d, its lane is taken until %d", n, i, e.Start[i], e.End[i], until[lane])
			}
			until[lane] = e.End[i]
		}
		if !reflect.DeepEqual(e, invent(n)) {
			t.Fatalf("%d events differ from themselves", n)
		}
	}
}
