package store

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"

	"suyuan/source"
)

// Key returns the record_key of a record: a hash of its type, the SHA-256 of the
// text and its span in bytes. A record found again at the same place of the same
// text has the same key, whatever its fields are and whichever rule made it.
func Key(recordType string, text [32]byte, span source.Span) string {
	sum := sha256.Sum256(fmt.Appendf(nil, "%s %x %d %d", recordType, text, span.Start, span.End))
	return hex.EncodeToString(sum[:8])
}
