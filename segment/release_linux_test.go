package segment

import (
	"crypto/sha256"
	"os"
	"strconv"
	"strings"
	"testing"
)

// fileMemory returns how many KB of files the process has in memory.
func fileMemory(t *testing.T) int {
	t.Helper()
	status, err := os.ReadFile("/proc/self/status")
	if err != nil {
		t.Fatal(err)
	}
	_, rest, _ := strings.Cut(string(status), "RssFile:")
	n, err := strconv.Atoi(strings.Fields(rest)[0])
	if err != nil {
		t.Fatal(err)
	}
	return n
}

// The memory of the dictionary, which a choice of words has read, is given back, and
// the dictionary is what it was.
func TestRelease(t *testing.T) {
	before := sha256.Sum256([]byte(dictionary))
	read := fileMemory(t)
	release(dictionary)
	if left, least := fileMemory(t), len(dictionary)>>10*9/10; read-left < least {
		t.Errorf("%d KB were given back, at least %d were read", read-left, least)
	}
	if sha256.Sum256([]byte(dictionary)) != before {
		t.Error("the dictionary is another one")
	}
	for _, short := range []string{"", dictionary[:10], dictionary[100:5000], dictionary[1:]} {
		release(short)
	}
}

// What the start has read of the program's own file is given back, and what comes next
// runs.
func TestReleaseStart(t *testing.T) {
	before := fileMemory(t)
	releaseStart()
	if left := fileMemory(t); left > before*3/4 {
		t.Errorf("%d of %d KB of files are in memory still", left, before)
	}
}
