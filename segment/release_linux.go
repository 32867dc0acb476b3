package segment

import (
	"os"
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
