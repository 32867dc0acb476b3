package extract

import (
	"suyuan/segment"
	"suyuan/source"
)

// passage is a stretch of the document that is read as one: a block's body or a
// table's cell. The recognisers mark places in its flow; all positions in it are
// bytes of flow.Text until a record is made.
type passage struct {
	block      *segment.Block
	cell       *segment.Cell // nil for a whole block
	flow       *segment.Flow
	sentences  []segment.Range
	dates      []calendar // calendar expressions, in order, not overlapping
	quantities []quantity // numerals outside the dates, in order

	facts, intents []hit // the words that tell of what was done and of what shall be, once they are asked for
	told           bool  // they have been
}

// tells returns the last words in text[from:to], as far as they bear on what stands
// at to, that tell of what was done and of what shall be; -1 for none.
func (p *passage) tells(from, to int) (past, future int) {
	if !p.told {
		p.facts, p.intents, p.told = facts.hits(p.flow.Text), meant(p.flow.Text, intents.hits(p.flow.Text)), true
	}
	_, from = p.before(from, to)
	return lastWithin(p.facts, from, to), lastWithin(p.intents, from, to)
}

// calendar is a calendar expression found in a flow.
type calendar struct {
	segment.Range
	edtf        string // "2025", "2019-04", "2016/2020", "20XX"; "" for 目前 and the like, which give no time
	first, last string // ISO days, "" where open
	rule        string
	optional    bool // 目前, 近年来, 三年: found for the ledger and for binding, not stored as a record
}

// reading is one document on its way through the extractors.
type reading struct {
	outline  *segment.Outline
	words    *segment.Words
	lexicon  *Lexicon
	passages []*passage // in the order of the text; noise and contents lines are not among them
	records  *Records
	numerals int                            // found so far, dates included
	runs     int                            // of the flows so far
	metadata map[*segment.Table][]metadatum // the tables in which a site tells of the document
}

// sentence returns the range of the sentence of p that holds byte i.
func (p *passage) sentence(i int) segment.Range {
	for _, s := range p.sentences {
		if i < s.End {
			return s
		}
	}
	return segment.Range{Start: 0, End: len(p.flow.Text)}
}

// statement returns the place of the sentence, or of the table row, that holds byte i.
func (p *passage) statement(i int) source.Span {
	if p.cell != nil {
		return p.block.Body
	}
	s := p.sentence(i)
	return p.flow.Span(s.Start, s.End)
}

// record starts a record whose span is flow.Text[i:j].
func (p *passage) record(rule string, i, j int) Record {
	return Record{
		Span:       p.flow.Span(i, j),
		Statement:  p.statement(i),
		Section:    p.block.Parent,
		Rule:       rule,
		Confidence: confidence(rule),
	}
}
