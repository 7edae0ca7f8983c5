import type { WhyNot } from '../../domain/judging/statistics';

const n = (value: number) => value.toLocaleString('zh-CN');

/** Words of the analysis of a round; loaded only there. */
export const analysisRound = {
	title: '评分分析',
	lead: (entries: number, scores: number, jurors: number) =>
		`${n(entries)} 件作品，${n(scores)} 个评分，${n(jurors)} 位评委。这里的推算只供工作人员参考，不改变规则算出的结果，也不删除任何评分。`,
	running: '评审还没有截止，下面的数字会随新的评分变化。',
	apart: {
		'stands-apart': '您在本届有参赛作品，公布之前不能查看评分、平均分和名次。',
		judges: '您是本届评委，本轮截止之前不能查看别人的评分。'
	} as Record<string, string>,
	notCalibrated: '没有做校准',
	why: {
		'no-scores': () => '还没有评分。',
		'no-number': () => '有评分不是数字，请先查明原因。',
		'one-juror': () =>
			'只有一位评委打了分。没有第二个人看过同样的作品，分不清是评委宽严还是作品好坏。',
		'few-entries': ({ entries, least }: { entries: number; least: number }) =>
			`只有 ${n(entries)} 件作品有评分，至少要 ${n(least)} 件。`,
		'all-equal': ({ points }: { points: number }) =>
			`所有评分都是 ${points} 分，看不出作品之间的差别。`,
		'no-shared-entry': () => '没有一件作品由两位评委看过，无法比较评委的宽严。',
		'few-scores': ({ single, entries }: { single: number; entries: number }) =>
			`${n(entries)} 件作品里有 ${n(single)} 件只有一个评分，太少了，校准靠不住。`,
		'not-connected': ({ groups }: { groups: string }) =>
			`评委分成了互不相通的几组，组与组之间没有共同看过的作品，分不清是评委严还是作品差。请给不同组的评委分派一些共同的作品。${groups}`
	} satisfies Record<WhyNot['reason'], (detail: never) => string>,
	part: (jurors: string, entries: number) => `〔${jurors}；${n(entries)} 件〕`,
	pointless: '这一轮按名单或者赞成、反对评出，没有可以校准的分数。',
	group: '组别',
	show: '查看',
	side: {
		title: '三种算法并排',
		lead: '平均分、去掉最高最低后的平均分、校准分各自的名次。名次差得多的作品，值得再看一遍。按规则的名次以“规则”一栏为准。',
		entry: '作品',
		scores: '评分数',
		rule: '规则名次',
		mean: '平均分',
		trimmed: '去高去低',
		calibrated: '校准分',
		interval: '名次区间',
		chance: '入围可能性',
		selected: '入选',
		open: '待定',
		untrimmed: '评分太少，没有去掉',
		place: (place: number) => `第 ${n(place)}`,
		range: (low: number, high: number) => (low === high ? n(low) : `${n(low)}–${n(high)}`),
		sortBy: '排序',
		sorts: {
			rule: '规则名次',
			mean: '平均分',
			trimmed: '去高去低',
			calibrated: '校准分',
			doubt: '最没把握的在前',
			change: '名次相差最大的在前'
		},
		xlsx: '下载表格（XLSX）'
	},
	cut: {
		title: '入围线划得准不准',
		lead: (wrong: string, unsure: number) =>
			`按现在的评分，入围名单里大约有 ${wrong} 件本不该在其中；${n(unsure)} 件作品的入围可能性在 5% 到 95% 之间。`,
		across: '校准名次',
		up: '入围可能性（%）',
		sure: '95% 以上',
		likely: '50%–95%',
		unlikely: '5%–50%',
		out: '5% 以下',
		inside: '线内',
		outside: '线外',
		band: '入围可能性'
	},
	near: {
		title: '入围线附近的名次区间',
		lead: '横条是九成把握下名次所在的范围，圆点是校准名次。横条跨过入围线的，凭现有评分还不能断定。'
	},
	jury: {
		title: '评委的宽严',
		lead: '圆点是推算，横条是两倍标准误。往右越严。宽严本身没有对错，校准时已经扣除。',
		restless: '与众人的出入（1 为平常）',
		perTen: '每看十件的变化（分）',
		constant: (labels: string) =>
			`${labels} 给所有作品打了同样的分。这些评分保留，但是对名次几乎没有作用。`
	},
	pairs: {
		title: '谁和谁看法不同',
		lead: (apart: number, chance: number) =>
			`扣除宽严之后，两位评委对同一件作品的分差有多大；1 为平常。${n(apart)} 对差得异常，单凭偶然大约也会有 ${n(chance)} 对。`,
		steps: ['很一致', '平常', '有分歧', '分歧大'],
		apart: '异常',
		none: '无法比较',
		pair: '评委',
		shared: '共同作品',
		difference: '平均分差',
		correlation: '相关',
		excess: '分歧（1 为平常）',
		matrix: '评委两两对照',
		of: (a: string, b: string) => `${a}、${b}`
	},
	order: {
		title: '先看后看有没有影响',
		perTen: '每多看十件',
		firstFive: '每人最先看的五件',
		said: (points: string, se: string) => `${points} 分（标准误 ${se}）`,
		none: '看不出影响。',
		there: '影响超过两倍标准误，值得留意。',
		unknown: '观看顺序没有记录。'
	},
	outliers: {
		title: '离得很远的评分',
		lead: (found: number, chance: number) =>
			`${n(found)} 个评分与其他评分推算的相差很远。正常情况下每一百个里也有一个，大约 ${n(chance)} 个。只作提示，不删除。`,
		none: '没有离得很远的评分。',
		given: '给出',
		expected: '推算',
		distance: '相差（标准差）',
		more: (rest: number) => `另有 ${n(rest)} 个，见下载的表格。`
	},
	repeats: {
		title: '同一件作品看两次',
		lead: (count: number, own: string, drift: string) =>
			`${n(count)} 件作品悄悄请同一位评委看了第二次：同一个人前后两次的标准差为 ${own} 分，第二次平均相差 ${drift} 分。`,
		none: '本轮没有重复看的作品。'
	},
	sheet: { side: '三种算法', jurors: '评委', pairs: '评委两两', outliers: '离得远的评分' }
};
