package main

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"sort"
	"strconv"
	"strings"
	"text/tabwriter"
)

// promise is one measured value, and the limit that it was promised to keep.
type promise struct {
	name, metric string
	value, limit float64
	limited      bool
}

// kept says whether the value is within its limit, if it has one.
func (p promise) kept() bool { return !p.limited || p.value <= p.limit }

// readPromises reads the output of go test -bench. A benchmark says what it
// promises with b.ReportMetric: "ratio" has its limit in "limit", "memory-ratio"
// in "memory-limit", any other metric M in "M-limit". A metric without a
// limit is shown when it is a ratio and left out otherwise.
func readPromises(from io.Reader) ([]promise, error) {
	var list []promise
	lines := bufio.NewScanner(from)
	lines.Buffer(nil, 1<<20)
	for lines.Scan() {
		fields := strings.Fields(lines.Text())
		if len(fields) < 4 || !strings.HasPrefix(fields[0], "Benchmark") {
			continue
		}
		if _, err := strconv.Atoi(fields[1]); err != nil {
			continue
		}
		metrics := map[string]float64{}
		for i := 2; i+1 < len(fields); i += 2 {
			value, err := strconv.ParseFloat(fields[i], 64)
			if err != nil {
				return nil, fmt.Errorf("read the result of %s: %w", fields[0], err)
			}
			metrics[fields[i+1]] = value
		}
		list = append(list, promisesOf(benchmarkName(fields[0]), metrics)...)
	}
	return list, lines.Err()
}

func promisesOf(name string, metrics map[string]float64) []promise {
	var list []promise
	for metric, value := range metrics {
		what, isRatio := strings.CutSuffix(metric, "ratio")
		limitName := metric + "-limit"
		if isRatio {
			limitName = what + "limit"
		}
		limit, limited := metrics[limitName]
		if limited || isRatio {
			list = append(list, promise{name: name, metric: metric, value: value, limit: limit, limited: limited})
		}
	}
	sort.Slice(list, func(i, j int) bool { return list[i].metric < list[j].metric })
	return list
}

// benchmarkName takes "Benchmark" and the number of processors away.
func benchmarkName(full string) string {
	name := strings.TrimPrefix(full, "Benchmark")
	if dash := strings.LastIndexByte(name, '-'); dash > 0 {
		if _, err := strconv.Atoi(name[dash+1:]); err == nil {
			name = name[:dash]
		}
	}
	return name
}

// showPromises prints the table and returns an error that names every promise
// that was not kept.
func showPromises(out io.Writer, promises []promise) error {
	if len(promises) == 0 {
		return errors.New("no benchmark reported a ratio, so no promise was checked")
	}
	var broken []string
	fmt.Fprintln(out)
	table := tabwriter.NewWriter(out, 0, 0, 2, ' ', 0)
	fmt.Fprintln(table, "promise\tmeasured\tat most\t")
	for _, p := range promises {
		limit, verdict := "-", ""
		if p.limited {
			limit, verdict = fmt.Sprintf("%.3g", p.limit), "kept"
		}
		if !p.kept() {
			verdict = "NOT KEPT"
			broken = append(broken, p.name)
		}
		fmt.Fprintf(table, "%s\t%.3g %s\t%s\t%s\n", p.name, p.value, p.metric, limit, verdict)
	}
	if err := table.Flush(); err != nil {
		return err
	}
	if len(broken) > 0 {
		return fmt.Errorf("promises not kept: %s", strings.Join(broken, ", "))
	}
	return nil
}
