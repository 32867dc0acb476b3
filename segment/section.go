package segment

import (
	"strings"

	"suyuan/source"
)

// Title returns what a heading says, without its number, the brackets around it
// and the full stop or colon at its end.
func (b *Block) Title(d *source.Document) string {
	t := strings.TrimRight(NewFlow(d.Text, b.Body, b.Skips).Text, "。:；;：")
	for _, pair := range [...][2]string{{"【", "】"}, {"(", ")"}, {"[", "]"}, {"〔", "〕"}} {
		if inner, ok := strings.CutPrefix(t, pair[0]); ok && strings.Index(inner, pair[1]) == len(inner)-len(pair[1]) {
			return strings.TrimSuffix(inner, pair[1])
		}
	}
	return t
}
