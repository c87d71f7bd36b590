// Command bench measures Barline beside other libraries that draw timelines:
// the same events, one machine, one run, every page in a browser of its own.
// README.md says what is measured and how.
//
//	go run ./bench                       everything: half an hour
//	go run ./bench -n 1000 -only barline,d3
//	go run ./bench -chart                draws docs/bench.svg of the results
package main

import (
	"context"
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"log"
	"os"
	"runtime"
	"strconv"
	"strings"
	"time"
)

// results are one run.
type results struct {
	Date     string            `json:"date"`
	Machine  string            `json:"machine"`
	Load     string            `json:"loadBefore,omitempty"` // others' work in the minutes before, as Linux counts it
	Browser  string            `json:"browser"`
	Versions map[string]string `json:"versions"`
	Width    int               `json:"width"`
	Height   int               `json:"height"`
	Visits   []visit           `json:"visits"`
}

const chartName = "docs/bench.svg"

func main() {
	log.SetFlags(0)
	sizes := flag.String("n", "6,1000,10000,100000,1000000", "how many events, by turns")
	only := flag.String("only", "", "the pages, by the names of their scripts; empty: all")
	area := flag.String("size", "800x450", "the figure, in px")
	timeout := flag.Duration("timeout", time.Minute, "how long a page may load")
	look := flag.String("look", "", "a folder for pictures of the pages once they are live")
	out := flag.String("o", folder+"/results.json", "where results go")
	chart := flag.Bool("chart", false, "draw "+chartName+" of the results, and measure nothing")
	flag.Parse()
	var err error
	if *chart {
		err = drawChart(*out, chartName)
	} else {
		err = measureAll(*sizes, *only, *area, *timeout, *look, *out)
	}
	if err != nil {
		log.Fatal(err)
	}
}

func measureAll(sizes, only, area string, timeout time.Duration, look, out string) error {
	r := results{Date: time.Now().UTC().Format("2006-01-02"), Machine: machine(), Load: load()}
	if _, err := fmt.Sscanf(area, "%dx%d", &r.Width, &r.Height); err != nil {
		return fmt.Errorf("-size %s: write it like 800x450", area)
	}
	pages, err := chosen(only)
	if err != nil {
		return err
	}
	ctx := context.Background()
	if err := install(ctx); err != nil {
		return err
	}
	if r.Versions, err = versions(); err != nil {
		return err
	}
	if r.Browser, err = browserVersion(); err != nil {
		return err
	}
	temp, err := os.MkdirTemp("", "barline-bench-")
	if err != nil {
		return err
	}
	defer os.RemoveAll(temp)
	s := &sites{bundles: map[string]files{}, temp: temp}
	for size := range strings.SplitSeq(sizes, ",") {
		n, err := strconv.Atoi(size)
		if err != nil || n < 1 {
			return fmt.Errorf("-n %s: write it like 6,1000", sizes)
		}
		e := invent(n)
		for _, c := range pages {
			v := visit{Page: c.name, Events: n}
			site, err := s.site(ctx, c.name, e)
			if err == nil {
				err = v.measure(site, r.Width, r.Height, timeout, look)
			}
			if err != nil {
				v.Failed = err.Error()
			}
			fmt.Fprintf(os.Stderr, "%d events, %s: %s\n", n, c.title, v.told())
			r.Visits = append(r.Visits, v)
		}
	}
	if err := r.print(os.Stdout); err != nil {
		return err
	}
	written, err := json.MarshalIndent(r, "", "\t")
	if err != nil {
		return err
	}
	return os.WriteFile(out, append(written, '\n'), 0o644)
}

// chosen are the contestants that somebody has asked for.
func chosen(only string) ([]contestant, error) {
	all := contestants()
	if only == "" {
		return all, nil
	}
	var pages []contestant
	var wrong error
	for name := range strings.SplitSeq(only, ",") {
		found := false
		for _, c := range all {
			if c.name == name {
				pages, found = append(pages, c), true
			}
		}
		if !found {
			wrong = errors.Join(wrong, fmt.Errorf("-only %s: there is no such page", name))
		}
	}
	return pages, wrong
}

// machine says on what this runs, as far as Linux tells.
func machine() string {
	model := runtime.GOARCH
	info, _ := os.ReadFile("/proc/cpuinfo")
	for line := range strings.Lines(string(info)) {
		if name, value, _ := strings.Cut(line, ":"); strings.TrimSpace(name) == "model name" {
			model = strings.TrimSpace(value)
			break
		}
	}
	return fmt.Sprintf("%d cores of %s, %s, software GL", runtime.NumCPU(), model, runtime.GOOS)
}

func load() string {
	average, _ := os.ReadFile("/proc/loadavg")
	one, _, _ := strings.Cut(string(average), " ")
	return one
}
