import type { PlanNumber } from '../../domain/visits/plan';
import type { Shelf } from '../../domain/visits/inbox';
import type { GroupKind, VisitState } from '../../domain/visits/visit';

type Detail = Record<string, string | number>;
const count = (n: number) => n.toLocaleString('zh-CN');

/** 工作台里的参观预约：收件箱、日历、安排、导出。Long because it is one table of words. */
export const visitsOffice = {
	title: '参观预约',
	total: (n: number) => `${count(n)} 件`,
	tabs: { inbox: '申请', calendar: '日历', places: '各地点的安排', export: '导出' },
	shelf: {
		waiting: '等您处理',
		offered: '等对方确认',
		coming: '将要到来',
		unmarked: '待登记到访',
		over: '已结束'
	} satisfies Record<Shelf, string>,
	none: {
		waiting: '没有等待处理的申请。',
		offered: '没有等待对方确认的时段。',
		coming: '没有将要到来的团体。',
		unmarked: '没有待登记的参观。',
		over: '还没有结束的预约。'
	} satisfies Record<Shelf, string>,
	state: {
		asked: '新申请',
		offered: '等对方确认',
		confirmed: '已约定',
		declined: '未安排',
		cancelled: '已取消',
		came: '已到访',
		missed: '未到访',
		lapsed: '对方过时未确认'
	} satisfies Record<VisitState, string>,
	kind: {
		unit: '单位',
		school: '学校',
		community: '村、社区',
		family: '家庭、亲友',
		other: '其他'
	} satisfies Record<GroupKind, string>,
	place: '地点',
	allPlaces: '全部地点',
	show: '显示',
	column: {
		group: '团体',
		place: '地点',
		when: '时间',
		heads: '人数',
		state: '状态',
		asked: '申请'
	},
	people: (n: number) => `${count(n)} 人`,
	wished: '希望',
	deleted: '（已按期限删除）',
	due: (when: string) => `${when} 前确认`,
	letter: { waiting: '公函待查毒', clear: '有公函', found: '公函有病毒' },
	guidesOf: (names: string) => `讲解：${names}`,
	guidesMissing: (n: number) => `还缺 ${n} 位讲解`,

	one: {
		title: (code: string) => `预约 ${code}`,
		back: '回到申请',
		kind: '类型',
		heads: '人数',
		batches: (n: number, batch: number) => `分 ${n} 批（每批 ${batch} 人）`,
		wish: '希望的时间',
		slot: '时段',
		place: '地点',
		asked: '申请时间',
		due: '对方确认期限',
		closed: '按现在的开放时间，这个时段不开放。请改安排时段，或者取消并说明原因。',
		contact: '联系人',
		phone: '电话',
		email: '邮箱',
		note: '留言',
		gone: '联系人、联系方式和公函已经按期限删除。',
		forget: (day: string) => `${day} 自动删除联系人、联系方式和公函`,
		viewed: '您打开这一页已记入操作记录。',
		letter: '公函',
		letterNone: '没有提交',
		letterGet: '下载公函',
		letterWaiting: '正在查毒，查完才能下载',
		letterFound: '发现病毒，不能下载',
		ended: { group: '对方取消', office: '场馆处理' },
		reason: '原因',
		came: (n: number) => `到访 ${count(n)} 人`,

		offer: {
			title: '安排时段',
			again: '改安排时段',
			lead: '安排以后名额就为对方留住，并请对方在期限以前确认。',
			leadAgain: '改时段以后要请对方重新确认，原来的时段马上让出。',
			label: '时段',
			choose: '请选择',
			wishMark: '对方希望',
			wishGone: '对方希望的时间已经没有空位或不再开放。',
			none: '没有容得下这个团体的空闲时段。可以调整各地点的安排，或者说明原因不安排。',
			send: '安排并通知对方'
		},
		confirm: {
			title: '替对方确认',
			lead: '对方在电话里答应了，可以在这里登记。',
			send: '登记为已确认'
		},
		many: {
			title: '改人数',
			lead: '对方在电话里改了人数，可以在这里登记。人数多了，仍要时段容得下。',
			send: '保存人数'
		},
		guides: {
			title: '讲解员',
			lead: (n: number) => `这个团体分 ${n} 批。`,
			busy: '同一时段已有安排',
			none: '这个地点还没有讲解员名单。',
			toList: '去添加',
			send: '保存讲解安排'
		},
		decline: {
			title: '不安排',
			lead: '原因会告诉对方。',
			label: '原因',
			send: '不安排并通知对方'
		},
		cancel: {
			title: '取消参观',
			lead: '原因会告诉对方，名额马上让出。',
			label: '原因',
			send: '取消并通知对方'
		},
		mark: {
			title: '登记到访',
			lead: '到访人数可以多于或少于预约人数。',
			label: '到访人数',
			came: '登记到访',
			missed: '登记未到'
		},
		noMail: '对方没有留邮箱，请打电话通知。',
		done: {
			offer: '时段已经安排。',
			confirm: '已登记为确认。',
			heads: '人数已经改好。',
			guides: '讲解安排已保存。',
			decline: '已记为不安排。',
			cancel: '参观已取消。',
			came: '到访人数已登记。',
			missed: '已登记未到。'
		} as Record<string, string>
	},

	calendar: {
		title: '参观日历',
		month: '月',
		week: '周',
		before: { month: '上一月', week: '上一周' },
		after: { month: '下一月', week: '下一周' },
		today: '今天',
		none: '这段时间没有参观。',
		weekdays: ['周一', '周二', '周三', '周四', '周五', '周六', '周日'],
		closed: '不开放',
		holiday: (name: string) => name,
		free: (heads: number) => `余 ${heads} 人`,
		full: '已满',
		total: (visits: number, heads: number) => `${count(visits)} 场，${count(heads)} 人`,
		weekOf: (from: string, to: string) => `${from} 至 ${to}`,
		choosePlace: '选一个地点，可以看到每个时段的余位。'
	},

	places: {
		title: '各地点的安排',
		lead: '哪些地点接受团体预约、怎样接待，在这里定。开放时间在地点的资料里改。',
		open: '接受预约',
		shut: '暂停预约',
		never: '没有安排',
		edit: '修改安排',
		make: '开始接受预约',
		none: '没有您管理的地点。'
	},

	plan: {
		title: '接待安排',
		open: '接受团体预约',
		openHelp: '打开以后，地点页面上会出现“团体预约参观”。',
		number: {
			slot: '每场多少分钟',
			batch: '每批多少人（一位讲解员带）',
			parallel: '同一时段最多接待几批',
			largest: '一个团体最多多少人',
			cutOff: '提前多少个工作日',
			ahead: '可以约多少天以内',
			hold: '安排时段后，给对方多少个工作日确认',
			letterFrom: '多少人以上要公函（空着就是不要）'
		} satisfies Record<PlanNumber, string>,
		room: (heads: number) => `照这样，一个时段最多 ${count(heads)} 人。`,
		zh: '告诉团体的话（中文）',
		en: '告诉团体的话（英文，可以不填）',
		noteHelp: '例如集合地点、停车、存包。会显示在预约页面和确认里。',
		save: '保存安排',
		hours: '开放时间',
		hoursLead: '时段从开放时间开始一场接一场排，例外的日子照例外排。',
		noHours: '这个地点还没有开放时间，排不出时段。请先填写开放时间并发布。',
		toHours: '到地点资料修改',
		preview: '最近可以预约的时段',
		previewNone: '近期排不出可以预约的时段。',
		toPublic: '公众看到的预约页面',
		guides: '讲解员',
		guidesLead: '只写工作中用的称呼。名单只有工作人员看得到。',
		noGuides: '还没有讲解员。',
		name: '称呼',
		add: '添加',
		remove: (name: string) => `移除${name}`,
		removeShort: '移除',
		done: {
			plan: '安排已保存。',
			add: '讲解员已添加。',
			remove: '讲解员已移除。'
		} as Record<string, string>
	},

	export: {
		title: '按月导出',
		lead: '一个月的全部预约，包括没有安排和取消的，按参观日（还没有安排的按希望的日子）。',
		month: '月份',
		persons: '包括联系人、电话、邮箱和留言',
		personsHelp: '只在需要时勾选。导出会记入操作记录。',
		xlsx: '导出 XLSX',
		csv: '导出 CSV',
		numbers: '本月小计',
		file: (month: string) => `参观预约-${month}`,
		caption: (month: string) => `${month}各地点的参观`,
		columns: {
			place: '地点',
			asked: '申请',
			agreed: '约定',
			came: '到访场次',
			heads: '到访人数',
			missed: '未到',
			ended: '未安排或取消'
		},
		sum: '合计'
	},

	wrong: '没有保存，请看下面的说明：',
	refusal: {
		choose: () => '请选一项。',
		closed: () => '这个时间不开放，请从列出的时段里选。',
		past: () => '这个时间已经过去了。',
		full: () => '这个时段的空位不够这个团体，请换一个。',
		'too-many': ({ max }: Detail) => `一个团体最多 ${max} 人，请先改这个地点的安排。`,
		missing: () => '请填写这一项。',
		'too-long': ({ max }: Detail) => `太长了，最多 ${max} 个字。`,
		'bad-heads': () => '请填写人数，用阿拉伯数字，至少 1 人。',
		busy: ({ name }: Detail) => `${name}在这个时段已经带别的团体。`,
		gone: () => '没有这个预约，或者不归您管。',
		ended: () => '这件预约已经结束，不能再改。',
		'offer-over': () => '对方没有在期限以前确认，时段已经让出，请重新安排。',
		'not-offered': () => '还没有安排时段。',
		begun: () => '参观已经开始，请登记到访或未到。',
		'not-yet': () => '参观还没有开始，到时间再登记。',
		refused: () => '这件事要由对方做。',
		'not-open': () => '这个地点没有接待安排。',
		'bad-number': ({ min, max }: Detail) => `请填 ${min} 到 ${max} 之间的整数。`,
		'beyond-slot': ({ room }: Detail) =>
			`一个时段最多 ${room} 人（每批人数乘以批数），团体人数不能超过它。`,
		'below-held': ({ day, time, need }: Detail) =>
			`${day} ${time} 已经约出去的要 ${need} 批，不能比它少。请先改那一场。`,
		'chinese-first': () => '请先写中文。',
		'there-already': () => '名单里已经有这个称呼。',
		'guides-full': ({ max }: Detail) => `最多 ${max} 位。`,
		'not-scanned': () => '公函还没有查毒，或者有病毒，不能下载。',
		month: () => '没有这个月份。'
	} as Record<string, (detail: Detail) => string>
};
