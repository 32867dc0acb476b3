package main

import (
	"bufio"
	"database/sql"
	"fmt"
	"io"
	"os"
	"os/exec"
	"strconv"
	"strings"
	"syscall"
	"time"
)

// A long batch may hold this much memory, and may take this much more of the
// processor for a MB of its last tenth than for one of its first.
const (
	longMemory = 200 << 20
	longSlower = 1.25
)

// tenth is the state of a batch when another tenth of its text is stored.
type tenth struct {
	bytes    int64         // stored so far
	wall     time.Duration // since the start
	cpu      time.Duration // of all threads
	resident int64
	database int64 // with its log
}

// long ingests one generated batch of so many bytes and prints, for each tenth of
// it, the rate, the memory and the size of the database. The error says that the
// batch grew slower or larger than it may.
func (b *bench) long(out io.Writer, size int) error {
	folder, paths, err := b.varied(size)
	if err != nil {
		return err
	}
	database := b.database()
	cmd := exec.Command(b.suyuan, "ingest", "--json", "--db", database, folder)
	lines, err := cmd.StderrPipe()
	if err != nil {
		return err
	}
	if err := cmd.Start(); err != nil {
		return err
	}
	tenths, err := watch(lines, cmd.Process.Pid, database, paths)
	if ended := cmd.Wait(); ended != nil {
		return fmt.Errorf("run %v: %w", cmd.Args, ended)
	}
	if err != nil {
		return err
	}
	peak := int64(cmd.ProcessState.SysUsage().(*syscall.Rusage).Maxrss) << 10
	documents, records, err := count(database)
	if err != nil {
		return err
	}
	return report(out, tenths, documents, records, peak)
}

// watch follows what ingest says of each file and looks at the process whenever
// another tenth of the text is stored.
func watch(lines io.Reader, pid int, database string, paths []string) ([]tenth, error) {
	sizes, total := make([]int64, len(paths)), int64(0)
	for i, path := range paths {
		stat, err := os.Stat(path)
		if err != nil {
			return nil, err
		}
		sizes[i] = stat.Size()
		total += stat.Size()
	}
	begin := time.Now()
	var tenths []tenth
	done, stored, told := 0, int64(0), int64(0)
	for in := bufio.NewScanner(lines); in.Scan(); {
		var n int
		if _, err := fmt.Sscanf(in.Text(), "[%d/", &n); err != nil || n > len(paths) {
			continue
		}
		for ; done < n; done++ {
			stored += sizes[done]
		}
		if stored*10/total == told {
			continue
		}
		told = stored * 10 / total
		t := tenth{bytes: stored, wall: time.Since(begin)}
		if err := t.look(pid, database); err != nil {
			return nil, err
		}
		tenths = append(tenths, t)
		fmt.Fprintf(os.Stderr, "bench: %d MB of %d in %s, %d MB resident\n", stored>>20, total>>20, t.wall.Round(time.Second), t.resident>>20)
	}
	return tenths, nil
}

// look asks the operating system, as Linux tells it, what the process has used.
func (t *tenth) look(pid int, database string) error {
	stat, err := os.ReadFile(fmt.Sprintf("/proc/%d/stat", pid))
	if err != nil {
		return fmt.Errorf("look at the batch: %w", err)
	}
	fields := strings.Fields(string(stat[strings.LastIndexByte(string(stat), ')')+1:]))
	number := func(i int) int64 { n, _ := strconv.ParseInt(fields[i-3], 10, 64); return n } // numbered as in proc(5)
	t.cpu = time.Duration(number(14)+number(15)) * time.Second / 100
	t.resident = number(24) * int64(os.Getpagesize())
	for _, path := range []string{database, database + "-wal"} {
		if info, err := os.Stat(path); err == nil {
			t.database += info.Size()
		}
	}
	return nil
}

// count returns how many documents and records a database has.
func count(path string) (documents, records int64, err error) {
	db, err := sql.Open("sqlite3", "file:"+path+"?mode=ro")
	if err != nil {
		return 0, 0, err
	}
	defer db.Close()
	err = db.QueryRow("SELECT (SELECT count(*) FROM documents), (SELECT count(*) FROM records)").Scan(&documents, &records)
	return documents, records, err
}

// report prints the table of the tenths and what follows from it.
func report(out io.Writer, tenths []tenth, documents, records, peak int64) error {
	if len(tenths) < 10 {
		return fmt.Errorf("the batch gave %d tenths: ask for more MB", len(tenths))
	}
	fmt.Fprintln(out, "| stored, MB | MB/s | processor, ms a MB | resident, MB | database, MB |\n| --- | --- | --- | --- | --- |")
	var last tenth
	var costs []float64
	for _, t := range tenths {
		mb := float64(t.bytes-last.bytes) / (1 << 20)
		costs = append(costs, (t.cpu-last.cpu).Seconds()*1000/mb)
		fmt.Fprintf(out, "| %d | %.2f | %.0f | %d | %d |\n", t.bytes>>20, mb/(t.wall-last.wall).Seconds(), costs[len(costs)-1], t.resident>>20, t.database>>20)
		last = t
	}
	slower := costs[len(costs)-1] / costs[0]
	fmt.Fprintf(out, "\n%d documents, %d records; %d bytes of database a record, %.2f times the text; peak memory %d MB; the last tenth took %.2f times the processor of the first\n",
		documents, records, last.database/records, float64(last.database)/float64(last.bytes), peak>>20, slower)
	if peak > longMemory || slower > longSlower {
		return fmt.Errorf("a long batch may hold %d MB and its last tenth take %.2f times the first", longMemory>>20, longSlower)
	}
	return nil
}
