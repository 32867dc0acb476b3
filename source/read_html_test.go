package source_test

import (
	"errors"
	"strings"
	"testing"

	"golang.org/x/text/encoding/simplifiedchinese"

	"suyuan/source"
)

const page = `<!DOCTYPE html>
<html><head><meta charset="utf-8"><title>某市人民政府关于印发某市养老服务规划的通知_某市人民政府网站</title>
<style>p{color:red}</style><script>var a = "到2025年，达到100家。";</script></head>
<body>
<div class="top"><a href="/">首页</a><a href="/zw">政务公开</a><a href="/hd">互动</a><a href="/bs">办事</a> 今天是2024年3月1日</div>
<div class="crumb">当前位置：<a>首页</a> &gt; <a>政策</a> &gt; <a>正文</a></div>
<table class="meta"><tr><td>索 引 号：</td><td>0112-2022-1</td><td>发文机关：</td><td>某市人民政府</td></tr>
<tr><td>发文字号：</td><td>某府〔2022〕5号</td><td>成文日期：</td><td>2022年1月5日</td></tr></table>
<div class="wrap"><div class="left"><ul><li><a>推荐阅读一</a></li><li><a>推荐阅读二</a></li><li><a>推荐阅读三</a></li></ul></div>
<div class="main"><div class="content">
<p>&nbsp;&nbsp;&nbsp;&nbsp;各县（市、区）人民政府：</p>
<p><strong>一、发展目标</strong></p>
<p><b>（一）</b><b>总体目标。</b>到<span>2025</span>年，全市养老床位达到
  <em>1.2</em>万张以上，人均面积达到30m<sup>2</sup>。<br>其中护理型床位占<span style="display: none">广告</span>55%。</p>
<table border=1><tr><td colspan="4">表1 主要指标</td></tr>
<tr><td rowspan=2>序号</td><td rowspan=2>指标</td><td colspan=2>年份</td></tr><tr><td>2020年</td><td>2025年</td></tr>
<tr><td>1</td><td><p>养老床位</p><p>（万张）</p></td><td>0.8</td><td>1.2</td></tr>
<tr><td colspan=4>约束性指标</td></tr>
<tr><td>2</td><td>护理型床位占比|%</td><td></td><td><b>55</b></td></tr></table>
<ul><li>加强领导，落实责任。</li></ul>
</div><div class="share">分享到：<a>微信</a><a>微博</a><a>QQ</a></div></div></div>
<div class="footer">主办单位：某市人民政府办公室　备案号：某ICP备05017633号</div>
</body></html>`

const pageText = `索引号：0112-2022-1
发文机关：某市人民政府
发文字号：某府〔2022〕5号
成文日期：2022年1月5日
# 某市人民政府关于印发某市养老服务规划的通知
各县（市、区）人民政府：
**一、发展目标**
**（一）总体目标。**到2025年，全市养老床位达到 1.2万张以上，人均面积达到30m²。
其中护理型床位占55%。
表1 主要指标
| 序号 | 指标 | 年份 | 年份 |
| | | 2020年 | 2025年 |
| --- | --- | --- | --- |
| 1 | 养老床位 （万张） | 0.8 | 1.2 |
| 约束性指标 | | | |
| 2 | 护理型床位占比｜% | | 55 |
- 加强领导，落实责任。
`

func TestWebPage(t *testing.T) {
	d, err := source.ReadBytes("a.txt", []byte(page))
	if err != nil {
		t.Fatal(err)
	}
	if d.Text != pageText {
		t.Errorf("got\n%s\nwant\n%s", d.Text, pageText)
	}
	if d.MediaType != "text/html" || d.Reader != "html/1" || d.Encoding != "utf-8" || d.Size != int64(len(page)) {
		t.Errorf("%+v", d)
	}
}

// The encoding that a page declares is honoured, and one that it declares wrongly is not.
func TestWebPageEncodings(t *testing.T) {
	short := func(charset string) string {
		return `<html><head><meta http-equiv="Content-Type" content="text/html; charset=` + charset + `"></head><body><p>潮州市</p></body></html>`
	}
	for _, c := range []struct {
		name, page, text string
	}{
		{"gb18030", string(encode(t, simplifiedchinese.GBK, short("gb2312"))), "潮州市\n"},
		{"utf-8", short("gb2312"), "潮州市\n"},
		{"utf-16le", string(encode(t, utf16le, page)), pageText},
		{"gb18030", string(encode(t, simplifiedchinese.GB18030, page)), pageText},
	} {
		d, err := source.ReadBytes("a.html", []byte(c.page))
		if err != nil || d.Text != c.text || d.Encoding != c.name || d.Doubt != "" {
			t.Errorf("%s: %v, %+v", c.name, err, d)
		}
	}
}

func TestWhatIsNoWebPage(t *testing.T) {
	for _, text := range []string{"到2025年<br>达到600家", "<1>到2025年", "<table><tr><td>1</td><td>2</td></tr></table>", "# 规划\n<table><tr><td>1</td></tr></table>", "<", "<?xml", "<!--"} {
		d, err := source.ReadBytes("a.html", []byte(text))
		if err != nil || d.Text != text {
			t.Errorf("%q was read as %s: %v", text, d.Reader, err)
		}
	}
	if _, err := source.ReadBytes("a.html", []byte("<html><body><script>1</script></body></html>")); !errors.Is(err, source.ErrBlank) {
		t.Errorf("a page without text: %v", err)
	}
}

// A page without sentences, one that is one table, and one built of tables.
func TestOddWebPages(t *testing.T) {
	for _, c := range []struct{ page, want string }{
		{"<html><body><h2>任务</h2><div>新建学校3所</div></body></html>", "## 任务\n新建学校3所\n"},
		{"<!-- saved --><!doctype html>\n<table><tr><th>指标<th>2025年<tr><td>床位<td>5</table>", "| 指标 | 2025年 |\n| --- | --- |\n| 床位 | 5 |\n"},
		{"<html><body><table><tr><td><a>首页</a><a>政务</a><a>公开</a></td></tr><tr><td><table><tr><td><p>到2025年，床位达到5万张。</p><p>到2026年，达到6万张。</p></td></tr></table></td></tr></table></body></html>",
			"到2025年，床位达到5万张。\n到2026年，达到6万张。\n"},
		{"<html><body><table><tr><th colspan=2 style='" + strings.Repeat("x", 2000) + "'>指标<th>2025年<tr><td>床位<td>护理<td>5</table><p hidden title='" + strings.Repeat("y", 2000) + "'>广告</p><script>" + strings.Repeat("z", 2000) + "</script><!--" + strings.Repeat("<p>1", 500) + "-->",
			"| 指标 | 指标 | 2025年 |\n| --- | --- | --- |\n| 床位 | 护理 | 5 |\n"},
		{"<html><head><title>某县政府工作报告</title></head><body><p>各位代表：</p><p>现在，报告工作。</p></body></html>", "# 某县政府工作报告\n各位代表：\n现在，报告工作。\n"},
	} {
		d, err := source.ReadBytes("a.html", []byte(c.page))
		if err != nil || d.Text != c.want {
			t.Errorf("%v\ngot\n%s\nwant\n%s", err, d.Text, c.want)
		}
	}
}

func TestHostileWebPages(t *testing.T) {
	for name, page := range map[string]string{
		"deep":     "<html>" + strings.Repeat("<div>", 100000) + "到2025年。",
		"tables":   "<html>" + strings.Repeat("<table><tr><td>", 300) + "到2025年。" + strings.Repeat("<td>1", 50000),
		"spans":    "<html><table>" + strings.Repeat("<tr><td colspan=60 rowspan=99999>1<td>2", 20000) + "</table>",
		"brackets": "<html>" + strings.Repeat("<", 1<<20),
		"entities": "<html>" + strings.Repeat("&amp;&#x10ffff;&nbsp;", 1<<16),
	} {
		d, err := source.ReadBytes("a.html", []byte(page))
		var fault *source.Error
		if err != nil && !errors.As(err, &fault) {
			t.Errorf("%s: %v", name, err)
		}
		if err == nil && d.Text == "" {
			t.Errorf("%s: nothing was read", name)
		}
	}
}
