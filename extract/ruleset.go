package extract

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
)

// Version is the version of the rules as code. It is raised with every change
// that may change a record.
const Version = 6

// Ruleset returns the hash over the rules and the word lists: records with the
// same one were made by the same rules.
func (l *Lexicon) Ruleset() string { return l.ruleset }

// ruleset is Ruleset for the hash of the word lists.
func ruleset(lists []byte) string {
	h := sha256.New()
	fmt.Fprintf(h, "%d\x00%x\x00", Version, lists)
	for _, r := range Rules() {
		fmt.Fprintf(h, "%s\x00%s\x00%s\x00%g\x00", r.Name, r.Makes, r.Doc, r.Confidence)
	}
	return hex.EncodeToString(h.Sum(nil))[:16]
}
