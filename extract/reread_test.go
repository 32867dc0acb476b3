package extract

import (
	"fmt"
	"testing"
)

func TestReadValue(t *testing.T) {
	for quote, want := range map[string]string{
		"600": "600", "1.77": "1.77", "1,200": "1200", "３．０": "3", "1-2": "1 2", "4.1%-5%": "4.1 5", "10—15": "10 15", "3至5": "3 5", "3000元至1万": "3000 10000", "5000万元至1亿": "5000 10000", "1亿元至5": "1 5",
		"十五": "15", "三千五百": "3500", "一点五": "1.5", "百分之六十": "60", "三成": "30", "-3.27": "3.27", "1/3": "0.3333333333333333", "三分之一": "0.3333333333333333",
		"翻一番": "2", "翻两番": "4", "翻兩番": "4", "數十": "10", "兩萬三千": "23000", "1万3432": "13432", "2万500": "20500", "1万8": "none", "2亿3000": "23000", "零的突破": "1", "全覆盖": "100", "数十": "10", "上百": "100", "数百": "100", "百": "100", "千": "1000", "百家": "none", "数": "none", "上市": "none", "2∶1": "2", "2 000": "2000",
		"": "none", "家": "none", "600家": "none", "6-": "none", "三五": "3 5", "一两": "1 2", "七八十": "70 80", "十七八": "17 18", "一百二三十": "120 130", "两三千": "2000 3000", "七八成": "70 80", "百分之七八十": "70 80", "二〇": "20", "二五": "25", "三四五": "345", "一百零五": "105", "二〇二三": "2023", "1-2-3": "none", "第": "none", "5G": "none",
	} {
		v, last, ok := ReadValue(quote)
		got := fmt.Sprint(v)
		if last != nil {
			got += fmt.Sprint(" ", *last)
		}
		if !ok {
			got = "none"
		}
		if got != want {
			t.Errorf("%q: %s, want %s", quote, got, want)
		}
	}
}

func TestReadBase(t *testing.T) {
	l, err := LoadLexicon(nil)
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct{ quote, unit, want string }{
		{"7.5", "亿元", "7.5e+08 元 true"},
		{"1.1", "亿", "1.1e+08  true"},
		{"1.2", "万亿元", "1.2e+12 元 true"},
		{"600", "家", "600 家 true"},
		{"千", "亿元", "1e+11 元 true"},
		{"3", "", "3  true"},
		{"3", "不详之物", "0  false"},
		{"三", "亿元人", "0  false"},
	} {
		v, _, base, ok := l.ReadBase(c.quote, c.unit)
		if got := fmt.Sprint(v, " ", base, " ", ok); got != c.want {
			t.Errorf("%s %s: %s, want %s", c.quote, c.unit, got, c.want)
		}
	}
}
