/** Notices, objections and results as the public reads them. */
export const results = {
	contests: '大赛',
	noticeTitle: '公示',
	noticeLead: (edition: string) =>
		`${edition}拟获奖作品公示。对公示内容有异议的，可以在公示期内提出。`,
	resultsTitle: '获奖结果',
	resultsLead: (edition: string) => `${edition}获奖作品。`,
	notYet: '现在没有正在公示的内容。',
	noResults: '结果还没有最终确定。',
	toResults: '查看最终结果',
	toNotice: '查看公示',
	period: '公示期',
	from: (when: string) => `${when}发布`,
	until: (when: string) => `到 ${when} 止`,
	over: '公示期已满',
	final: (when: string) => `最终结果于 ${when} 确认`,
	counted: { 'working-days': (n: number) => `${n} 个工作日`, days: (n: number) => `${n} 天` },
	contact: '受理单位和联系方式',
	note: '说明',
	again: (n: number) => `这是第 ${n} 次公示：有异议成立，结果有变化。`,
	list: '拟获奖作品',
	winners: '获奖作品',
	columns: { number: '编号', title: '作品', category: '类别', unit: '报送单位' },
	person: '个人报送',
	vacant: (n: number) => `空缺 ${n} 个`,
	none: '没有作品获得这个奖项。',
	total: (n: number) => `共 ${n} 件`,
	rules: {
		title: '评审规则和核对',
		lead: '规则在第一次评分以前封存，它的摘要（SHA-256）记在操作记录里。任何人都可以下载记录，在自己的电脑上核对结果。',
		round: '轮次',
		hash: '规则摘要',
		checkpoint: '评审记录的最新签名检查点',
		log: '下载评审记录并核对'
	},
	objections: {
		title: '异议',
		open: (n: number) =>
			n ? `正在处理的异议：${n} 件。处理完以前，结果不会最终确认。` : '目前没有正在处理的异议。',
		none: '没有已处理的异议。',
		caption: '已处理的异议和结果',
		columns: { entry: '作品', ground: '事由', state: '结果', outcome: '说明', figures: '得分' },
		state: {
			dismissed: '不予受理',
			upheld: '成立',
			rejected: '不成立',
			received: '待处理',
			judging: '正在复核',
			withdrawn: '已撤回'
		},
		figures: (before: string, after: string) => `${before} → ${after}`,
		kept: (figure: string) => `${figure}`
	},
	file: {
		title: '提出异议',
		lead: '个人请用真实姓名；单位请上传盖章的书面材料。您的姓名和联系方式只有主办单位看得到，到期删除。',
		report:
			'反映党员、干部违纪违法问题的，请向纪检监察机关反映：电话 12388，网址 www.12388.gov.cn。这里不受理，也不保存。',
		closed: '公示期已满，不再接收异议。',
		number: '作品编号',
		numberHelp: '照公示里的写法，例如 7-W-0001。',
		kind: '提出人',
		kinds: { person: '个人', unit: '单位' },
		ground: '事由',
		grounds: {
			eligibility: '不符合参赛资格',
			originality: '不是原创，或用了别人的作品',
			rule: '评审没有按规则',
			figure: '分数计算有误',
			other: '其他'
		},
		name: '真实姓名或单位名称',
		liaison: '联系人（单位填写）',
		phone: '电话',
		email: '邮箱',
		text: '具体内容',
		textHelp: '请写清事实和依据，10 到 2000 字。',
		letter: '盖章材料（单位必交）',
		letterHelp: 'PDF、JPEG 或 PNG，不超过 5 MB。',
		send: '提交异议',
		sent: '异议已经提交',
		receipt: '回执号',
		receiptLead:
			'请记下这个回执号。它只显示这一次，邮件里也有一份；用它可以查看进展，或者在处理以前撤回。'
	},
	follow: {
		title: '查看异议进展',
		receipt: '回执号',
		look: '查看',
		unknown: '没有这个回执号，请核对后再试。',
		entry: (number: string) => `关于 ${number}`,
		received: (when: string) => `${when} 收到`,
		decided: (when: string) => `${when} 处理完毕`,
		figures: (before: string, after: string) => `原得分 ${before}，复核得分 ${after}`,
		withdraw: '撤回这件异议',
		withdrawn: '异议已经撤回。'
	},
	entry: {
		number: '编号',
		category: '类别',
		unit: '报送单位',
		prize: '奖项',
		ai: '本作品含人工智能生成合成内容',
		aiLead: '由作者声明，用在：',
		noFilm: '影片不公开播放。',
		film: '影片',
		synopsis: '内容简介',
		lead: (title: string, prize: string) => (prize ? `《${title}》，${prize}` : `《${title}》`),
		back: '全部获奖作品'
	},
	gallery: {
		title: '公开展示的作品',
		lead: '作者同意、主办单位放行的作品可以在这里观看。',
		watch: '观看',
		none: '现在没有公开展示的作品。'
	},
	refusal: {
		gone: '这次公示已经结束或者被新的公示代替。',
		over: '公示期已满，不再接收异议。',
		unknown: '请从列出的选项里选。',
		missing: '请填写这一项。',
		'real-name': '请填写真实姓名或单位全称。',
		'bad-phone': '请填写能联系到您的电话号码。',
		'bad-address': '请填写正确的邮箱。',
		'too-long': '太长了，请写得短一些。',
		'too-short': '太短了，请写清事实和依据。',
		accusation:
			'这里不受理反映违纪违法的内容。请拨打 12388 或登录 www.12388.gov.cn 向纪检监察机关反映；如果只是对作品有异议，请去掉这些内容再提交。',
		'unknown-number': '没有这个编号的作品。',
		'letter-kind': '请上传 PDF、JPEG 或 PNG 文件。',
		'letter-size': '文件超过 5 MB，请压缩后再传。',
		'letter-broken': '这个文件打不开，请重新扫描。',
		'too-often': '提交得太频繁，请过一会儿再试。',
		decided: '这件异议已经在处理，不能撤回。',
		'unknown-receipt': '没有这个回执号，请核对后再试。'
	} as Record<string, string>,
	problems: (n: number) => `有 ${n} 处需要改正，填写的内容都还在。`
};
