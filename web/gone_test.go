package web

import (
	"strings"
	"testing"

	"suyuan/store"
)

// What was judged and is not in the database now is listed: with its place where
// the text is stored, else with its sentence alone.
func TestGonePage(t *testing.T) {
	s := audited(t, library(t, map[string]string{
		"a.txt": "一、目标\n到2025年，高新技术企业达到600家。<b>\n",
		"b.txt": "高新技术企业由2015年的100家增加到2020年的150家，增长40%。\n"}))
	base, c := served(t, s, Options{Reviewer: "王芳"}), client(t)
	if _, body := ask(t, c, base, asked{method: "GET", path: "/"}); strings.Contains(body, "/gone") {
		t.Error("the list of documents leads to verdicts that are not gone")
	}
	a, err := s.Document(ctx, "a.txt")
	if err != nil {
		t.Fatal(err)
	}
	b, err := s.Document(ctx, "b.txt")
	if err != nil {
		t.Fatal(err)
	}
	var finding string
	if err := (&Site{store: s}).ask(ctx, scanInto(&finding), "SELECT finding_key FROM v_findings"); err != nil || finding == "" {
		t.Fatal(finding, err)
	}
	judge := func(j store.Judgement) {
		j.Reviewer = "王芳"
		if _, err := s.Judge(ctx, j); err != nil {
			t.Fatal(err)
		}
	}
	for r, err := range s.Records(ctx, store.Filter{DocumentID: a.ID, Types: []string{"figure"}}) {
		if err != nil {
			t.Fatal(err)
		}
		judge(store.Judgement{RecordKey: r.Key, Verdict: store.Doubtful, Note: "<i>再查</i>"})
	}
	judge(store.Judgement{FindingKey: finding, Verdict: store.Real})
	if err := s.ReplaceFindings(ctx, b, nil); err != nil {
		t.Fatal(err)
	}
	if _, err := s.Forget(ctx, "a.txt"); err != nil {
		t.Fatal(err)
	}
	if _, body := ask(t, c, base, asked{method: "GET", path: "/"}); !strings.Contains(body, `<a href="/gone">2 `) {
		t.Error("the list of documents does not lead to the verdicts that are gone")
	}
	_, body := ask(t, c, base, asked{method: "GET", path: "/gone"})
	for _, text := range []string{"<b>600</b>", "高新技术企业达到600家", "&lt;i&gt;再查&lt;/i&gt;", "王芳", `href="/documents/2" data-open`} {
		if !strings.Contains(body, text) {
			t.Errorf("the page lacks %q", text)
		}
	}
	if n := strings.Count(body, "data-open"); n != 1 || strings.Contains(body, "<i>再查") {
		t.Errorf("%d places of two verdicts, of which one has a text:\n%s", n, body)
	}
}
