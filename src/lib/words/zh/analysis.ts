import type { PlanName } from '../../domain/judging/simulation/plans';
import type { VariantName } from '../../domain/judging/simulation/run';

/** Words of the statistics of judging; loaded only where they stand. */
export const analysis = {
	asTable: '数据表',
	unknown: '—',
	entry: '作品',
	juror: '评委',
	rank: '名次',
	low: '名次下界',
	high: '名次上界',
	chance: '入围可能性（%）',
	severity: '严厉程度（分）',
	se: '标准误',
	scale: '拉开分差的程度',
	scoresHad: '评分数',
	cutLine: (cut: number) => `入围线：第 ${cut} 名`,
	usualJuror: '一般评委',
	jurorNo: (n: number) => `评委 ${String(n).padStart(2, '0')}`,
	entryNo: (n: number) => `作品 ${String(n).padStart(4, '0')}`,
	simulation: {
		title: '评审模拟',
		lead: '用计算机虚构一届比赛：作品的真实水平事先知道，评委有宽有严、会看走眼。同样的比赛用不同办法各评一遍，看哪种办法找回的好作品多。结果只说明办法之间的差别，不说明任何真实的评委。',
		choose: '选择一个虚构的比赛',
		variant: '情形',
		variants: {
			usual: '标准情形',
			noisy: '评委更容易看走眼',
			even: '评委宽严几乎一致',
			heavy: '偶尔有很离谱的评分',
			panels: '十个互不相通的评审组',
			small: '小型比赛'
		} satisfies Record<VariantName, string>,
		seed: '编号',
		seedNo: (n: number) => `第 ${n} 号`,
		run: '评一遍',
		world: (entries: string, jurors: number, shortlist: number) =>
			`${entries} 件作品，${jurors} 位评委，取前 ${shortlist} 名入围。同一编号每次结果都相同。`,
		pending: '正在推算，大约需要十秒。页面会自动刷新。',
		plans: '各种办法的结果',
		plansLead: (shortlist: number, top: number) =>
			`“找回”指真正的前 ${shortlist} 名里进了入围名单的比例；“漏掉”指真正的前 ${top} 名里没能入围的件数。`,
		plan: '评审办法',
		plansOf: {
			'mean-3': '平均分，每件 3 人',
			'median-3': '中位数，每件 3 人',
			'z-3': '按评委各自标准化，每件 3 人',
			'calibrated-3': '校准，每件 3 人',
			'mean-5': '平均分，每件 5 人',
			'trimmed-5': '去掉最高分和最低分，每件 5 人',
			'calibrated-5': '校准，每件 5 人',
			'adaptive-3': '校准加补评：先每件 2 人，其余补给没把握的作品'
		} satisfies Record<PlanName, string>,
		scores: '评分总数',
		caught: '找回',
		lost: '漏掉',
		correlation: '与真实名次的相关',
		perEntry: '每件评分数',
		perJuror: '每人评分数',
		refused: '拒绝校准',
		reach: (least: number, most: number) => (least === most ? `${least}` : `${least}–${most}`),
		whyRefused: (parts: string) =>
			`评委分成了互不相通的几组（各 ${parts} 人），组与组之间没有共同看过的作品。分不清是评委严还是作品差，所以不做校准，只说明原因。此时若把每位评委的分数各自标准化，反而比平均分更差。`,
		truth: '说有几成把握，是不是真有几成',
		truthLead:
			'横向是推算出的入围可能性，纵向是其中真正属于前列的比例。点落在斜线上，说明推算可信；点越大，作品越多。',
		stated: '推算的可能性（%）',
		seen: '真正属于的比例（%）',
		many: '作品数',
		band: (from: number, to: number) => `${from}–${to}%`,
		near: '入围线附近的名次区间',
		nearLead:
			'横条表示九成把握下名次所在的范围，圆点是校准后的名次，小菱形是真实名次。横条跨过入围线的作品，凭现有评分还不能断定。',
		trueRank: '真实名次',
		judges: '评委的宽严',
		judgesLead: '圆点是推算，横条是两倍标准误，小菱形是真实值。往右越严。',
		trueSeverity: '真实严厉程度（分）',
		spent: '补评补给了谁',
		spentLead: '多数作品两次评分就够了，其余评分集中在入围线附近。',
		scoresEach: (n: number) => `${n} 次`,
		entries: '作品数',
		all: '二十四个编号合计',
		allLead: (done: number, of: number) => `已推算 ${done} 个，共 ${of} 个；下面是平均结果。`,
		judgeAll: '全部推算一遍',
		going: '正在逐个推算，页面会自动刷新。',
		failed: '这次推算没有完成，请再试一次。'
	}
};
