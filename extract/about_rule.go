package extract

var (
	ownNumber   = newPattern("own_number", `^(?:\(|.{0,30}文件)?(?:(?:发文字号|文件编号|文号):)?(?<number>[\u4e00-\u9fffA-Za-z]{1,15}[〔\[(【](?:19|20)\d\d[〕\])】](?:第)?\d{1,5}号)\)?$`, "号")
	quotedTitle = newPattern("quoted_title", `《(?<title>[^《》]{4,80}(?:《[^《》]{2,40}》[^《》]{0,20})?)》[^。]{0,60}?(?:印发|公布|发布|通过|同意|征求|公示)`, "《")
	innerTitle  = newPattern("inner_title", `[^，。;:《》【】]{8,80}?(?:规划|纲要|方案|计划|意见|办法|措施|要点|报告)(?:方案|纲要|计划)?(?:\([^()，。]{2,20}\))?(?=【|》|，|。|$)`, "规划", "纲要", "方案", "计划", "意见", "办法", "措施", "要点", "报告")
	labels      = newPattern("labels", `(?<label>发文机关|发布机构|发文单位|制发单位|制定机关|公开主体|成文日期|发文日期|印发日期|发布日期|公开日期|发布时间|生成日期):(?<value>[^:，。]{2,40}?)(?=$|主题|索引|发文|发布|成文|生成|标题|名称|文号|有效|公开|\()`, ":")
	held        = newPattern("held", `在(?<meeting>[^，。]{2,40}?(?:会议|大会|全会|会)(?:第.{1,4}次)?(?:全体)?(?:会议)?上)|(?:第.{1,6}次)?会议(?:审议)?通过`, "会")
	planTerm    = newPattern("plan_term", `(?:规划|实施|行动|计划|执行|方案)(?:期限|期|时间|年限|时限)(?!间|货)[^。;]{0,30}`, "期", "年限", "时限", "时间")
	draft       = newPattern("draft", `征求意见稿|送审稿|讨论稿|\(草案[^()]{0,6}\)|报批稿|公开征求[^。]{0,60}?意见`, "稿", "草案", "征求")
	issued      = newPattern("issued", `现(?:予以?)?(?:印发|公布|发布)|(?:现将|将)?《[^《》]{4,60}》(?:已经[^。]{2,40}?)?[^。]{0,20}(?:印发|公布|发布|施行)|审议通过|会议通过|关于印发`, "印发", "公布", "发布", "通过", "施行")
)

var documentRules = []Rule{
	{Name: "document", Makes: "document", Confidence: 0.95,
		Doc:    "The document's own record: title, number, issuer and date from the lines before its first section.",
		Match:  []string{"«document title=大理白族自治州“十四五”水利发展规划 region=大理白族自治州 period=2021/2025:大理白族自治州“十四五”水利发展规划»"},
		Reject: nil},
}
