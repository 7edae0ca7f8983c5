import { judgingResults } from './judging-results';
import type { Aggregate } from '../../domain/judging/round';
import type { Lack } from '../../domain/judging/round-steps';
import type { RoundState } from '../../domain/judging/state';

type Detail = Record<string, string | number>;
const count = (n: number) => n.toLocaleString('zh-CN');

/** Words of the office’s pages on rounds, their rules and results; loaded there alone. */
export const judging = {
	results: judgingResults,
	title: '评审',
	lead: '每一届分几轮、怎样打分、选出多少，都在这里定。规则封存以后谁也不能改，结果由规则算出。',
	none: '还没有哪一届可以评审。先在“大赛”里发布一届。',
	simulation: '用模拟数据试算各种评审方案',
	noRounds: '还没有设轮次',
	roundsOf: (n: number) => `${n} 轮`,
	states: {
		draft: '筹划中',
		sealed: '已封存',
		open: '评审中',
		closed: '已截止',
		released: '已公布'
	} satisfies Record<RoundState, string>,
	/** 时间已过、还没有办截止的。 */
	over: '时间已到',
	waiting: '未到开始时间',
	tabs: {
		rounds: '轮次',
		panel: '评委',
		conflicts: '回避',
		prizes: '奖项',
		notice: '公示和异议',
		certificates: '证书',
		documents: '文书',
		log: '记录',
		archive: '归档'
	} as Record<string, string>,
	roundTabs: {
		'': '进程',
		plan: '规则',
		assignment: '分派',
		progress: '进度',
		stage: '现场',
		results: '结果',
		analysis: '分析',
		decision: '决定'
	} as Record<string, string>,
	ladder: {
		title: '轮次',
		lead: '作品从上往下一轮一轮走。上一轮公布以后，入选的作品自动进入下一轮。',
		ordinal: (n: number) => `第 ${n} 轮`,
		entries: (n: number) => `${count(n)} 件作品`,
		jurors: (n: number) => `${n} 位评委`,
		each: (n: number) => `每件 ${n} 个分数`,
		goOn: (n: number) => `选出 ${count(n)} 件`,
		goOnEach: (n: number) => `每组选出 ${count(n)} 件`,
		goOnLeast: (points: number) => `${points} 分以上的入选`,
		done: (n: number, of: number) => `${count(n)} / ${count(of)} 个分数`,
		until: (at: string) => `截止 ${at}`,
		noDates: '还没有定时间',
		empty: '还没有轮次。从征集方案里的时间安排建立最省事，也可以从往届复制。',
		fromDates: (n: number) => `按时间安排建立 ${n} 轮`,
		fromEdition: '复制往届的各轮',
		copyFrom: '复制哪一届',
		add: '再加一轮',
		like: '和哪一轮一样',
		fresh: '常用的规则',
		make: '建立'
	},
	aggregates: {
		mean: '平均分',
		trimmed: '去掉最高最低后的平均分',
		calibrated: '校准分'
	} satisfies Record<Aggregate, string>,
	plan: {
		kept: '不给评委看的附件',
		keptLead: (n: number) =>
			`这一轮不显示作者。以下 ${n} 件附件的文件属性里可能有作者信息，还没有清除或者无法清除（例如 Word 文档、加密的 PDF），评委看不到。可以请作者改交普通的 PDF 或图片。`,
		title: '这一轮的规则',
		lead: '每一项都写明了是什么意思。封存之前可以随时改，封存之后谁也不能改。',
		sealed: '规则已经封存，下面是封存时的内容，不能再改。',
		remove: '删除这一轮',
		removeLead: '只有最后一轮、而且还没有封存的，才能删除。',
		removeSure: '确认删除',
		groups: '组'
	},
	steps: {
		title: '进程',
		fix: {
			title: '一、定稿',
			lead: '把规则的全文算成一个指纹（SHA-256）写进记录。定稿之后改动任何一处，指纹就对不上，要重新定稿；定稿几次，公众都看得到。',
			chance: '抽签用的公开随机数',
			chanceHint:
				'写一个现在谁也不知道、以后人人查得到的结果，例如“福彩 3D 第 2026320 期开奖号码”或“监督员当场掷骰十次的结果”。评委分派和抽签都从它算出来。不填也可以，那时只用系统记录的指纹，外人只能相信系统没有反复试过。',
			go: '定稿',
			again: '重新定稿',
			done: (times: number, at: string) => `${at} 定稿（第 ${times} 次）`,
			stale: '定稿以后又有改动（规则、作品或评委名单），要重新定稿才能封存。'
		},
		seal: {
			title: '二、封存',
			lead: '封存以后规则不能再改，只能延长截止时间。作品领到评审代码，随机种子同时产生并公开。',
			words: '公开随机数的结果',
			wordsHint: (chance: string) => `定稿时写明用：${chance}`,
			wordsNone: '定稿时没有写明公开随机数，这里不填。',
			sure: '核对无误，封存后不能撤销',
			go: '封存规则',
			done: (at: string) => `${at} 封存`
		},
		open: {
			title: '三、开始评审',
			lead: '先在“分派”里把作品分给评委，然后开始。评委从开始时间起可以打分。',
			go: '开始评审',
			done: (at: string) => `${at} 开始`,
			assign: '去分派'
		},
		close: {
			title: '四、截止',
			lead: '到截止时间系统自动停止打分。都评完了，也可以提前截止。没有锁定、但已经填完整的分数照样计入。',
			go: '现在截止',
			sure: '知道会有这些影响，仍然截止',
			why: '提前截止的原因',
			done: (at: string) => `${at} 截止`
		},
		release: {
			title: '五、决定和公布',
			lead: '在“决定”里核对入选名单，两个人确认后一起公布。',
			go: '去决定',
			done: (at: string) => `${at} 公布`
		},
		extend: {
			title: '延长截止时间',
			lead: '只能往后延。原因写进记录，并在公众页面上公布。',
			to: '延长到',
			why: '原因',
			go: '延长'
		},
		reopen: {
			title: '重新开放打分',
			lead: '公布之前，确有必要可以重新开放。已经锁定的分数不变，没评完的可以接着评。',
			to: '开放到',
			why: '原因',
			go: '重新开放'
		},
		said: {
			fix: '已经定稿，指纹写进了记录。',
			seal: '已经封存，随机种子已经产生。',
			open: '已经开始评审。',
			close: '已经截止。',
			extend: '已经延长。',
			reopen: '已经重新开放。',
			admit: '已经加入。',
			unadmit: '已经取消加入。'
		} as Record<string, string>,
		moved: { extend: '延长到', reopen: '重新开放到' }
	},
	lacks: {
		'before-not-released': () => '上一轮还没有公布，不知道哪些作品进入这一轮。',
		'no-field': () => '还没有作品：第一轮取审核通过的作品，以后各轮取上一轮入选的。',
		'no-panel': () => '这一轮还没有评委。',
		'small-panel': ({ panel, perEntry }) =>
			`只有 ${panel} 位评委，不够每件作品 ${perEntry} 个分数。`,
		'no-close': () => '没有定截止时间，只能由人手动截止。',
		'close-past': () => '截止时间已经过了，请先改时间。',
		method: () => '规则里还有没填好的地方，请回到“规则”一页核对。',
		'no-tasks': () => '作品还没有分派给评委。',
		'few-tasks': ({ n }) => `有 ${n} 件作品分到的评委少于规则规定的人数。`
	} satisfies Record<Lack['key'], (detail: Detail) => string>,
	ready: '没有缺什么，可以进行下一步。',
	stop: '必须补上',
	note: '请留意',
	missing: {
		title: '现在截止会怎样',
		open: (n: number) => `${count(n)} 个分数还没有给出，不再等待。`,
		none: (n: number) => `${count(n)} 件作品一个分数也没有：没有名次，不能入选。`,
		short: (n: number) => `${count(n)} 件作品的分数少于规则规定的个数：按已有的分数计算。`,
		untrimmed: (n: number) => `${count(n)} 件作品分数太少，不去掉最高最低，直接取平均。`,
		all: '分数已经齐了。'
	},
	field: {
		title: '参评作品',
		now: (n: number) => `现在有 ${count(n)} 件作品进入这一轮。`,
		sealed: (n: number) => `${count(n)} 件作品，封存时已经确定。`,
		admit: '直接加入一件作品',
		admitLead: '不经上一轮入选、直接进入这一轮的作品，要写明原因，原因留在记录里。',
		number: '作品编号',
		why: '原因',
		go: '加入',
		byHand: '直接加入的',
		drop: '取消加入'
	},
	rule: {
		title: '公布的规则',
		lead: '规则全文、指纹和随机种子都向公众公开，任何人都可以自己再算一遍。',
		hash: '规则指纹（SHA-256）',
		seed: '随机种子',
		seedFrom: '种子 = SHA-256（规则指纹、封存时记录的条数和根、公开随机数的结果）',
		size: '记录条数',
		root: '记录的根',
		chance: '公开随机数',
		words: '结果',
		none: '没有',
		times: (n: number) => `封存前定稿 ${n} 次`,
		text: '规则全文',
		download: '下载规则和分数（JSON）',
		moved: '时间变更'
	},
	apart:
		'您（或您所在单位）在这一届有参赛作品，或者您是本届评委而这一轮还在评审。分数、平均分和名次现在对您不显示。',
	refusal: {
		gone: () => '这一轮已经不在了，请刷新页面。',
		missing: () => '请填写。',
		'too-long': ({ max }) => `太长了，最多 ${max} 个字。`,
		'too-many': ({ max }) => `最多 ${max} 轮。`,
		'rounds-there': () => '已经有轮次了，只能一轮一轮地加。',
		'no-rounds': () => '那一届没有轮次可以复制。',
		'not-last': () => '后面还有别的轮次，先删除后面的。',
		'not-passed': () => '没有这个编号的作品，或者它没有通过审核。',
		'all-in': () => '第一轮取全部审核通过的作品，不用一件一件加。',
		twice: () => '这件作品已经加过了。',
		'changed-meanwhile': () => '规则刚被别人改过，请再核对一遍。',
		'not-fixed': () => '请先定稿，再封存。',
		'changed-since-fixed': () => '定稿以后又有改动，请重新定稿。',
		'none-named': () => '定稿时没有写明公开随机数，这里不能填。',
		'not-sure': () => '请先勾选确认。',
		'not-readable': () => '请填写日期和时间。',
		'not-later': () => '要比现在的截止时间晚。',
		'is-draft': () => '规则还没有封存。',
		'is-sealed': () => '规则已经封存。',
		'is-open': () => '评审已经开始。',
		'is-closed': () => '这一轮已经截止。',
		'is-released': () => '这一轮已经公布。',
		'stands-apart': () => '您在这一届有参赛作品，不能做这件事。'
	} as Record<string, (detail: Detail) => string>
};
