package extract

import "strings"

// behindOffice returns the place behind an office and its verb that text[i:j] begins
// with: 市交通运输局整治|公路隐患. 市政府投资项目 has no verb.
func (r *reading) behindOffice(text string, i, j int) int {
	if !hasAnyOf(text[i:j], "局", "委", "厅", "办", "队", "中心", "院") {
		return i
	}
	at := r.place(text[i:j])
	if at == 0 {
		return i
	}
	n := r.lexicon.offices().at(text[i+at : j])
	if n <= len("委") || strings.HasSuffix(text[:i+at+n], "政府") {
		return i
	}
	w := r.lexicon.figureWords
	k := i + at + n
	if w.verbs.at(text[k:j]) > 0 {
		x := r.words.Cut(nil, text[k:j])[0]
		if w.verbs.has(text[k:k+x.End]) && k+x.End < j {
			return w.trimHeads(w.heads, text, k+x.End, j)
		}
	}
	if k = w.trimHeads(w.heads, text, k, j); k > i+at+n && k < j {
		return k
	}
	return i
}
