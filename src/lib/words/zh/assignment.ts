import { assignmentRefusals } from './assignment-refusals';
import type { ConflictKind, conflictSources } from '../../domain/judging/state';

const count = (n: number | string | undefined) => Number(n ?? 0).toLocaleString('zh-CN');

/** Words of the office’s pages on juries, conflicts and who judges what; loaded there alone. */
export const assignment = {
	panel: {
		title: '评委',
		lead: '先把人请进这一届的评委名单，再编入各轮。已经打完的分数不会因为谁离开而作废；没打的会立刻分给别人。',
		none: '还没有评委。从下面请第一位进来。',
		label: '称呼',
		name: '姓名',
		knows: '熟悉的类别',
		all: '全部类别',
		phone: '手机号',
		phoneHelp: '用来比对作品的联系电话。只保存摘要，看不到号码。可以不填。',
		labelHelp: '结果和记录里用它代替姓名，例如“评委 07”。不填就接着往下编。',
		invite: '请评委进名单',
		person: '账号邮箱',
		personHelp: '对方要先有账号，并且有“评委”角色。',
		candidates: (n: number) => `还有 ${n} 位评委账号不在名单里`,
		noCandidates: '没有不在名单里的评委账号。先在“人员”里邀请，并给“评委”角色。',
		go: '加入名单',
		change: '修改',
		save: '保存',
		joined: '已加入名单',
		saved: '已保存',
		rounds: '各轮',
		notIn: '未编入',
		in: '在评',
		left: '已离开',
		leftAt: (day: string, why: string) => `${day} 离开：${why}`,
		done: (done: number, all: number) => `打完 ${done} / ${all}`,
		capacity: '最多接几件',
		capacityHelp: '不填就是不限',
		join: '编入本轮',
		change1: '改上限',
		leave: '离开本轮',
		leaveAll: '退出本届评审',
		back: '请回名单',
		why: '原因',
		try: '先试算',
		conflicts: (n: number) => `${n} 条回避`,
		ties: (n: number) => `申报 ${n} 条关系`,
		noTies: '还没有申报关系',
		declared: '已申报，没有关系',
		sealedLabel: '名单已随规则封存，称呼不能再改。',
		leftNow: (finished: number, moved: number) =>
			`已离开。打完的 ${finished} 个分数保留，${moved} 件没打的已经分给别人。`,
		wouldLeave: (finished: number, moved: number) =>
			`试算：打完的 ${finished} 个分数会保留，${moved} 件没打的会分给别人。还没有真的离开。`,
		joinedNow: '已编入。',
		wouldJoin: '试算：编入以后分派是这样。还没有真的编入。'
	},
	conflicts: {
		title: '回避',
		lead: '评委和作品有关系的，一律不评：不会分到，也不能手工指定。系统按单位、乡镇、主创姓名、电话、以往作品自动比对，评委自己申报的也算。',
		none: '没有符合条件的回避。',
		look: '重新查找',
		looked: (found: number) => (found ? `新发现 ${count(found)} 条回避。` : '没有新的回避。'),
		held: (moved: number, aside: number, missing: number) =>
			[
				moved ? `${moved} 件没打的已换人` : '',
				aside ? `${aside} 个已打的分数作废（保留原样，写明原因）` : '',
				missing ? `${missing} 件作品暂时找不到人补评` : ''
			]
				.filter(Boolean)
				.join('；'),
		add: '登记回避',
		addLead: '如果评委已经打了分，这个分数会当场作废，并请别人补评。',
		added: '已登记。',
		juror: '评委',
		anyJuror: '全部评委',
		entry: '作品编号',
		kind: '关系',
		anyKind: '全部关系',
		source: '来源',
		anySource: '全部来源',
		state: '状态',
		standing: '生效中',
		lifted: '已解除',
		any: '全部',
		filter: '筛选',
		why: '说明',
		since: '登记时间',
		total: (n: number) => `共 ${count(n)} 条`,
		lift: '解除',
		liftLead:
			'只有系统比对出来的才能解除（例如同名同姓），要写明理由，并由另一位工作人员再确认一次。已经换走的任务不会换回来。',
		asked: (who: string, why: string) => `${who} 提出解除：${why}`,
		confirm: '确认解除',
		askedNow: '已提出解除，等另一位工作人员确认。',
		liftedNow: '已解除。',
		liftedAt: (day: string, who: string, why: string) => `${day} 由 ${who} 解除：${why}`,
		kinds: {
			self: '本人作品',
			unit: '同一单位',
			town: '同一乡镇街道',
			crew: '主创同名',
			phone: '电话相同',
			earlier: '以往合作',
			family: '亲属',
			teacher: '师生',
			interest: '利益关系',
			other: '其他'
		} satisfies Record<ConflictKind, string>,
		sources: {
			declared: '评委申报',
			recused: '评审中回避',
			found: '系统比对',
			office: '工作人员登记'
		} satisfies Record<(typeof conflictSources)[number], string>
	},
	draw: {
		title: '分派',
		lead: '谁评哪件，由公开的随机种子算出来：件数尽量均等，有回避关系的不分，任何人拿同一份底稿都能算出同样的结果。',
		seed: '随机种子',
		notSealed: '规则封存以后才有随机种子，才能分派。',
		section: '抽签分派',
		redo: '还没有人开始评，可以重新分派：同样的名单会得到同样的结果。',
		begun: '已经有人开始评，不能整体重分。个别调整用下面的办法。',
		over: '这一轮已经截止，分派不能再改。',
		islands: '允许评委分成互不相交的几组',
		islandsHelp: '各组之间的分数不能比较，也不能校准。只在各类别单独评、单独排名时使用。',
		try: '先试算',
		go: '正式分派',
		tried: '试算结果，还没有写入',
		drawn: '分派完成',
		facts: {
			tasks: '评分任务',
			loads: '每位评委',
			groups: '评委连成',
			pairs: '两两共评',
			precision: '可比程度',
			apart: '回避',
			sample: '试评作品',
			repeats: '暗中重评'
		},
		tasks: (n: number, entries: number) => `${count(n)} 个，${count(entries)} 件作品`,
		loads: (least: number, most: number) =>
			least === most ? `都是 ${count(most)} 件` : `${count(least)} 至 ${count(most)} 件`,
		groups: (n: number) => (n <= 1 ? '一个整体，分数可以互相比较' : `${n} 组，各组之间不能比较`),
		pairs: (met: number, possible: number, fewest: number) =>
			met === possible
				? `${count(possible)} 对评委都有共评作品，最少的一对有 ${count(fewest)} 件`
				: `${count(possible)} 对里有 ${count(met)} 对有共评作品`,
		precision: (ratio: number) =>
			ratio <= 1.1 ? '接近最理想' : `误差方差是最理想时的 ${ratio.toFixed(1)} 倍`,
		thin: '各组评委之间共评的作品太少，比较起来误差大。可以多请几位熟悉几个类别的评委。',
		apart: (n: number, found: number) =>
			found ? `避开 ${count(n)} 对，其中新发现 ${count(found)} 对` : `避开 ${count(n)} 对`,
		sample: (codes: string) => codes,
		repeats: (n: number) => `${n} 件，评委不知道`,
		uneven: '有评委比别人少两件以上：',
		less: { capacity: '已到本人上限', possible: '能评的就这么多（类别或回避）' },
		loadTitle: '每位评委分到几件',
		juror: '评委',
		given: '分到',
		missing: (n: number, codes: string) => `还有 ${n} 件作品缺人评：${codes}`
	},
	progress: {
		title: '进度',
		lead: '已打完和还没打的件数。这里不显示分数。',
		none: '还没有分派。',
		done: '已打完',
		open: '没打',
		total: (done: number, all: number) => `共 ${count(all)} 个评分任务，已完成 ${count(done)} 个`,
		ended: (recused: number, aside: number) => `回避 ${recused} 件，作废 ${aside} 个分数`,
		short: (n: number) => `有 ${n} 件作品的任务数不够`
	},
	hand: {
		title: '个别调整',
		lead: '填作品编号或评审代码，查它由谁在评，再换人、加人或撤掉。打过的分数不能动。',
		entry: '作品编号或评审代码',
		find: '查找',
		unknown: '这一轮里没有这件作品。',
		who: (number: string) => `${number} 由谁评`,
		move: '换给',
		remove: '撤掉',
		add: '再请一位',
		why: '原因',
		go: '确定',
		moved: '已换人。',
		removed: '已撤掉。',
		added: '已加上。',
		cannot: '有回避关系或已不在名单的评委不列在这里。'
	},
	table: {
		title: '用表格分派',
		lead: '两列就够：作品编号（或评审代码）和评委称呼。先试算，看清每一行，再写入。只要有一行有错，就一行也不写入。',
		download: '下载现在的分派（CSV）',
		file: 'CSV 文件（UTF-8 或 GB18030）',
		mode: '表格的意思',
		add: '在现有分派上添加',
		whole: '这就是全部分派（表里没有的、还没打的会撤掉）',
		try: '先试算',
		go: '写入',
		tried: (added: number, removed: number, same: number) =>
			`试算：新增 ${count(added)} 个，撤掉 ${count(removed)} 个，${count(same)} 个本来就有。还没有写入。`,
		done: (added: number, removed: number) =>
			`已写入：新增 ${count(added)} 个，撤掉 ${count(removed)} 个。`,
		bad: (n: number) => `有 ${count(n)} 行不能用，一行也没有写入：`,
		line: (n: number) => `第 ${n} 行`,
		more: (n: number) => `还有 ${count(n)} 行`
	},
	wave: {
		title: '加评',
		lead: '入选与否还拿不准的作品，再请几位评委评。请谁、评哪件，按能减少多少不确定来算，件数保持均等。',
		budget: '再评几个',
		try: '先试算',
		go: '正式加评',
		tried: '试算结果，还没有写入',
		done: (n: number) => `第 ${n} 波已经分派`,
		facts: (given: number, entries: number, uncertain: number) =>
			`${count(given)} 个新任务，落在 ${count(entries)} 件作品上；现在有 ${count(uncertain)} 件拿不准。`,
		open: (n: number) => `前面还有 ${count(n)} 个任务没打完，算的时候只用了已有的分数。`,
		less: (asked: number, given: number) =>
			`想加 ${count(asked)} 个，只能加 ${count(given)} 个：其余的找不到可以评的人。`
	},
	history: {
		title: '历次分派',
		lead: '每一次都留有底稿和指纹。下载底稿，运行 npm run draw -- 文件名，就能重抽一遍并核对。',
		kinds: { draw: '抽签', repair: '人员变动后补派', adaptive: '加评' },
		ask: '底稿指纹',
		result: '结果指纹',
		download: '下载底稿'
	},
	taskStates: {
		open: '没打',
		scored: '已打分',
		locked: '已锁定',
		recused: '已回避',
		moved: '已换人',
		aside: '已作废'
	} as Record<string, string>,
	back: '返回',
	refusals: assignmentRefusals
};
