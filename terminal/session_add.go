package terminal

import (
	"bufio"
	"context"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"suyuan/source"
	"suyuan/store"
)

// Add puts figures that were missed into a document, one after the other, until no
// words are given for the next. It returns how many were stored.
func (s *Session) Add(ctx context.Context, document int64) (added int, err error) {
	s.keys = bufio.NewReader(s.In)
	for {
		stored, asked, err := s.add(ctx, document)
		if stored {
			added++
		}
		if err != nil || !asked {
			return added, err
		}
	}
}

// add asks for a figure that was missed in a document and stores it. Nothing is
// asked for where no words are given.
func (s *Session) add(ctx context.Context, document int64) (stored, asked bool, err error) {
	words := s.line("the number that was missed, or words around it, as the text has them: ")
	if words == "" {
		return false, false, nil
	}
	at, err := s.locate(ctx, document, words)
	if err != nil || at.Len() == 0 {
		return false, true, err
	}
	fmt.Fprintln(s.Out, "what it says, a line a field: indicator=高新技术企业, unit=家, kind=target, time=2025; an empty line ends")
	fields := s.given("field: ", (&store.Record{Figure: &store.Figure{}}).Fields())
	if fields == nil {
		fmt.Fprintln(s.Out, "nothing is added")
		return false, true, nil
	}
	stored, err = s.keep(ctx, func(own bool) (store.Review, error) {
		return s.Store.AddFigure(ctx, store.Addition{DocumentID: document, Span: at, Fields: fields, OwnValue: own, Note: s.note, Reviewer: s.Reviewer})
	})
	return stored, true, err
}

// mostPlaces is among how many places of the same words a reviewer is asked to choose.
const mostPlaces = 20

// locate finds the place of words in a document, and asks which one is meant where
// they stand at several; it has no length where none is. 103: 500 stands for the 500
// of line 103, unless the text has it so.
func (s *Session) locate(ctx context.Context, document int64, words string) (source.Span, error) {
	blocks, err := s.Store.Blocks(ctx, document)
	if err != nil {
		return source.Span{}, err
	}
	var b strings.Builder
	for _, block := range blocks {
		b.WriteString(block.Text)
	}
	text := b.String()
	index := source.NewIndex(text)
	places := standing(text, words)
	if line, rest, ok := strings.Cut(words, ":"); ok && len(places) == 0 {
		number, _ := strconv.Atoi(line)
		places = slices.DeleteFunc(standing(text, strings.TrimSpace(rest)), func(at source.Span) bool { return index.Line(at.Start) != number })
	}
	if len(places) == 0 || len(places) > mostPlaces {
		fmt.Fprintf(s.Out, "%s stands at %s of the document: give words around the number as they stand there, or its line in front, 103: 500\n", Clean(words), count(len(places), "place"))
		return source.Span{}, nil
	}
	for i, at := range places {
		fmt.Fprintf(s.Out, "%d  line %d  %s\n", i+1, index.Line(at.Start), s.Paint.excerpt(text, []source.Span{at}))
	}
	if len(places) == 1 {
		return places[0], nil
	}
	n, err := strconv.Atoi(s.line("which of them: "))
	if err != nil || n < 1 || n > len(places) {
		fmt.Fprintln(s.Out, "nothing is added")
		return source.Span{}, nil
	}
	return places[n-1], nil
}

// standing returns the places at which words stand in a text.
func standing(text, words string) (places []source.Span) {
	for from := 0; words != ""; {
		i := strings.Index(text[from:], words)
		if i < 0 {
			break
		}
		from += i + len(words)
		places = append(places, source.Span{Start: from - len(words), End: from})
	}
	return places
}
