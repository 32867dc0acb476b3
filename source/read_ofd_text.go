package source

import (
	"encoding/xml"
	"strconv"
	"strings"
)

// points is how many points a millimetre has, which OFD measures in.
const points = 72 / 25.4

// textObject is the place of a text on an OFD page: where its box begins, how its
// own axes lie, and the size of its letters, all in millimetres.
type textObject struct {
	left, top float64
	axes      [6]float64
	size      float64
}

// readTextObject returns the words of a TextObject, and reads it to its end.
func readTextObject(x *xml.Decoder, e xml.StartElement) (words []word, err error) {
	o := textObject{axes: [6]float64{1, 0, 0, 1, 0, 0}, size: float(attr(e, "Size"))}
	if box := floats(attr(e, "Boundary")); len(box) > 1 {
		o.left, o.top = box[0], box[1]
	}
	if axes := floats(attr(e, "CTM")); len(axes) == 6 {
		o.axes = [6]float64(axes)
	}
	hidden := attr(e, "Visible") == "false"
	for {
		t, err := x.Token()
		if err != nil {
			return words, err
		}
		switch e := t.(type) {
		case xml.StartElement:
			if e.Name.Local != "TextCode" || hidden {
				if err := x.Skip(); err != nil {
					return words, err
				}
				continue
			}
			text, err := (&wordReader{xml: x}).chars()
			if err != nil {
				return words, err
			}
			words = append(words, o.words(e, text)...)
		case xml.EndElement:
			return words, nil
		}
	}
}

// words returns the words of a TextCode: each ends where the next character
// stands further off than beside it.
func (o *textObject) words(e xml.StartElement, text string) (words []word) {
	x, y := float(attr(e, "X")), float(attr(e, "Y"))
	right, down := deltas(attr(e, "DeltaX")), deltas(attr(e, "DeltaY"))
	var end float64 // where the last character ends
	for i, r := range []rune(strings.Trim(text, "\r\n")) {
		if i > 0 {
			x, y = x+right.next(o.size*float64(cells(string(r)))/2), y+down.next(0)
		}
		if r < ' ' {
			continue
		}
		w := o.place(string(r), x, y)
		if k := len(words) - 1; k >= 0 && w.top == words[k].top && w.left-end < 0.5*(w.bottom-w.top) && w.left >= words[k].left {
			words[k].text += w.text
			words[k].right = max(words[k].right, w.right)
		} else {
			words = append(words, w)
		}
		end = w.right
	}
	return words
}

// place returns a character that stands at x, y of the object's own axes.
func (o *textObject) place(text string, x, y float64) word {
	a := &o.axes
	left := o.left + a[0]*x + a[2]*y + a[4]
	base := o.top + a[1]*x + a[3]*y + a[5]
	wide, high := o.size*a[0]*float64(cells(text))/2, o.size*a[3]
	if wide <= 0 || high <= 0 { // it lies on its side
		wide, high = o.size, o.size
	}
	return word{text: text, left: left * points, right: (left + wide) * points, top: (base - 0.88*high) * points, bottom: (base + 0.12*high) * points}
}

// distances are those from one character to the next; "g 3 5.6" is three times 5.6.
type distances []struct {
	count int
	by    float64
}

// deltas reads DeltaX or DeltaY.
func deltas(s string) (d distances) {
	fields := strings.Fields(s)
	for i := 0; i < len(fields); i++ {
		n := 1
		if fields[i] == "g" && i+2 < len(fields) {
			n, _ = strconv.Atoi(fields[i+1])
			i += 2
		}
		d = append(d, struct {
			count int
			by    float64
		}{min(max(n, 0), 1<<20), float(fields[i])})
	}
	return d
}

// next takes the next distance, or that which is usual where none is given.
func (d *distances) next(usual float64) float64 {
	for len(*d) > 0 {
		if (*d)[0].count > 0 {
			(*d)[0].count--
			return (*d)[0].by
		}
		*d = (*d)[1:]
	}
	return usual
}

// floats reads numbers between blanks.
func floats(s string) (out []float64) {
	for _, field := range strings.Fields(s) {
		out = append(out, float(field))
	}
	return out
}

// float reads a number, 0 where it is none or beyond any page.
func float(s string) float64 {
	n, err := strconv.ParseFloat(strings.TrimSpace(s), 64)
	if err != nil || n != n || n > 1e6 || n < -1e6 {
		return 0
	}
	return n
}
