package main

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// Who only reads says which command brings an older database up to this version;
// who writes does so.
func TestUpgrade(t *testing.T) {
	dir := t.TempDir()
	old := func(name string) {
		t.Helper()
		if err := os.WriteFile(filepath.Join(dir, name), thawed(t), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	old("suyuan.db")
	for _, command := range []string{"verify", "show in/plan.txt", "search 企业", "compare 企业", "export --format csv", "review --rules", "serve --read-only"} {
		suyuan(t, dir, "", strings.Fields(command)...).expect(t, 2, "suyuan.db: it was written by an older suyuan: suyuan upgrade brings it up to this version")
	}
	suyuan(t, dir, "", "upgrade").expect(t, 0, "suyuan.db: brought up to this version; ")
	suyuan(t, dir, "", "verify").expect(t, 0)
	suyuan(t, dir, "", "upgrade").expect(t, 0, "suyuan.db: is of this version already, nothing was written")
	for _, command := range []string{"audit", "reextract", "forget in/gbk.txt"} {
		old("suyuan.db")
		suyuan(t, dir, "", strings.Fields(command)...).expect(t, 0)
		suyuan(t, dir, "", "verify").expect(t, 0)
	}
	suyuan(t, dir, "", "upgrade", "--db", "missing.db").expect(t, 2, "missing.db: file does not exist")
}

// An upgrade that the disk has no room for leaves the older database, or one of this
// version that has not shrunk.
func TestUpgradeOnAFullDisk(t *testing.T) {
	dir := t.TempDir()
	first := filepath.Join(dir, "first.db")
	if err := os.WriteFile(first, thawed(t), 0o644); err != nil {
		t.Fatal(err)
	}
	data, err := os.ReadFile(first)
	if err != nil {
		t.Fatal(err)
	}
	suyuan(t, dir, "", "upgrade", "--db", "first.db").expect(t, 0)
	want := dump(t, first)
	resize := smallDisk(t, filepath.Join(dir, "disk"))
	db := filepath.Join(dir, "disk", "full.db")
	var full, large int
	for part := int64(9); part <= 20; part++ {
		resize(int64(len(data)) * part / 8)
		if err := os.WriteFile(db, data, 0o644); err != nil {
			t.Fatal(err)
		}
		switch r := suyuan(t, dir, "", "upgrade", "--db", "disk/full.db"); {
		case r.status == 2:
			r.expect(t, 2, "the disk is full: free some space and run the command again")
			full++
		default:
			r.expect(t, 0)
			if stat, err := os.Stat(db); err == nil && stat.Size() >= int64(len(data)) {
				large++
			}
		}
		resize(64 << 20)
		suyuan(t, dir, "", "upgrade", "--db", "disk/full.db").expect(t, 0)
		if got := dump(t, db); got != want {
			t.Errorf("with space again, other rows:\n%s", differences(got, want))
		}
		os.Remove(db)
	}
	if full == 0 || large == 0 {
		t.Errorf("%d disks were too small for the upgrade, %d for giving room back", full, large)
	}
}

// smallDisk mounts a disk that can be made as small as wanted.
func smallDisk(t *testing.T, disk string) (resize func(bytes int64)) {
	t.Helper()
	if err := os.Mkdir(disk, 0o755); err != nil {
		t.Fatal(err)
	}
	if out, err := exec.Command("mount", "-t", "tmpfs", "-o", "size=64k", "tmpfs", disk).CombinedOutput(); err != nil {
		t.Skipf("NOT TRIED: a small disk to fill up needs root and mount: %v %s", err, out)
	}
	t.Cleanup(func() { exec.Command("umount", disk).Run() })
	return func(bytes int64) {
		t.Helper()
		if out, err := exec.Command("mount", "-o", fmt.Sprintf("remount,size=%d", bytes), disk).CombinedOutput(); err != nil {
			t.Fatalf("%v %s", err, out)
		}
	}
}
