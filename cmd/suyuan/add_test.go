package main

import (
	"strings"
	"testing"
)

const missedText = "某市科技创新规划\n“十三五”以来，我市举办了三届创新创业大赛。三届赛事均有一批企业参赛。\n到2025年，高新技术企业达到600家。\n"

// Figures that were missed are put in by the words around them; where these stand at
// several places the reviewer chooses, and a value that the quote does not say is the
// reviewer's own.
func TestAddCommand(t *testing.T) {
	dir := folder(t, map[string]string{"a.txt": missedText})
	suyuan(t, dir, "", "ingest", "a.txt").expect(t, 0)
	add := func(lines string) result {
		return suyuan(t, dir, lines, "review", "--reviewer", "王", "--add", "a.txt")
	}
	r := add("举办了三届\nindicator=创新创业大赛\nunit=届\nplace=x\nvalue=x\n\n")
	r.expect(t, 0)
	r.has(t, "1  line 2  ", "我市«举办了三届»", "place is no field", "x is no number", "added 补录")
	reviewed := suyuan(t, dir, "", "export", "--format", "reviews").out
	if !strings.Contains(reviewed, `"创新创业大赛"`) || !strings.Contains(reviewed, `"quote":"三"`) {
		t.Errorf("%s", reviewed)
	}
	r = add("三届\n2\nindicator=赛事\nunit=届\nvalue=4\n\ny\n")
	r.expect(t, 0)
	r.has(t, "1  line 2", "2  line 2", "which of them", "is it your own value?", "added 补录")
	r = add("三届\n9\n600\nindicator=企业\n\n啊\n600\n\n")
	r.expect(t, 1, "nothing was added")
	r.has(t, "nothing is added", "there is a figure at this place already", "啊 stands at 0 places", "nothing is added")
	if r := add("9: 三届\n2: 一批\nindicator=企业\nunit=批\n\n"); r.status != 0 || !strings.Contains(r.out, "9: 三届 stands at 0 places") {
		t.Errorf("by its line: status %d: %s%s", r.status, r.out, r.messages)
	}
	suyuan(t, dir, "", "review", "--reviewer", "王", "--add", "b.txt").expect(t, 1, "no such document")
	suyuan(t, dir, "", "review", "--add", "a.txt", "--gone").expect(t, 2)
	suyuan(t, dir, "", "verify").expect(t, 0)
}

// In a session the key a adds to the document on the screen, and u takes it back.
func TestAddInSession(t *testing.T) {
	dir := folder(t, map[string]string{"a.txt": missedText})
	suyuan(t, dir, "", "ingest", "a.txt").expect(t, 0)
	r := suyuan(t, dir, "a\n举办了三届\nindicator=创新创业大赛\n\nu\nq", "review", "--reviewer", "王", "--type", "figure")
	r.expect(t, 0)
	r.has(t, "«600»", "added 补录", "undone 撤销", "«600»")
	if n := strings.Count(suyuan(t, dir, "", "export", "--format", "reviews").out, "\n"); n != 2 {
		t.Errorf("%d reviews", n)
	}
}
