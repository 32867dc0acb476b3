package extract

import "strings"

// footing is what the words around a name say of it.
type footing struct {
	governed bool // a verb in front governs it
	carried  bool // it is set up, moved on, carried out or done
	done     bool // it stands: …获批, …建成通车
	moved    bool // without a verb in front, a verb behind moves it on: …开工建设
	subject  bool // without a verb in front, it does or has something: …具备通水条件
	upgraded bool // it becomes something better: …创建国家级高新区
	improved bool // a verb in front improves it: 完善…
	entry    bool // it is all of a box's entry or a cell
}

func (n *namer) footing(t item, m gauged) footing {
	f := footing{
		governed: n.force != "" && n.force != "other",
		done:     n.force == "done" || len(n.after) > 0 && n.finished(n.after[0]),
		moved:    n.force == "" && (n.behind("create") || n.behind("push")),
		subject:  n.force == "" && (n.next.End > 0 || t.shut) && !t.owned,
		improved: n.force == "improve",
		entry:    n.setting.listing || n.setting.entry && (n.setting.box || n.setting.cell || n.setting.funded || n.setting.status != ""),
	}
	switch n.next.text {
	case "创建", "成功创建", "升级", "晋升":
		f.upgraded = true
	}
	leans := n.force == "lean" || n.force == "improve"
	f.carried = f.done || n.closed() || f.governed && !leans || leans && n.behind("create") || f.moved && (m.proper || m.owner)
	return f
}

// behind reports whether the first verb behind the items has the force.
func (n *namer) behind(force string) bool {
	return len(n.after) > 0 && n.after[0].verb.force == force
}

// costed reports whether an item stands behind the one sum that it costs: 总投资21.2亿元的….
func (n *namer) costed(t item) bool {
	before := n.text[:t.tokens[0].Start]
	if !t.owned || !hasAnySuffix2(before, "亿元的", "万元的") {
		return false
	}
	sum := lastRunes(before, 16)
	i := strings.LastIndex(sum, "总投资")
	return i >= 0 && strings.Trim(sum[i+len("总投资"):], "0123456789.亿万元的约近") == ""
}

// priced reports whether what a project costs stands right behind head.
func (n *namer) priced(head token) bool {
	return hasAnyPrefix(n.text[head.End:], "总投资", "计划总投资", "概算总投资")
}

// enlarges reports whether a verb in front says what is done to the one house: 扩建.
func (n *namer) enlarges() bool {
	return len(n.verbs) > 0 && hasAnySuffix2(n.verbs[len(n.verbs)-1].text, "扩建", "迁建", "新建", "改建")
}

// starts reports whether work on it begins: …通道年内开工.
func (n *namer) starts() bool {
	return len(n.after) > 0 && containsAny(n.after[0].text, "开工", "动工")
}

// counted reports whether a count stands right behind head, of which it is a class.
func (n *namer) counted(head token) bool {
	rest := n.text[head.End:]
	return strings.TrimLeft(rest, "0123456789") != rest
}
