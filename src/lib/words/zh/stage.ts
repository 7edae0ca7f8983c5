import type { MoveKind, Screen, TurnState } from '../../domain/judging/stage/turn';

type Detail = Record<string, string | number>;

/** 现场打分：主办方的控制台、评委的现场台和大屏幕；只有这几个页面装载。 */
export const stage = {
	title: '现场',
	lead: '按抽签顺序请选手上场，开放打分，截止后报分，再在大屏幕上亮分。',
	apart: {
		'stands-apart': '您有作品参加本届比赛，不能主持现场，也看不到分数。',
		judges: '您是本届评委，不能主持现场，也看不到分数。'
	},
	place: (n: number) => `第 ${n} 位`,
	number: '编号',
	speaker: '选手',
	draw: {
		title: '出场抽签',
		lead: '出场顺序只由这一轮公开的随机种子决定，任何人都能照着重抽一遍，结果一样。抽签结果马上在届次页面公布。',
		groups: '按组依次出场，每组单独抽签。',
		go: '抽签并公布顺序',
		notSealed: '规则封存、产生随机种子以后才能抽签。',
		done: (at: string) => `${at} 抽签`,
		hash: '抽签材料指纹',
		seed: '随机种子',
		again: '重新抽签',
		againLead:
			'种子不变，顺序就不变。只有参赛作品有增减、而且还没有人上场时，重新抽签才有意义；原因会公布在案。',
		page: '公众看到的出场顺序'
	},
	now: {
		title: '台上',
		none: '台上没有选手',
		noneHow: '请下一位上场，评委的手机会马上出现这位选手。',
		next: '下一位',
		nobody: '后面没有选手了',
		over: '全部选手都已登场。可以在大屏幕上显示排名，到“结果”核对总分，然后截止这一轮。',
		state: {
			waiting: '候场',
			called: '已上场，未开放打分',
			open: '正在打分',
			closed: '打分截止，未亮分',
			revealed: '已亮分',
			absent: '缺席'
		} satisfies Record<TurnState, string>
	},
	deed: {
		call: '请上场',
		callNext: (place: number, number: string) => `请第 ${place} 位（${number}）上场`,
		open: '开放打分',
		close: '截止打分',
		reveal: '在大屏幕上亮分',
		start: '开始计时',
		stop: '停止计时',
		late: '排到最后',
		absent: '记为缺席',
		back: '恢复出场',
		reopen: '重新开放打分',
		unreveal: '撤回亮分',
		more: '改动顺序',
		mend: '更正',
		key: '也可以按翻页器的“下一页”（PageDown）。'
	},
	why: '原因',
	anyway: '还有评委没有打分，仍然截止',
	jurors: {
		title: '评委打分情况',
		in: (n: number, all: number) => `${n} / ${all} 位评委已打分`,
		state: { open: '未打分', scored: '已打分', locked: '已打分并锁定', recused: '回避' },
		hidden: '打分期间只看得到谁已打分，看不到分数。'
	},
	mark: {
		title: '报分',
		final: '最后得分',
		high: '去掉最高分',
		low: '去掉最低分',
		untrimmed: '分数太少，没有去掉最高分和最低分',
		changed: '报分以后，这位选手的分数有变动，和结果里的不一致。请撤回亮分，重新截止打分。'
	},
	clock: {
		title: '计时',
		over: '超时',
		left: '剩余',
		spoken: '已讲',
		none: '没有限定时间'
	},
	screen: {
		title: '大屏幕',
		lead: '在连接大屏幕的电脑上打开这个地址，按 F11 全屏。不用登录；有这个地址的人都看得到，用完请停用。',
		open: '生成地址',
		renew: '换一个地址',
		renewLead: '旧地址马上停用。',
		shut: '停用地址',
		opened: (at: string) => `${at} 起有一个地址在用。地址只在生成时显示一次。`,
		here: '大屏幕地址（只显示这一次）：',
		shows: '大屏幕现在显示',
		show: {
			poster: '片头',
			order: '出场顺序',
			speaker: '台上选手',
			ranking: '目前排名'
		} satisfies Record<Screen, string>
	},
	settings: {
		title: '设置',
		seconds: '每位选手限时（秒）',
		secondsHint: '不填就只计已讲的时间。',
		names: '大屏幕上写评委姓名',
		namesHint: '不勾选时写代号，如“评委 01”。',
		save: '保存'
	},
	order: {
		title: '出场顺序',
		table: '出场顺序表',
		place: '出场',
		drawn: '抽签',
		state: '情况',
		score: '得分',
		deeds: '操作'
	},
	moves: {
		title: '人工改动',
		none: '没有人工改动，顺序就是抽签的结果。',
		kind: {
			late: '迟到，排到最后',
			absent: '缺席',
			back: '恢复出场',
			redraw: '重新抽签',
			reopen: '重新开放打分',
			unreveal: '撤回亮分'
		} satisfies Record<MoveKind, string>,
		fromTo: (from: number, to: number) => `第 ${from} 位 → 第 ${to} 位`
	},
	said: {
		draw: '已经抽签，顺序已经公布。',
		screen: '地址已经生成。',
		shut: '地址已经停用。',
		set: '已经保存。'
	} as Record<string, string>,
	line: '网络断开，页面暂时不会自动更新。',
	refresh: '刷新',
	refusal: {
		gone: () => '找不到了，请刷新页面。',
		'stands-apart': () => '您有作品参加本届比赛，不能主持现场。',
		judges: () => '您是本届评委，不能主持现场。',
		'not-sealed': () => '规则还没有封存，没有随机种子。',
		closed: () => '这一轮已经截止。',
		'not-begun': () => '这一轮还没有开始，请先在“进程”里开始评审。',
		'no-field': () => '这一轮没有参赛作品。',
		'same-draw': () => '参赛作品没有变化，重新抽签得到的顺序一样，没有重抽。',
		begun: () => '已经有选手上场，不能重新抽签。',
		why: () => '请写明原因。',
		'not-current': () => '这位选手不在台上，请刷新页面。',
		'not-now': () => '现在不能这样做，页面可能已经变了，请核对后再试。',
		scoring: () => '台上的选手正在打分，请先截止。',
		unrevealed: () => '台上的选手还没有亮分，请先亮分。',
		'nobody-scored': () => '还没有一位评委打完分，不能截止。',
		'not-all': (d: Detail) => `还有 ${d.n} 位评委没有打完分。确实要截止，请勾选后再按。`,
		'last-already': () => '已经在最后了。',
		'no-screen': () => '没有在用的地址。',
		seconds: () => '请填 10 到 7200 之间的整数，或者不填。',
		same: () => '没有改动。'
	} as Record<string, (detail: Detail) => string>,
	jury: {
		title: '现场打分',
		go: '进入现场打分',
		lead: '主持人请选手上场，这里马上出现；开放打分后填写，分数自动保存，截止前可以改。',
		notDrawn: '还没有抽签，请稍候。',
		waiting: '台上还没有选手，请稍候。',
		next: (place: number) => `下一位：第 ${place} 位`,
		progress: (done: number, all: number) => `已登场 ${done} / ${all}`,
		called: '请听演讲，稍后开放打分。',
		open: '请打分',
		shut: '这位选手的打分已经截止。',
		notYours: '这位选手不由您打分。',
		entry: '作品材料、回避和记录'
	},
	wall: {
		title: '大屏幕',
		gone: '这个大屏幕地址已经停用。',
		idle: '请稍候',
		done: (done: number, all: number) => `已登场 ${done} / ${all}`,
		scoring: '评委正在打分',
		counted: '打分截止',
		onStage: '正在演讲',
		score: '最后得分',
		full: (max: number) => `满分 ${max}`,
		ranking: '目前排名',
		noRanking: '还没有亮分的选手',
		order: '出场顺序',
		now: '台上',
		doneOne: '已登场',
		absent: '缺席',
		changed: '顺序经人工调整',
		lost: '网络断开，正在重新连接'
	}
};
