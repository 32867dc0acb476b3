package source

import (
	"fmt"
	"os"
	"path/filepath"
	"sync"
)

// folderNames is the pattern of the private folders' names.
const folderNames = "suyuan-reading-*"

// newFolder makes a private folder, and locks it as long as this process needs
// it. A process that was killed leaves its folder behind, with nobody's lock.
func newFolder(lock func(folder string) (release func(), ok bool)) (folder string, release func(), err error) {
	for range 3 { // another process may sweep the folder away before it is locked
		if folder, err = os.MkdirTemp("", folderNames); err != nil {
			return "", nil, err
		}
		release, ok := lock(folder)
		if _, err = os.Stat(folder); err == nil && ok {
			return folder, release, nil
		}
		release()
		os.RemoveAll(folder)
	}
	return "", nil, fmt.Errorf("lock a folder in %s, three times in vain", os.TempDir())
}

// sweepFolders sweeps once a process.
var sweepFolders = sync.OnceFunc(sweep)

// sweep removes the folders that nobody locks.
func sweep() {
	left, _ := filepath.Glob(filepath.Join(os.TempDir(), folderNames))
	for _, folder := range left {
		if release, ok := lockFolder(folder); ok {
			os.RemoveAll(folder)
			release()
		}
	}
}
