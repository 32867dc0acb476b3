package extract

import (
	"strings"

	"suyuan/segment"
)

// abreast puts what a first change was one of behind whom the second is for: 双缴存家庭贷款额度由50万元
// 提高至70万元，单缴存职工由40万元提高至50万元 names 单缴存职工贷款额度.
func (x binder) abreast(left string, own name) name {
	now := x.now
	if len(own) != 1 || own[0].implied != "" || len(now.name) != 1 || now.name[0].implied != "" || now.last == nil || !hasAnySuffix2(left, "由", "从") {
		return own
	}
	w := x.lexicon.grantWords
	if hasAnySuffix(own.String(), w.payees...) == "" {
		return own
	}
	for _, list := range [][]string{w.limits, w.soft} {
		word := suffixOf(now.name.String(), list)
		if word == "" || strings.Contains(own.String(), word) {
			continue
		}
		at := now.name[0].at
		return append(own, part{p: now.name[0].p, at: segment.Range{Start: at.End - len(word), End: at.End}})
	}
	return own
}
