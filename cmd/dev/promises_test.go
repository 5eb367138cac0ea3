package main

import (
	"reflect"
	"strings"
	"testing"
)

const benchOutput = `goos: linux
pkg: nemawashi.app/workshop/library
BenchmarkOpen/500_actions-2 	     100	  12345 ns/op	         3.000 limit	         1.250 ratio	   64 B/op	 2 allocs/op
BenchmarkKey-2              	    1000	    950 ns/op	         0.4500 ms	         1.000 ms-limit
BenchmarkSearch             	      10	    950 ns/op	         1.500 limit	         1.700 ratio
BenchmarkStart-2             	       1	    950 ns/op	         1.300 limit	         1.300 memory-limit	         1.200 memory-ratio	         1.100 ratio
BenchmarkRaw-2              	      10	    950 ns/op
BenchmarkNoted-2            	      10	    950 ns/op	  1.1 ratio
BenchmarkLog-2 says something else
PASS
ok  	nemawashi.app/workshop/library	3.1s
`

func TestReadPromises(t *testing.T) {
	got, err := readPromises(strings.NewReader(benchOutput))
	if err != nil {
		t.Fatal(err)
	}
	want := []promise{
		{name: "Open/500_actions", metric: "ratio", value: 1.25, limit: 3, limited: true},
		{name: "Key", metric: "ms", value: 0.45, limit: 1, limited: true},
		{name: "Search", metric: "ratio", value: 1.7, limit: 1.5, limited: true},
		{name: "Start", metric: "memory-ratio", value: 1.2, limit: 1.3, limited: true},
		{name: "Start", metric: "ratio", value: 1.1, limit: 1.3, limited: true},
		{name: "Noted", metric: "ratio", value: 1.1},
	}
	if !reflect.DeepEqual(got, want) {
		t.Errorf("got  %+v\nwant %+v", got, want)
	}
	var out strings.Builder
	err = showPromises(&out, got)
	if err == nil || err.Error() != "promises not kept: Search" {
		t.Errorf("the broken promise gives %v", err)
	}
	if !strings.Contains(out.String(), "NOT KEPT") || !strings.Contains(out.String(), "1.25 ratio") {
		t.Errorf("table:\n%s", out.String())
	}
	if err := showPromises(&out, got[:2]); err != nil {
		t.Errorf("kept promises give %v", err)
	}
	if err := showPromises(&out, nil); err == nil {
		t.Error("no promise at all passes")
	}
}

func TestReadPromisesRefusesNonsense(t *testing.T) {
	if _, err := readPromises(strings.NewReader("BenchmarkX-2 10 abc ns/op\n")); err == nil {
		t.Error("a value that is no number passes")
	}
}
