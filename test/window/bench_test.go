package window_test

import (
	"bufio"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"

	"barline/internal/xserver"
)

// BenchmarkFirstFrame is the time from start to the third frame of the built-in story, and
// of an empty window of Ebitengine's in the same run.
func BenchmarkFirstFrame(b *testing.B) {
	display := xserver.Start(b, 1300, 1000)
	empty := emptyWindow(b)
	b.Run("empty", func(b *testing.B) {
		for b.Loop() {
			cmd := command(b, display.Name)
			cmd.Path, cmd.Args = empty, []string{empty}
			end := started(b, cmd, func(line string) bool { return line == "drawn" })
			b.StopTimer()
			end()
			b.StartTimer()
		}
	})
	b.Run("story", func(b *testing.B) {
		for b.Loop() {
			state := filepath.Join(b.TempDir(), "state.json")
			cmd := command(b, display.Name, "-reduce-motion", "-state", state)
			if err := cmd.Start(); err != nil {
				b.Fatal(err)
			}
			untilThere(b, state)
			b.StopTimer()
			cmd.Process.Kill()
			cmd.Wait()
			b.StartTimer()
		}
	})
}

// BenchmarkMillion is the time until a million events are shown.
func BenchmarkMillion(b *testing.B) {
	path := filepath.Join(b.TempDir(), "million.csv")
	f, err := os.Create(path)
	if err != nil {
		b.Fatal(err)
	}
	w := bufio.NewWriter(f)
	fmt.Fprintln(w, "title,start,lane,place")
	for i := range 1_000_000 {
		fmt.Fprintf(w, "Sitting %d,%d-%02d-%02d,Chamber %d,Geneva\n", i+1, 1900+i%120, i%12+1, i%28+1, i%5+1)
	}
	if err := w.Flush(); err != nil {
		b.Fatal(err)
	}
	f.Close()
	display := xserver.Start(b, 1300, 1000)
	for b.Loop() {
		state := filepath.Join(b.TempDir(), "state.json")
		cmd := command(b, display.Name, "-reduce-motion", "-state", state, path)
		if err := cmd.Start(); err != nil {
			b.Fatal(err)
		}
		for {
			untilThere(b, state)
			if report, err := os.ReadFile(state); err == nil && strings.Contains(string(report), `"events": 1000000`) {
				break
			}
			time.Sleep(20 * time.Millisecond)
		}
		b.StopTimer()
		b.ReportMetric(processorTime(b, cmd.Process.Pid).Seconds(), "cpu-s/op")
		b.ReportMetric(residentMB(b, cmd.Process.Pid), "MB")
		cmd.Process.Kill()
		cmd.Wait()
		b.StartTimer()
	}
}

// BenchmarkAtRest is what a window that shows the built-in story takes of a processor
// while nobody touches it, and an empty one of Ebitengine's.
func BenchmarkAtRest(b *testing.B) {
	const rest = 5 * time.Second
	display := xserver.Start(b, 1300, 1000)
	state := filepath.Join(b.TempDir(), "state.json")
	cmd := command(b, display.Name, "-reduce-motion", "-state", state)
	empty := command(b, display.Name)
	empty.Path = emptyWindow(b)
	empty.Args = []string{empty.Path}
	for name, c := range map[string]*exec.Cmd{"story": cmd, "empty": empty} {
		if err := c.Start(); err != nil {
			b.Fatal(err)
		}
		defer func() {
			c.Process.Kill()
			c.Wait()
		}()
		b.Run(name, func(b *testing.B) {
			time.Sleep(2 * time.Second)
			for b.Loop() {
				before := processorTime(b, c.Process.Pid)
				time.Sleep(rest)
				b.ReportMetric(100*(processorTime(b, c.Process.Pid)-before).Seconds()/rest.Seconds(), "%cpu")
			}
		})
	}
}

// emptyWindow builds the empty window.
func emptyWindow(b *testing.B) string {
	b.Helper()
	path := filepath.Join(b.TempDir(), "empty")
	if out, err := exec.Command("go", "build", "-o", path, "./testdata/empty").CombinedOutput(); err != nil {
		b.Fatalf("%v\n%s", err, out)
	}
	return path
}

// started starts a program, waits for a line of its output, and returns what ends it.
func started(b *testing.B, cmd *exec.Cmd, is func(line string) bool) (end func()) {
	b.Helper()
	out, err := cmd.StdoutPipe()
	if err != nil {
		b.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		b.Fatal(err)
	}
	in := bufio.NewScanner(out)
	for in.Scan() {
		if is(in.Text()) {
			return func() {
				cmd.Process.Kill()
				cmd.Wait()
			}
		}
	}
	b.Fatal("the program ended")
	return nil
}

func untilThere(b *testing.B, path string) {
	b.Helper()
	for end := time.Now().Add(5 * time.Minute); time.Now().Before(end); time.Sleep(2 * time.Millisecond) {
		if _, err := os.Stat(path); err == nil {
			return
		}
	}
	b.Fatalf("%s does not appear", path)
}

// processorTime is what a process has taken of processors (Linux).
func processorTime(b *testing.B, pid int) time.Duration {
	b.Helper()
	stat, err := os.ReadFile(fmt.Sprintf("/proc/%d/stat", pid))
	if err != nil {
		b.Skip(err)
	}
	_, after, _ := strings.Cut(string(stat), ") ")
	fields := strings.Fields(after)
	const user, system, hertz = 11, 12, 100
	ticks := 0
	for _, i := range []int{user, system} {
		n, err := strconv.Atoi(fields[i])
		if err != nil {
			b.Fatal(err)
		}
		ticks += n
	}
	return time.Duration(ticks) * time.Second / hertz
}

// residentMB is the memory that a process has (Linux).
func residentMB(b *testing.B, pid int) float64 {
	b.Helper()
	status, err := os.ReadFile(fmt.Sprintf("/proc/%d/status", pid))
	if err != nil {
		b.Skip(err)
	}
	for line := range strings.Lines(string(status)) {
		if rest, ok := strings.CutPrefix(line, "VmRSS:"); ok {
			kB, err := strconv.Atoi(strings.Fields(rest)[0])
			if err != nil {
				b.Fatal(err)
			}
			return float64(kB) / 1024
		}
	}
	return 0
}
