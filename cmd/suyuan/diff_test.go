package main

import (
	"strings"
	"testing"
)

func TestDiff(t *testing.T) {
	dir := folder(t, map[string]string{
		"draft.txt": "到2025年，高新技术企业达到250家，省级重点实验室达到12家。\n",
		"final.txt": "到2025年，高新技术企业达到220家。\n",
	})
	suyuan(t, dir, "", "diff", "draft.txt", "final.txt").expect(t, 2, "suyuan.db")
	suyuan(t, dir, "", "ingest", ".").expect(t, 0)
	r := suyuan(t, dir, "", "diff", "draft.txt", "final.txt")
	r.expect(t, 1, "1 lowered, 1 dropped")
	for _, want := range []string{"lowered “高新技术企业”2025年目标下调：250家→220家", "A 第1行", "高新技术企业达到【220】家", "dropped “省级重点实验室”"} {
		if !strings.Contains(r.out, want) {
			t.Errorf("%q is not in\n%s", want, r.out)
		}
	}
	suyuan(t, dir, "", "diff", "draft.txt", "draft.txt").expect(t, 0)
	suyuan(t, dir, "", "diff", "draft.txt", "other.txt").expect(t, 2, "other.txt")
	suyuan(t, dir, "", "diff", "draft.txt").expect(t, 2)
	if r := suyuan(t, dir, "", "diff", "--json", "draft.txt", "final.txt"); !strings.Contains(r.out, `"turn":"lowered"`) || !strings.Contains(r.out, `"evidence":[{"role":`) {
		t.Errorf("%s", r.out)
	}
}
