package audit_test

import (
	"errors"
	"fmt"
	"path/filepath"
	"slices"
	"testing"

	"suyuan/audit"
	"suyuan/store"
)

func compared(t *testing.T, a, b string) []string {
	t.Helper()
	dir := folder(t, map[string]string{"a.txt": a, "b.txt": b})
	c, err := audit.New(words(t)).Diff(ctx, ingested(t, dir), filepath.Join(dir, "a.txt"), filepath.Join(dir, "b.txt"))
	if err != nil {
		t.Fatal(err)
	}
	var all []string
	for _, d := range c.Differences {
		all = append(all, fmt.Sprintf("%s %s %s", d.Turn, d.Indicator, side(d.A)+"→"+side(d.B)))
	}
	slices.Sort(all)
	return all
}

func side(r *audit.ShownRecord) string {
	if r == nil {
		return "–"
	}
	return r.Quote
}

func TestDiffVersions(t *testing.T) {
	got := compared(t,
		"潮州市科技创新“十四五”规划（征求意见稿）\n\n到2025年，高新技术企业达到250家，R&D经费投入强度达到1.0%，省级重点实验室达到12家，技术合同成交额达到20亿元，公民具备科学素质的比例达到15%，建有省级新型研发机构5家。\n",
		"潮州市科技创新“十四五”规划\n\n到2025年，高新技术企业达到220家，R&D经费投入强度达到1.2%，技术合同成交额达到20亿元，万人发明专利拥有量达到6件，全市建有5家新型研发机构。\n\n到2027年，公民具备科学素质的比例达到15%。\n")
	want := []string{
		"dropped 省级重点实验室 12→–",
		"lowered 高新技术企业 250→220",
		"moved 公民具备科学素质的比例 15→15",
		"new 万人发明专利拥有量 –→6",
		"raised R&D经费投入强度 1.0→1.2",
		"renamed 省级新型研发机构 5→5",
		"same 技术合同成交额 20→20",
	}
	if !slices.Equal(got, want) {
		t.Errorf("%q\nwant %q", got, want)
	}
}

// A city's targets beside its province's: shares by which is higher, amounts only
// where the part exceeds the whole.
func TestDiffRegions(t *testing.T) {
	got := compared(t,
		"潮州市科技创新“十四五”规划\n\n潮州市到2025年，R&D经费投入强度达到1.0%，常住人口城镇化率达到80%，高新技术企业达到250家，新型研发机构达到900家。\n",
		"广东省科技创新“十四五”规划\n\n广东省到2025年，R&D经费投入强度达到3.5%，常住人口城镇化率达到77%，高新技术企业达到60000家，新型研发机构达到350家，科技进步贡献率达到65%。\n")
	want := []string{
		"above 常住人口城镇化率 80→77",
		"below R&D经费投入强度 1.0→3.5",
		"beyond 新型研发机构 900→350",
	}
	if !slices.Equal(got, want) {
		t.Errorf("%q\nwant %q", got, want)
	}
}

func TestDiffUnknown(t *testing.T) {
	dir := folder(t, map[string]string{"a.txt": "到2025年，高新技术企业达到250家。\n"})
	_, err := audit.New(words(t)).Diff(ctx, ingested(t, dir), filepath.Join(dir, "a.txt"), "b.txt")
	if !errors.Is(err, store.ErrNoDocument) {
		t.Errorf("a document that is not stored: %v", err)
	}
}
