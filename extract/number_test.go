package extract

import (
	"math/big"
	"testing"
)

// TestReadNumber reads one value in its many spellings.
func TestReadNumber(t *testing.T) {
	for _, c := range []struct {
		text, value, multiplier string
		end                     int // bytes read, 0 for the whole text without the multiplier
	}{
		{"1200", "1200", "", 0}, {"1,200", "1200", "", 0}, {"12,345,678", "12345678", "", 0}, {"1 086", "1086", "", 0},
		{"1.77亿", "1.77", "亿", 0}, {"1.2万亿", "1.2", "万亿", 0}, {"300万", "300", "万", 0}, {"1/3", "1/3", "", 0},
		{"三千五百", "3500", "", 0}, {"一点五亿", "1.5", "亿", 0}, {"一点五万亿", "1.5", "万亿", 0}, {"一百万", "100", "万", 0},
		{"十二", "12", "", 0}, {"廿五", "25", "", 0}, {"两千", "2000", "", 0}, {"一千零一", "1001", "", 0}, {"二〇二五", "2025", "", 0},
		{"三分之一", "1/3", "", 0}, {"百分之六十", "60", "", 0}, {"百分之零点九", "0.9", "", 0}, {"千分之三", "3", "", 0}, {"万分之五", "5", "", 0}, {"万分之65", "65", "", 0}, {"百分之30.5", "30.5", "", 0},
		{"一亿三千万", "13000", "万", 0}, {"三万亿", "3", "万亿", 0}, {"1.2.3", "1", "", 1}, {"6/10万", "6", "", 1},
		{"12，345", "12", "", 2}, {"二〇亿", "20", "亿", 0}, {"三五万", "3", "万", 0}, {"五六亿", "5", "亿", 0}, {"一千零二十三", "1023", "", 0},
	} {
		n, ok := readNumber(c.text, 0)
		want, _ := new(big.Rat).SetString(c.value)
		end := c.end
		if end == 0 {
			end = len(c.text) - len(c.multiplier)
		}
		if !ok || n.value.Cmp(want) != 0 || n.multiplier != c.multiplier || n.end != end {
			t.Errorf("%s: %v %q to %d (%v), want %s %q to %d", c.text, n.value, n.multiplier, n.end, ok, c.value, c.multiplier, end)
		}
	}
	for _, text := range []string{"万人", "百姓", "千家万户", "亿元", "数", "第"} {
		if n, ok := readNumber(text, 0); ok {
			t.Errorf("%s: read %v, want none", text, n.value)
		}
	}
}

// quantitiesOf scans a text of its own.
func quantitiesOf(t *testing.T, text string) []quantity {
	t.Helper()
	lexicon, err := LoadLexicon(nil)
	if err != nil {
		t.Fatal(err)
	}
	s := scanner{text: text, units: lexicon.units()}
	return s.scan()
}

// TestQuantity reads the number, its comparator and its unit, or why it is none.
func TestQuantity(t *testing.T) {
	for _, c := range []struct {
		text, quote, comparator, unit, aside string
	}{
		{"达到600家以上", "600", ">=", "家", ""}, {"超过了3家", "3", ">", "家", ""}, {"不低于60%", "60", ">=", "%", ""}, {"最高不超过200万元", "200", "<=", "万元", ""},
		{"由-2.3%", "-2.3", "=", "%", ""}, {"从-12%转", "-12", "=", "%", ""}, {"中国-2.3%", "2.3", "=", "%", ""}, {"10亿元级企业", "10", "=", "亿元", asideCount}, {"约10万平方米", "10", "~", "万平方米", ""}, {"6600余万元", "6600", ">", "万元", ""}, {"101万余平方米", "101", ">", "万平方米", ""}, {"30多个", "30", ">", "个", ""},
		{"二十余个", "二十", ">", "个", ""}, {"一两家企业", "一两", "=", "家", ""}, {"三五个", "三五", "=", "个", ""}, {"五六亿元", "五六", "=", "亿元", ""}, {"三五年", "三五", "=", "年", asideDuration}, {"四成", "四成", "=", "%", ""}, {"百分之六十以上", "百分之六十", ">=", "%", ""}, {"4.1%-5%", "4.1%-5%", "=", "%", ""},
		{"1-2个", "1-2", "=", "个", ""}, {"3%至5%", "3%至5%", "=", "%", ""}, {"15到20家", "15到20", "=", "家", ""}, {"545~550千瓦", "545~550", "=", "千瓦", ""},
		{"2.14件/万人", "2.14", "=", "件/万人", ""}, {"300元/平方公里", "300", "=", "元/平方公里", ""}, {"150名(个)", "150", "=", "名(个)", ""}, {"50人年", "50", "=", "人年", ""},
		{"7400 m²", "7400", "=", "m²", ""}, {"3.61亿，", "3.61", "=", "亿", ""}, {"数十家", "数十", ">", "家", ""}, {"上百个", "上百", ">=", "个", ""}, {"7.9/10万", "7.9", "=", "/10万", ""},
		{"为-3.2‰", "-3.2", "=", "‰", ""}, {"20万人次以上", "20", ">=", "万人次", ""},
		{"5G网络", "5", "=", "", asideName}, {"2+N产业", "2", "=", "", asideName}, {"“1123”工作思路", "1123", "=", "", asideName}, {"GB/T 1234标准", "1234", "=", "", asideName},
		{"〔2024〕6号", "2024", "=", "", asideNumber}, {"为期3年", "3", "=", "年", asideDuration}, {"第72次会议", "72", "=", "", asideOrdinal},
	} {
		got := quantitiesOf(t, c.text)
		if len(got) == 0 {
			t.Errorf("%s: nothing found", c.text)
			continue
		}
		q := got[0]
		if quote := c.text[q.Start:q.End]; quote != c.quote || q.aside != c.aside || c.aside == "" && (q.comparator != c.comparator || q.unit != c.unit) {
			t.Errorf("%s: %q %s %q aside %q, want %q %s %q aside %q", c.text, quote, q.comparator, q.unit, q.aside, c.quote, c.comparator, c.unit, c.aside)
		}
	}
	for _, text := range []string{"统一部署", "四川", "一流", "附近", "万众一心", "百姓", "千方百计"} {
		for _, q := range quantitiesOf(t, text) {
			if q.aside == "" {
				t.Errorf("%s: read %v, want none", text, q.value)
			}
		}
	}
}

// TestRange reads no minus sign into a dash.
func TestRange(t *testing.T) {
	q := quantitiesOf(t, "比重达1.8%-2.0%")[0]
	if v, _ := q.value.Float64(); v != 1.8 || q.max == nil {
		t.Fatalf("value %v max %v, want 1.8 and 2", q.value, q.max)
	}
	if v, _ := q.max.Float64(); v != 2 {
		t.Errorf("max %v, want 2", v)
	}
}

// TestBaseValue computes in decimal: 1.1 亿 is 110000000.
func TestBaseValue(t *testing.T) {
	f := &Figure{}
	f.setValues(&quantitiesOf(t, "1.1亿元")[0], false)
	if f.ValueBase != 110000000 {
		t.Errorf("1.1 亿元 is %v 元, want 110000000", f.ValueBase)
	}
}
