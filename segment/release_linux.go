package segment

import (
	"fmt"
	"os"
	"reflect"
	"strings"
	"sync"
	"unsafe"

	"golang.org/x/sys/unix"
)

// release gives the memory back that a text of the program's own file takes by
// having been read. Who reads it again finds it where it was.
func release(text string) {
	page := uintptr(os.Getpagesize())
	start := uintptr(unsafe.Pointer(unsafe.StringData(text)))
	skip := -start & (page - 1)
	if n := (uintptr(len(text)) - skip) &^ (page - 1); skip < uintptr(len(text)) {
		_ = unix.Madvise(unsafe.Slice(unsafe.StringData(text), len(text))[skip:skip+n], unix.MADV_DONTNEED)
	}
}

// releaseStart gives the memory back, once, that the program's own file takes by what
// has been read and run of it so far: most of it only the start asks for.
var releaseStart = sync.OnceFunc(func() {
	code, data := reflect.ValueOf(release).Pointer(), uintptr(unsafe.Pointer(unsafe.StringData(dictionary)))
	maps, _ := os.ReadFile("/proc/self/maps") // without it nothing is given back
	for line := range strings.Lines(string(maps)) {
		var from, to uintptr
		var access string
		if n, _ := fmt.Sscanf(line, "%x-%x %s", &from, &to, &access); n < 3 || strings.Contains(access, "w") {
			continue
		}
		if from <= code && code < to || from <= data && data < to {
			_, _, _ = unix.Syscall(unix.SYS_MADVISE, from, to-from, unix.MADV_DONTNEED)
		}
	}
})
