package extract

var grantRules = []Rule{
	{Name: "figure_criterion", Makes: "figure", Confidence: 0.9,
		Doc: `A threshold that only says who or what is meant: 年产值1亿元以上的企业, 65岁以上老年人.
Read from what stands behind the number (以上的企业), from the clause (…的，给予), or from the list of conditions that it stands in. See criterion.go, criterion_tier.go and condition.go.`,
		Match: []string{
			"对年产值突破«figure value=2 comparator=> unit=亿元 kind=criterion indicator=年产值:2»亿元、«figure value=8 comparator=> unit=亿元 kind=criterion indicator=年产值:8»亿元的食品加工企业，给予奖励。",
			"为«figure value=65 comparator=>= unit=岁 kind=criterion indicator=老年人年龄:65»岁以上老年人免费体检。",
			"对旅行社从业人数«figure value=20 comparator=>= unit=人 kind=criterion indicator=旅行社从业人数:20»人以上且营业收入超过«figure value=300 comparator=> unit=万元 kind=criterion indicator=营业收入:300»万元的，一次性奖励«figure value=2 unit=万元 kind=provision indicator=旅行社奖励:2»万元。",
			"申报单位应当具备下列条件：\n（一）注册资本不低于«figure value=500 comparator=>= unit=万元 kind=criterion indicator=注册资本:500»万元；\n（二）专职人员不少于«figure value=8 comparator=>= unit=人 kind=criterion indicator=专职人员:8»人。",
			"全县«figure value=50 comparator=>= unit=户 kind=criterion indicator=自然村:50»户以上自然村全部通上公路。",
			"考核得分«figure value=85 comparator=>= unit=分 kind=criterion indicator=考核得分:85»分以上为优秀。",
		},
		Reject: []string{
			"到2026年，食品加工业产值达到200亿元以上。",
			"培育农产品加工企业30家以上。",
			"人均预期寿命达到78岁以上。",
			"居民收入增速高于8%的水平。",
			"每月发放不低于200元的护理补贴。",
		}},
	{Name: "figure_provision", Makes: "figure", Confidence: 0.9,
		Doc: `An amount that the policy grants, charges or limits: 给予50万元奖励, 缴存比例不得低于5%, 处2000元以下罚款.
A grant is named by its own name (生活补贴), what it is a part of (投资额补助), the item's heading (租金补贴) or who is given it (示范基地奖励); a list of as many names as numbers gives each its own. A total that is told of (累计发放补贴3亿元) or planned (投入3亿元) is none. See offer.go, provision.go, limit.go, and the files that begin with grant_.`,
		Match: []string{
			"对新认定的国家级、省级示范基地，分别给予«figure value=80 unit=万元 kind=provision indicator=国家级示范基地奖励:80»万元、«figure value=30 unit=万元 kind=provision indicator=省级示范基地奖励:30»万元奖励。",
			"对引进的博士，每人每月发放生活补贴«figure value=2500 unit=元 kind=provision indicator=生活补贴:2500»元。",
			"对购置设备的合作社，按设备购置额的«figure value=25 unit=% kind=provision indicator=设备购置额补助:25»%给予补助，最高不超过«figure value=40 comparator=<= unit=万元 kind=provision indicator=合作社补助:40»万元。",
			"租金补贴。对入驻企业，按每平方米每月«figure value=6 unit=元 kind=provision indicator=租金补贴:6»元给予补贴。",
			"对物流企业，按大型货车«figure value=300 unit=元/辆 kind=provision indicator=大型货车补贴:300»元/辆、小型货车«figure value=100 unit=元/辆 kind=provision indicator=小型货车补贴:100»元/辆的标准给予补贴。",
			"贷款首付比例不得低于«figure value=30 comparator=>= unit=% kind=provision indicator=贷款首付比例:30»%。",
			"擅自占用的，处«figure value=1000 comparator=>= unit=元 kind=provision indicator=罚款:1000»元以上«figure value=5000 comparator=<= unit=元 kind=provision indicator=罚款:5000»元以下罚款。",
			"所需资金由市级承担«figure value=40 unit=% kind=provision indicator=市级承担:40»%。",
			"县财政每年安排专项资金«figure value=800 unit=万元 kind=provision indicator=专项资金:800»万元。",
		},
		Reject: []string{
			"2023年，累计发放稳岗补贴3.2亿元。",
			"已兑现奖补资金1800万元，贷款贴息430万元。",
			"获得中央财政补助资金2000万元。",
			"今年安排资金5亿元，投入3亿元改造农村公路。",
			"到2025年，住院费用报销比例达到70%。",
			"耕地保有量不得低于320万亩。",
			"发放消费券5000万元，拉动消费3亿元。",
			"全县人均公园绿地面积不低于15平方米。",
		}},
}
