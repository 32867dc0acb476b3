package segment

import (
	"strings"
	"unicode/utf8"
)

// markNoise marks the lines that are wholly noise: page numbers and running
// heads, the furniture of web pages, adverts.
func (s *splitter) markNoise(pages []int) {
	for i := range s.lines {
		l := &s.lines[i]
		if l.role != plain || l.width > 120 {
			continue
		}
		if t := l.text(s.text); pageMark(t) || furniture(t) || advertLine(t) || l.width <= 30 && reporter(t) {
			l.role = noise
		}
	}
	starts := s.pageStarts(pages)
	s.markNumbers(starts)
	s.markRunning(starts)
	s.markBanner()
}

// reporter reports whether t is a line that names who wrote the text for a newspaper:
// 某某日报全媒体记者张三 李四; never 记者站建设 or 答记者问.
func reporter(t string) bool {
	paper, names, ok := strings.Cut(t, "记者")
	if !ok {
		return false
	}
	of := false
	for _, w := range [...]string{"报", "台", "社", "网", "媒体", "首席", "见习"} {
		of = of || strings.HasSuffix(strings.TrimSpace(paper), w)
	}
	list := strings.FieldsFunc(strings.ReplaceAll(names, "通讯员", " "), func(r rune) bool { return unseen(r) || r == '：' || r == ':' || r == '/' || r == '、' })
	for _, name := range list {
		if n := utf8.RuneCountInString(name); n < 2 || n > 4 || containsAny(name, "从", "在", "站", "问", "会", "采访", "获", "了解", "部", "团", "建") {
			return false
		}
	}
	return of && len(list) > 0
}

// banner is how many lines at the top of a text may belong to the web page around it.
const banner = 40

// markBanner marks what stands above a document on its web page: words that only
// a web page says, and stray scraps beside them, up to the title or the first
// heading. Further down the same words may be the document's own.
func (s *splitter) markBanner() {
	var scraps []int
	k := s.next(0)
	for n := 0; n < banner && k < len(s.lines); k, n = s.next(k+1), n+1 {
		l := &s.lines[k]
		t := l.text(s.text)
		switch {
		case l.width <= 80 && pageTalk(t):
			l.role = noise
			for _, i := range scraps {
				s.lines[i].role = noise
			}
			scraps = nil
		case l.width <= 4 && l.number.style == none && l.depth == 0 && l.ending == cut && !contentsTitle(t) && !opening(t):
			scraps = append(scraps, k)
		case organisation(t) || metadata(t):
		default:
			if (titleLine(t) || docNumber(t)) && l.width > 6 {
				for _, i := range scraps {
					if t := s.lines[i].text(s.text); !isHan(first(t)) { // x, a close button
						s.lines[i].role = noise
					}
				}
			}
			return
		}
	}
}

// opening reports whether a document may open with the short line t.
func opening(t string) bool {
	return titleLine(t) || strings.HasPrefix(t, "附") || strings.HasPrefix(t, "前") || strings.HasPrefix(t, "引") || strings.HasPrefix(t, "序") || strings.HasPrefix(t, "总") || strings.HasPrefix(t, "摘")
}

// pageTalk recognises what a web page says of itself: 网站上线试运行, 敬请谅解. A
// policy may speak of websites too, so this is asked above its title only.
func pageTalk(t string) bool {
	switch strings.TrimRight(t, "：:>»") {
	case "政府信息公开", "信息公开", "政务公开", "首页", "网站首页", "政策文件", "无障碍", "长者模式", "无障碍浏览", "关怀版", "登录", "注册", "搜索", "简体", "繁体", "English", "邮箱", "微信", "微博", "客户端", "正文", "导航", "返回", "规划信息", "政府文件", "市政府文件", "县政府文件", "信息公开目录", "公开目录", "互动交流", "办事服务", "政务服务", "新闻中心", "解读回应":
		return true
	}
	place, talk := false, false
	for _, w := range [...]string{"网站", "平台", "页面", "浏览器", "本站", "本网"} {
		place = place || strings.Contains(t, w)
	}
	for _, w := range [...]string{"试运行", "欢迎您", "欢迎访问", "访问过程", "敬请谅解", "支持和谅解", "调试", "建议使用", "最佳浏览", "分辨率", "请稍候", "正在加载", "升级改版"} {
		talk = talk || strings.Contains(t, w)
	}
	return place && talk
}

// furniture recognises lines that belong to a web page wherever they stand:
// where one is, tools, links to other pages, the footer.
func furniture(t string) bool {
	if len(t) > 360 || len(t) < 6 || !mayFurnish(t) {
		return false
	}
	for _, w := range [...]string{"当前位置", "您现在的位置", "您的位置", "您当前的位置", "您当前位置", "你的位置", "所在位置", "分享到", "分享：", "打印本页", "【打印", "[打印", "【关闭", "[关闭", "关闭窗口", "上一篇", "下一篇", "上一页", "下一页", "上一条", "下一条", "相关链接", "相关解读：", "相关文章", "相关阅读", "推荐阅读", "责任编辑", "[责任编辑", "（责任编辑", "【责任编辑", "【字体", "[字体", "【字号", "[字号", "【打印", "字体：", "字号：", "【大", "扫一扫", "手机扫", "微信扫", "设为首页", "加入收藏", "返回顶部", "返回首页", "网站地图", "我要纠错", "版权所有", "Copyright", "copyright", "©", "友情链接", "打印 关闭", "收藏 打印", "关键词：", "关键词:", "关键字：", "关键字:", "标签：", "标签:", "Tags:", "Tags：", "原标题：", "原标题:", "主办：", "主办单位：", "承办："} {
		if strings.HasPrefix(t, w) {
			return !strings.HasPrefix(w, "主办") && w != "承办：" || footer(t)
		}
	}
	if strings.HasPrefix(t, ">>") || strings.HasPrefix(t, "»") {
		return true
	}
	if at := strings.IndexFunc(t, leads); at > 0 && !strings.ContainsAny(t, "。0123456789") {
		// 某市政府网站 > 信息公开 > 规划计划
		if head := t[:at]; strings.Contains(head, "首页") || strings.Contains(head, "网站") || strings.Contains(head, "公开") || strings.Contains(head, "主页") {
			return true
		}
	}
	switch t {
	case "图片", "[图片]", "浏览次数：", "浏览次数:", "打印", "关闭", "分享", "收藏", "返回", "纠错", "大 中 小", "大中小":
		return true
	}
	return footer(t)
}

// leads reports whether r stands between the steps to where one is.
func leads(r rune) bool { return r == '>' || r == '＞' || r == '»' || r == '›' }

// mayFurnish is a quick test for furniture.
func mayFurnish(t string) bool {
	for _, r := range t {
		switch r {
		case '>', '＞', '»', '›', '：', ':', ' ', '】', ']', '©', '备', '页', '印', '上', '下', '享', '关', '回', '纠', '窗', '录', '扫', '图':
			return true
		}
	}
	return false
}

// footer recognises the lines at the foot of a government's web page.
func footer(t string) bool {
	return containsAny(t, "ICP备", "ICP证", "公网安备", "网站标识码", "版权所有", "All Rights Reserved", "技术支持：", "网站备案号")
}

// advertLine recognises a line that sells something: 免费领取…优惠券 点击查看>>.
func advertLine(t string) bool {
	if len(t) > 240 || FindWord(t, "。") >= 0 {
		return false
	}
	for _, w := range [...]string{"广告：", "广告:", "【广告】", "[广告]", "推广：", "（广告）"} {
		if strings.HasPrefix(t, w) {
			return true
		}
	}
	smut := 0
	for _, w := range [...]string{"成人", "无码", "一区二区", "久久", "午夜福利", "国产精品", "亚洲精品", "亚洲欧美", "国产三区", "中文字幕", "av"} {
		if FindWord(t, w) >= 0 {
			smut++
		}
	}
	if smut >= 3 {
		return true
	}
	return containsAny(t, "免费领取", "优惠券", "立即", "限时", "独家", "点击", "扫码", "加微信", "公众号", "报名入口", "在线客服") &&
		containsAny(t, "点击查看", "点击进入", "点击下载", "点击领取", "点击关注", "立即注册", "立即下载", "立即咨询", "立即领取", "扫码关注", "扫码领取", "开户送", "注册送", ">>")
}

// containsAny reports whether one of the words stands in t.
func containsAny(t string, words ...string) bool {
	for _, w := range words {
		if FindWord(t, w) >= 0 {
			return true
		}
	}
	return false
}
