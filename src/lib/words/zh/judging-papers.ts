import type { Aggregate, MethodKey, Tie } from '../../domain/judging/round';

/** Words of the office’s documents about a judging; loaded only where they are made. */
export const judgingPapers = {
	title: '文书',
	lead: '按评审的实际记录生成。纪要和公告是底稿，下载以后可以修改、盖章。',
	announcement: {
		name: '获奖公告',
		lead: '正式公布的获奖名单。没有同意公开姓名的，只印姓氏。',
		title: (contest: string, edition: string) => `关于公布${contest}${edition}获奖名单的公告`,
		body: (contest: string, edition: string, n: number) =>
			`${contest}${edition}评审工作已经结束。经评审、公示，共有 ${n} 件作品获奖，现将名单公布如下。`,
		none: '还没有正式公布的获奖结果。',
		prize: (title: string, n: number) => `${title}（${n} 件）`,
		vacant: (n: number) => `空缺 ${n} 个。`,
		heads: ['序号', '参赛编号', '作品', '作者（单位）'],
		verify: (address: string) => `获奖证书可以在 ${address} 查验。`,
		date: '　　年　　月　　日',
		prizeHead: '奖项',
		file: '获奖公告'
	},
	minutes: {
		name: '评审会议纪要',
		lead: '各轮评审的人数、件数、规则、回避和结果，已经按记录填好；讨论情况和签名留空。',
		title: (contest: string, edition: string) => `${contest}${edition}评审会议纪要`,
		heads: ['项目', '内容'],
		round: (n: number, title: string) => `第 ${n} 轮：${title}`,
		time: '评审时间',
		place: '地点',
		chair: '主持人',
		present: '参加评委',
		jurors: (n: number, labels: string) => `${n} 位：${labels}`,
		left: (n: number) => `其中中途退出 ${n} 位`,
		field: '参评作品',
		works: (n: number) => `${n} 件`,
		rule: '评审规则',
		ruleText: (method: string, aggregate: string, each: number) =>
			`${method}，每件 ${each} 位评委，以${aggregate}排序`,
		trimming: (high: number, low: number, from: number) =>
			`满 ${from} 个分数时去掉 ${high} 个最高分、${low} 个最低分`,
		ties: '同分处理',
		tie: {
			criterion: '比较单项分',
			mean: '比较平均分',
			median: '比较中位数',
			highest: '比较最高分',
			lowest: '比较最低分',
			lot: '由公开种子抽签',
			committee: '由评委会表决'
		} satisfies Record<Tie['by'], string>,
		noTies: '并列',
		hash: '规则封存指纹',
		scores: '评分情况',
		scored: (done: number, all: number) => `应评 ${all} 份，已评 ${done} 份`,
		recused: (n: number) => `回避 ${n} 份`,
		moved: (n: number) => `改派 ${n} 份`,
		decided: '评审结果',
		verdicts: (advance: number, award: number, stop: number) =>
			[
				advance ? `晋级 ${advance} 件` : '',
				award ? `获奖 ${award} 件` : '',
				stop ? `未入选 ${stop} 件` : ''
			]
				.filter(Boolean)
				.join('，') || '还没有公布',
		committee: (n: number) => `其中由评委会决定 ${n} 件`,
		discussion: '讨论情况',
		signatures: ['评委会主任（签名）', '记录人（签名）', '监督人员（签名）', '主办单位（盖章）'],
		date: '　　年　　月　　日',
		none: '还没有截止的轮次。',
		file: '评审会议纪要'
	},
	scores: {
		name: '评分汇总表',
		lead: '每件作品的各个分数、结果分和名次。评委用代号；未公布的轮次只给没有利益关系的组织者。',
		title: (contest: string, edition: string) => `${contest}${edition}评分汇总表`,
		round: (n: number, title: string) => `第 ${n} 轮：${title}`,
		heads: ['名次', '参赛编号', '作品', '类别', '各评委分数', '结果分', '结果'],
		place: '名次',
		number: '参赛编号',
		entry: '作品',
		category: '类别',
		figure: '结果分',
		result: '结果',
		out: '（去掉）',
		verdict: { advance: '晋级', stop: '未入选', award: '获奖' },
		pending: '未公布',
		by: (aggregate: string) => `结果分为${aggregate}，四位小数，四舍五入。`,
		none: '还没有可以汇总的轮次。',
		file: '评分汇总表'
	},
	method: {
		weighted: '按项加权打分',
		'yes-no': '逐件表决',
		ranking: '排序',
		stage: '现场打分'
	} satisfies Record<MethodKey, string>,
	aggregate: {
		mean: '平均分',
		trimmed: '去掉最高最低后的平均分',
		calibrated: '校准分'
	} satisfies Record<Aggregate, string>,
	open: '不限',
	to: '至',
	pdf: 'PDF',
	xlsx: '表格（XLSX）',
	made: (day: string) => `生成于 ${day}`,
	comma: '，',
	names: '、'
};
