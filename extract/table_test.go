package extract

import (
	"slices"
	"testing"

	"suyuan/segment"
)

func tableReading(t *testing.T) *reading {
	t.Helper()
	l, err := LoadLexicon(nil)
	if err != nil {
		t.Fatal(err)
	}
	words, err := segment.NewWords(l.Words(), slices.Values([]string{}))
	if err != nil {
		t.Fatal(err)
	}
	return &reading{lexicon: l, words: words}
}

// TestHeadNoun reads what the head of a column names, dates blanked.
func TestHeadNoun(t *testing.T) {
	r := tableReading(t)
	for head, want := range map[string]string{
		"总投资": "总投资", "\x00\x00计划投资": "计划投资", "“\x00”投资": "投资", "目标产值": "产值", "企业数": "企业数", "改造老旧小区": "老旧小区",
		"目标值": "", "规划近期目标年(\x00)": "", "规划基期年": "", "\x00年均增速": "", "年均增长/累计": "", "年均增速〔累计〕": "", "全年目标": "", "比\x00变化": "",
		"新建": "", "新增": "", "金额": "", "数量": "", "补贴标准": "", "调整预算": "", "预计完成": "", "市级资金": "市级资金", "改造提升": "改造提升", "PM2.5年均浓度": "PM2.5年均浓度",
	} {
		if at := r.nounOf(head); head[at.Start:at.End] != want {
			t.Errorf("nounOf(%q) = %q, want %q", head, head[at.Start:at.End], want)
		}
	}
}

// TestKindWords tells targets from facts by the word that ends last.
func TestKindWords(t *testing.T) {
	w := tableReading(t).lexicon.tables
	for head, want := range map[string]string{
		"规划基期年": "actual", "规划目标年": "target", "预计完成": "actual", "计划完成投资": "target", "累计完成投资": "actual", "完成预算": "actual",
		"任务完成情况": "actual", "预期目标": "target", "补贴标准": "provision", "权重": "provision", "总投资": "target", "面积": "", "企业名称": "",
	} {
		if kind, _ := w.kind(head); kind != want {
			t.Errorf("kind(%q) = %q, want %q", head, kind, want)
		}
	}
}

// TestPlaceName tells regions from areas that are things.
func TestPlaceName(t *testing.T) {
	for _, s := range []string{"东昌府区", "临清市", "全市", "项城市", "新州镇", "平罗县", "市本级", "高新区", "伊敏苏木乡", "城关街道"} {
		if !placeName(s) {
			t.Errorf("%q is a region", s)
		}
	}
	for _, s := range []string{"城市", "中小城市", "自然保护区", "特色小镇", "产业园区", "老旧小区", "城乡", "灌区", "景区", "超市", "服务区", "国家级旅游度假区", "县（市、区）", "区"} {
		if placeName(s) {
			t.Errorf("%q is no region", s)
		}
	}
}

// TestPlaceHead tells heads over regions from others.
func TestPlaceHead(t *testing.T) {
	w := tableReading(t).lexicon.tables
	for _, s := range []string{"县(市、区)", "区(市)", "县区", "乡镇(街道)", "地区", "行政区", "市(州)"} {
		if !placeHead(w, s) {
			t.Errorf("%q stands over regions", s)
		}
	}
	for _, s := range []string{"小区名称", "指标", "市场主体", "区级配套", ""} {
		if placeHead(w, s) {
			t.Errorf("%q stands over no regions", s)
		}
	}
}

// TestNumberEnd finds the number in front of a label.
func TestNumberEnd(t *testing.T) {
	for label, want := range map[string]int{
		"1.地区生产总值": len("1."), "(2)财政收入": len("(2)"), "一、税收收入": len("一、"), "10、耕地": len("10、"),
		"5G基站": 0, "3.5亿元以上项目": 0, "1.": 0, "水、电": 0, "生产总值": 0,
	} {
		if got := numberEnd(label); got != want {
			t.Errorf("numberEnd(%q) = %d, want %d", label, got, want)
		}
	}
}

// TestCaptionNoun reads what a caption says its table is about.
func TestCaptionNoun(t *testing.T) {
	r := tableReading(t)
	for caption, want := range map[string]string{
		"\x00\x00固定资产投资分季度目标(单位:亿元)": "固定资产投资", "附表4分县(区)城镇污水集中收集率目标(%)": "城镇污水集中收集率", "\x00\x00高标准农田建设任务分解表": "高标准农田",
		"附件:资金分配表": "", "主要指标": "", "表彰名额分配表": "名额", "具体如下，见表。": "", "表3-1主要目标": "",
	} {
		if at := r.captionNoun(caption); caption[at.Start:at.End] != want {
			t.Errorf("captionNoun(%q) = %q, want %q", caption, caption[at.Start:at.End], want)
		}
	}
}

// TestBare tells cells that hold numbers only from those with words of their own.
func TestBare(t *testing.T) {
	r := tableReading(t)
	for text, want := range map[string]bool{
		"900以上": true, "达到55%以上": true, "〔2.3〕": true, "[65]": true, "1260(8%)": true, "每个县至少1所": true, "1.77亿元": true, "-": true, "累计增加10": true,
		"改造老旧小区86个": false, "设施21套、管网38.6公里": false, "每万人口床位数6张": false, "完成土建工程量的60%": false,
	} {
		p := &passage{cell: &segment.Cell{}, flow: &segment.Flow{Text: text}}
		p.quantities = r.quantities(p)
		if got := r.bare(p); got != want {
			t.Errorf("bare(%q) = %v", text, got)
		}
	}
}
