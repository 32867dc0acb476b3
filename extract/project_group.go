package extract

import (
	"strings"

	"suyuan/segment"
	"suyuan/source"
)

// group is what a heading or a label says of the projects that are listed below or
// behind it: 二、在建项目, 储备项目：. Its places are those of the text it stands in.
type group struct {
	listed bool // they are named one after the other, without a verb
	class  segment.Range
	status string // "" where it says nothing of it
	stage  segment.Range
}

// grouping is what a list of projects is called.
var grouping = Expression(`^(?:“十[一二三四五六]五”(?:期间|时期)?|\d{4}年度?|全[省市县区州]|\p{Han}{2,6}[省市县州])?(?:(?<stage>计划(?:新?开工|实施)|(?:计划|预计|拟)(?:建成|竣工|完工|投产)|拟(?:新?开工|建)|已(?:建成|竣工|完工|投产|开工)|建成|竣工|完工|投产|续建|在建|结转|新开工|新建|储备|谋划|前期|预备)(?:投产|投用|完工|验收|推进|实施|建设|开工|工作|类|阶段)?(?:重点|重大)?|重点|重大|骨干)(?:\p{Han}{0,6}?)(?<class>项目|工程)(?:清单|名单|名录|一览表|表|库)?(?:[(（]?(?:共|计)?\d+[个项][)）]?)?$`)

// groupStages are the words by which it says how far they are. A plan's 计划竣工项目
// are being built.
var groupStages = []struct{ word, status string }{
	{"计划建成", "ongoing"}, {"计划竣工", "ongoing"}, {"计划完工", "ongoing"}, {"计划投产", "ongoing"}, {"预计", "ongoing"},
	{"拟建成", "ongoing"}, {"拟竣工", "ongoing"}, {"拟完工", "ongoing"}, {"拟投产", "ongoing"},
	{"已开工", "ongoing"}, {"续建", "ongoing"}, {"在建", "ongoing"}, {"结转", "ongoing"},
	{"建成", "done"}, {"竣工", "done"}, {"完工", "done"}, {"投产", "done"},
}

// groupOf reads a heading or a label.
func groupOf(text string) group {
	if len(text) > 90 || !strings.Contains(text, "项目") && !strings.Contains(text, "工程") {
		return group{}
	}
	text = strings.TrimRight(text, ":：。 ")
	m := grouping().FindStringSubmatchIndex(text)
	if m == nil {
		return group{}
	}
	g := group{listed: true, class: segment.Range{Start: m[4], End: m[5]}}
	if m[2] < 0 {
		return g
	}
	g.status, g.stage = "planned", segment.Range{Start: m[2], End: m[3]}
	for _, s := range groupStages {
		if strings.Contains(text[m[2]:m[3]], s.word) {
			g.status = s.status
			break
		}
	}
	return g
}

// above returns what the headings above a block say of the projects below them, the
// nearest first, with the place of their words in the document.
func (f *projectFinder) above(parent *segment.Block) (group, source.Span) {
	if f.parent != parent {
		f.parent, f.headed, f.stage = parent, group{}, source.Span{}
		for b := parent; b != nil && !f.headed.listed; b = b.Parent {
			f.headed = groupOf(f.outline.Quote(b.Body))
			f.stage = source.Span{Start: b.Body.Start + f.headed.stage.Start, End: b.Body.Start + f.headed.stage.End}
		}
	}
	return f.headed, f.stage
}

// labelled returns what the label of a sentence says of them: 在建项目：….
func (f *projectFinder) labelled(p *passage, s segment.Range) group {
	text := p.flow.Text[s.Start:min(s.End, s.Start+90)]
	colon := strings.IndexByte(text, ':')
	if colon < 0 {
		return group{}
	}
	from := sectionLen(text[:colon])
	g := groupOf(text[from:colon])
	for _, at := range [...]*segment.Range{&g.class, &g.stage} {
		at.Start, at.End = at.Start+s.Start+from, at.End+s.Start+from
	}
	return g
}
