package store

import (
	"crypto/sha256"
	"strings"
	"testing"

	"suyuan/extract"
	"suyuan/intake"
	"suyuan/source"
)

// A number, a name and a date that a page number or an address tears are read again as they
// were extracted, and a value, a name or a digit that is altered is refused as ever.
func TestVerifyReadsWhatIsTorn(t *testing.T) {
	const torn = `某市2023年国民经济和社会发展统计公报

2023年，一般公共预算收入1
第4页共18页
23万元，粮食总产量达到1【推荐阅读：备考】28万吨，进出口总额增长6www.example.com.7%，固定资产投资500亿元以上，比上年有较大幅度的增长，结构也更加
— 5 —
优化，新增城镇就业1
— 12 —
00人。
责任单位：市发展和
— 6 —
改革委，市工业和信息www.example.com化局。
`
	lexicon, err := extract.LoadLexicon(nil)
	if err != nil {
		t.Fatal(err)
	}
	torned := func(text string) Entry {
		page := intake.Again(&source.Document{Name: "a.txt", Text: text, Sum: sha256.Sum256([]byte(text)), Size: int64(len(text)), MediaType: "text/plain", Encoding: "utf-8", Reader: "text/1"})
		intake.Extract([]*intake.Page{page}, lexicon, 0)
		if page.Err != nil {
			t.Fatal(page.Err)
		}
		e := page.Entry
		e.Ruleset = lexicon.Ruleset()
		return e
	}
	s := fresh(t)
	saved(t, s, torned(torn))
	for _, quote := range []string{"1\n第4页共18页\n23", "1【推荐阅读：备考】28", "市发展和\n— 6 —\n改革委", "市工业和信息www.example.com化局"} {
		if n := value(t, s, "SELECT count(*) FROM v_records WHERE quote = ?", quote); n != int64(1) {
			t.Errorf("%d records quote %q", n, quote)
		}
	}
	if faults, _ := verified(t, s); len(faults) != 1 || !faults[0].Note {
		t.Errorf("faults %v", faults)
	}
	for damage, says := range map[string]string{
		"UPDATE figures SET value = 124, value_base = 1240000 WHERE value = 123":        `its quote "1 23" is 123, stored is 124`,
		"UPDATE figures SET value = 1, value_base = 10000 WHERE value = 128":            `its quote "128" is 128, stored is 1`,
		"UPDATE figures SET value_base = 12800 WHERE value = 128":                       "128 万吨 is 1280000 吨, stored is 12800 吨",
		"UPDATE departments SET name = '市发展和体改委' WHERE name = '市发展和改革委'":                `is not the stored name "市发展和体改委"`,
		"UPDATE departments SET name = '市工业和信息www.example.com局' WHERE name LIKE '市工业%'": "is not the stored name",
	} {
		s := fresh(t)
		saved(t, s, torned(torn))
		unguarded(t, s, damage)
		told := false
		faults, _ := verified(t, s)
		for _, f := range faults {
			told = told || strings.Contains(f.Message, says)
		}
		if !told {
			t.Errorf("%s: told were %v", damage, faults)
		}
	}
	// The same with another digit, as if it had stood in the text from the beginning: what is
	// stored of the first is refused by the second.
	for old, altered := range map[string]string{"\n23万元": "\n24万元", "】28万": "】29万"} {
		s := fresh(t)
		saved(t, s, torned(torn))
		unguarded(t, s, "UPDATE blocks SET text = replace(text, '"+old+"', '"+altered+"')")
		unguarded(t, s, "UPDATE records SET quote = replace(quote, '"+strings.TrimRight(old, "万元")+"', '"+strings.TrimRight(altered, "万元")+"')")
		faults, _ := verified(t, s)
		value := false
		for _, f := range faults {
			value = value || f.Check == "value"
		}
		if !value {
			t.Errorf("%q for %q: told were %v", altered, old, faults)
		}
	}
}
