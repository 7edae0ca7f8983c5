import type { Room } from '../../domain/studio/rooms';
import type { Facet, ListSort } from '../../domain/studio/list';
import type { Noun } from '../../domain/studio/noun';
import type { State } from '../../domain/studio/state';

const count = (n: number) => n.toLocaleString('zh-CN');

/** Words of the studio’s frame, its first page and its lists. */
export const studio = {
	name: '工作台',
	/** 浏览器标签上的名称。 */
	title: (page: string) => `${page} · 工作台`,
	skip: '跳到正文',
	menu: '栏目',
	close: '关闭',
	toPublic: '公众网站',
	account: '我的账号',
	signOut: '退出登录',
	reading: '阅读方式',
	crumbs: '当前位置',
	waiting: (n: number) => `${count(n)} 项等您处理`,
	room: {
		home: '今日',
		places: '地点',
		units: '清廉单元',
		trails: '廉路',
		honours: '荣誉',
		articles: '文章',
		documents: '文件',
		pages: '页面',
		bases: '底图',
		media: '媒体库',
		review: '审核',
		corrections: '公众纠错',
		import: '导入',
		health: '内容体检',
		settings: '设置',
		menus: '菜单',
		words: '词表',
		people: '人员',
		outbox: '发件箱',
		audit: '操作记录'
	} satisfies Record<Room, string>,
	roomGroup: { work: '日常', content: '内容', office: '管理' },
	state: {
		draft: '草稿',
		review: '审核中',
		scheduled: '等待发布',
		published: '已发布',
		withdrawn: '已撤下',
		expired: '已到期下线'
	} satisfies Record<State, string>,
	/** 一件内容的量词名称。 */
	noun: {
		places: '地点',
		trails: '廉路',
		honours: '荣誉',
		articles: '文章',
		documents: '文件',
		pages: '页面',
		bases: '底图'
	} satisfies Record<Noun, string>,
	create: (noun: string) => `新建${noun}`,

	home: {
		title: '今日',
		hello: (name: string) => `${name}，您好`,
		calm: '现在没有等您处理的事。',
		returned: '退回给您修改',
		toReview: '等您审核',
		drafts: '您的草稿',
		unsaved: '您写了一半的内容',
		scheduled: '即将发布',
		expiring: '即将下线',
		recent: '最近的变化',
		health: '内容体检',
		healthLead: '看看哪些栏目空着、过期，哪些地点还没有核实位置。',
		corrections: (n: number) => `${count(n)} 条公众纠错还没有处理`,
		all: (n: number) => `全部 ${count(n)} 项`,
		none: '还没有变化。',
		by: (name: string) => name,
		portal: '系统',
		at: (time: string) => `${time} 发布`,
		until: (time: string) => `${time} 下线`,
		start: '新建'
	},

	list: {
		total: (n: number) => `共 ${count(n)} 项`,
		of: (from: number, to: number, total: number) =>
			`第 ${count(from)}–${count(to)} 项，共 ${count(total)} 项`,
		search: '搜索名称、拼音或标识',
		find: '查找',
		filters: '筛选',
		apply: '应用筛选',
		clear: '清除全部条件',
		remove: (name: string) => `去掉条件“${name}”`,
		facet: {
			state: '状态',
			kind: '类型',
			category: '类别',
			town: '镇街'
		} satisfies Record<Facet, string>,
		more: '更多条件',
		none: '未填写',
		live: '公众能否看到',
		liveYes: '公众可见',
		liveNo: '公众看不到',
		mine: '我最后修改的',
		newer: '有未发布的新版本',
		trash: '回收站',
		sort: '排序',
		sorts: {
			updated: '修改时间',
			name: '名称',
			state: '状态',
			kind: '类型'
		} satisfies Record<ListSort, string>,
		sortWords: {
			'-updated': '最近修改在前',
			updated: '最早修改在前',
			name: '名称 A 到 Z',
			'-name': '名称 Z 到 A',
			state: '按状态',
			'-state': '按状态倒序',
			kind: '按类型',
			'-kind': '按类型倒序'
		} as Record<string, string>,
		ascending: '从小到大',
		descending: '从大到小',
		column: {
			select: '选择',
			title: '名称',
			state: '状态',
			kind: '类型',
			town: '镇街',
			updated: '修改'
		},
		selectOne: (title: string) => `选择“${title}”`,
		selectAll: '选择本页全部',
		selected: (n: number) => `已选 ${count(n)} 项`,
		selectedNone: '勾选后可以批量处理',
		newerMark: '有新版本',
		liveMark: '公众可见',
		trashedAt: (time: string) => `${time} 放入回收站`,
		by: (name: string) => `${name}`,
		empty: '没有符合条件的内容。',
		emptyHelp: '可以去掉一个条件，或者换一种写法（拼音、首字母都可以）。',
		nothing: (noun: string) => `还没有${noun}。`,
		beyond: '这一页没有内容了。',
		first: '回到第一页',
		export: '导出',
		exportLead: '导出当前筛选的全部内容，会记入操作记录。',
		format: { xlsx: 'Excel 表格', csv: 'CSV 表格', geojson: 'GeoJSON 地图数据' },
		loading: '正在查找',
		keys: '键盘'
	},

	views: {
		title: '常用视图',
		all: '全部',
		keep: '把当前筛选存为视图',
		name: '视图名称',
		shared: '同事也能看到',
		sharedMark: '共享',
		save: '保存',
		drop: (name: string) => `删除视图“${name}”`,
		kept: '视图已保存。',
		dropped: '视图已删除。',
		refusal: {
			required: '请写一个名称。',
			'too-long': '名称最多 60 个字。',
			'too-many': '视图太多了，请先删除不用的。',
			'not-yours': '这个视图不是您建的。',
			missing: '这个视图已经不在了。'
		} as Record<string, string>
	},

	bulk: {
		label: '批量处理',
		submit: '送审',
		withdraw: '撤下',
		trash: '放入回收站',
		restore: '从回收站恢复',
		reason: '撤下原因',
		reasonHint: '撤下时必须写，会记入操作记录。',
		choose: '请先勾选要处理的内容。',
		tooMany: (limit: number) => `一次最多处理 ${limit} 项。`,
		done: {
			submit: (n: number) => `已送审 ${n} 项。`,
			withdraw: (n: number) => `已撤下 ${n} 项。`,
			trash: (n: number) => `已把 ${n} 项放入回收站。`,
			restore: (n: number) => `已恢复 ${n} 项。`
		} as Record<string, (n: number) => string>,
		refused: (n: number) => `有 ${n} 项没有处理：`,
		why: {
			state: '现在的状态不能这样做',
			'not-live': '公众本来就看不到',
			'still-live': '公众还能看到，请先撤下',
			'in-trash': '在回收站里',
			'not-in-trash': '不在回收站里',
			'not-yours': '您没有这项权限',
			'not-your-step': '这一步由别的角色审核',
			'own-work': '有您自己的修改，请由别人审核',
			'step-done': '您已经审核过一步',
			stale: '刚刚有人改过，请打开看看',
			'reason-required': '没有写原因',
			'comment-required': '没有写意见',
			'too-long': '原因太长',
			missing: '已经不在了',
			taken: '标识被别的内容占用了',
			checks: '检查没有通过，请打开看看',
			other: '没有通过，请打开看看'
		} as Record<string, string>
	},

	palette: {
		title: '快速前往',
		button: '查找或前往',
		label: '栏目、内容或操作',
		hint: '输入名称、拼音或首字母',
		rooms: '栏目',
		actions: '操作',
		things: '内容',
		recent: '您最近修改的',
		none: '没有找到。',
		count: (n: number) => `${n} 个结果`,
		keys: '上下键选择，回车打开，Esc 关闭',
		find: '查找'
	},

	shortcuts: {
		title: '键盘快捷键',
		open: '快捷键',
		everywhere: '任何页面',
		inLists: '列表里',
		palette: '查找或前往任何地方',
		help: '显示这张表',
		down: '下一行',
		up: '上一行',
		select: '选择这一行',
		enter: '打开这一行',
		search: '到搜索框',
		create: '新建',
		nextPage: '下一页',
		previousPage: '上一页',
		or: '或'
	},

	corrections: {
		title: '公众纠错',
		lead: '公众在地点页面上指出的错误。本站不留下提交者的任何信息。',
		open: '待处理',
		done: '已处理',
		evidence: '依据',
		reference: (number: string) => `编号 ${number}`,
		edit: '去修改',
		markDone: '标为已处理',
		reopen: '改回待处理',
		doneBy: (name: string, at: string) => `${name}，${at}`,
		none: '没有待处理的纠错。',
		noneDone: '还没有处理过的纠错。',
		missing: '这条纠错已经不在了。'
	}
};
