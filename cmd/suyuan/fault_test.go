package main

import (
	"database/sql"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"time"
)

// A disk that fills up ends the run with what to do, leaves whole documents, and
// with space again the same command brings the rest.
func TestDiskFull(t *testing.T) {
	dir := t.TempDir()
	makeNew(t, dir)
	want, size := undisturbed(t, dir)
	disk := filepath.Join(dir, "disk")
	resize := smallDisk(t, disk)
	partly := 0
	for part := int64(1); part <= 8; part++ {
		resize(size * part / 6) // beside the file its log has to fit
		stored := fillUp(t, program(dir, "ingest", "--jobs", "8", "--db", "disk/full.db", "in"), filepath.Join(disk, "full.db"))
		if stored > 0 && stored < strings.Count(want, "v_documents ") {
			partly++
		}
		resize(64 << 20)
		suyuan(t, dir, "", "ingest", "--db", "disk/full.db", "in").expect(t, 1)
		if got := dump(t, filepath.Join(disk, "full.db")); got != want {
			t.Errorf("with space again, other rows than of a run that nobody disturbed:\n%s", differences(got, want))
		}
		os.Remove(filepath.Join(disk, "full.db"))
	}
	if partly == 0 {
		t.Error("no disk was large enough for some documents and too small for all")
	}
}

// The same with a file that may not grow, as under a quota.
func TestFileMayNotGrow(t *testing.T) {
	dir := t.TempDir()
	makeNew(t, dir)
	want, size := undisturbed(t, dir)
	db := filepath.Join(dir, "limited.db")
	for part := int64(1); part <= 3; part++ {
		limited := fmt.Sprintf("ulimit -f %d; exec %s ingest --jobs 8 --db limited.db in", size*part/4/512, binary)
		c := exec.Command("sh", "-c", limited)
		c.Dir = dir
		fillUp(t, c, db)
		suyuan(t, dir, "", "ingest", "--db", "limited.db", "in").expect(t, 1)
		if got := dump(t, db); got != want {
			t.Errorf("without the limit, other rows than of a run that nobody disturbed:\n%s", differences(got, want))
		}
		os.Remove(db)
	}
}

// undisturbed returns the rows that an ingest of in gives, and the size of its database.
func undisturbed(t *testing.T, dir string) (rows string, size int64) {
	t.Helper()
	suyuan(t, dir, "", "ingest", "--db", "undisturbed.db", "in").expect(t, 1)
	stat, err := os.Stat(filepath.Join(dir, "undisturbed.db"))
	if err != nil {
		t.Fatal(err)
	}
	return dump(t, filepath.Join(dir, "undisturbed.db")), stat.Size()
}

// fillUp lets a run meet its limit, verifies what it left and returns how many
// documents that is.
func fillUp(t *testing.T, c *exec.Cmd, db string) int {
	t.Helper()
	r := finish(t, c)
	if r.status != 1 && r.status != 2 || !strings.Contains(r.messages, "the disk is full: free some space and run the command again") {
		if !strings.Contains(r.messages, " 0 changed, 0 unchanged, 3 failed\n") { // all of it fitted
			t.Errorf("status %d\n%s", r.status, r.messages)
		}
	}
	v := suyuan(t, filepath.Dir(db), "", "verify", "--db", db)
	if v.status == 2 && regexp.MustCompile("file does not exist|it is empty").MatchString(v.messages) {
		return 0
	}
	if v.status != 0 {
		t.Errorf("verify after a full disk: status %d\n%s%s", v.status, v.out, v.messages)
	}
	return strings.Count(dump(t, db), "v_documents ")
}

// Two runs at once on one database both end well, and give the rows of one.
func TestTwoRunsAtOnce(t *testing.T) {
	dir := t.TempDir()
	makeNew(t, dir)
	want, _ := undisturbed(t, dir)
	for _, inputs := range [][2]string{{"in", "in"}, {"in/short", "in"}} {
		done := make(chan result)
		for _, in := range inputs {
			go func() { done <- finish(t, program(dir, "ingest", "--jobs", "4", "--db", "two.db", in)) }()
		}
		for range inputs {
			if r := <-done; strings.Contains(r.messages, "suyuan: ") || r.status > 1 {
				t.Errorf("status %d\n%s", r.status, r.messages)
			}
		}
		db := filepath.Join(dir, "two.db")
		if got := dump(t, db); got != want {
			t.Errorf("%q at once give other rows than one run:\n%s", inputs, differences(got, want))
		}
		suyuan(t, dir, "", "verify", "--db", "two.db").expect(t, 0)
		if left, _ := filepath.Glob(db + "-*"); left != nil {
			t.Errorf("left behind: %v", left)
		}
		os.Remove(db)
	}
}

// A run goes on beside another program that writes to the database all the while,
// and neither loses anything.
func TestAnotherWriter(t *testing.T) {
	dir := t.TempDir()
	makeNew(t, dir)
	want, _ := undisturbed(t, dir)
	suyuan(t, dir, "", "ingest", "--db", "shared.db", "in/short/00.txt").expect(t, 0)
	db, err := sql.Open("sqlite3", filepath.Join(dir, "shared.db")+"?_busy_timeout=60000&_txlock=immediate")
	if err != nil {
		t.Fatal(err)
	}
	db.SetMaxOpenConns(1)
	stop, written := make(chan bool), make(chan int)
	go func() {
		n := 0
		defer func() { written <- n }()
		for {
			select {
			case <-stop:
				return
			default:
			}
			tx, err := db.Begin()
			if err == nil {
				_, err = tx.Exec("INSERT INTO reviews (record_key, verdict, judged, reviewer, at) VALUES (?, 'right', '{}', '王', '2024-02-02')", fmt.Sprint("key ", n))
				time.Sleep(5 * time.Millisecond) // it takes its time within the transaction
			}
			if err == nil {
				err = tx.Commit()
			}
			if err != nil {
				t.Error(err)
				return
			}
			n++
			time.Sleep(5 * time.Millisecond)
		}
	}()
	suyuan(t, dir, "", "ingest", "--jobs", "8", "--db", "shared.db", "in").expect(t, 1, "3 failed\n")
	stop <- true
	n := <-written
	db.Close()
	got := regexp.MustCompile("(?m)^v_reviews .*\n").ReplaceAllString(dump(t, filepath.Join(dir, "shared.db")), "")
	if got != want {
		t.Errorf("beside another writer, other rows than alone:\n%s", differences(got, want))
	}
	check := openSQL(t, filepath.Join(dir, "shared.db"))
	defer check.Close()
	var kept int
	if err := check.QueryRow("SELECT count(*) FROM reviews").Scan(&kept); err != nil || kept != n || n == 0 {
		t.Errorf("%d of the other's %d rows are there, %v", kept, n, err)
	}
}
