package segment

import (
	"strings"
	"testing"

	"suyuan/source"
)

func TestCheck(t *testing.T) {
	if err := Check(&source.Document{Text: strings.Repeat("甲\n", MaxLines)}); err != nil {
		t.Error(err)
	}
	if err := Check(&source.Document{Text: strings.Repeat("甲\n", MaxLines+1)}); err == nil || !strings.Contains(err.Error(), "300001 lines") {
		t.Errorf("the error is %v", err)
	}
}
