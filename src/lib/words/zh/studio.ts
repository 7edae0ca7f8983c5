import type { Room } from '../../domain/studio/rooms';
import type { Noun } from '../../domain/studio/noun';
import type { State } from '../../domain/studio/state';
import { lists } from './lists';

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
		series: '系列活动',
		events: '活动',
		honours: '荣誉',
		articles: '文章',
		documents: '文件',
		pages: '页面',
		bases: '底图',
		media: '素材库',
		contests: '大赛',
		entries: '参赛作品',
		judging: '评审',
		recommendations: '推荐',
		films: '影片处理',
		review: '审核',
		corrections: '公众更正',
		visits: '参观预约',
		venues: '场地申请',
		calendar: '总日历',
		attendance: '到场统计',
		import: '导入',
		stamps: '打卡',
		health: '内容体检',
		settings: '设置',
		menus: '菜单',
		words: '词表',
		people: '人员',
		outbox: '发件箱',
		audit: '操作记录'
	} satisfies Record<Room, string>,
	roomGroup: { work: '日常', content: '内容', contest: '大赛', office: '管理' },
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
		series: '系列活动',
		events: '活动',
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
		contest: {
			title: '大赛待办',
			of: {
				check: '件作品待审',
				overdue: '件退回后超过更正期限',
				films: '项影片处理失败',
				messages: '条参赛者留言待答复',
				erasures: '项删除申请待答复',
				lateErasures: '项删除申请超过期限'
			}
		},
		visits: {
			title: '参观预约',
			of: { asked: '件申请等您安排', venues: '件场地申请等您答复', unmarked: '场参观待登记到访' }
		},
		returned: '退回给您修改',
		toReview: '等您审核',
		drafts: '您的草稿',
		unsaved: '您写了一半的内容',
		scheduled: '即将发布',
		expiring: '即将下线',
		recent: '最近的变化',
		health: '内容体检',
		healthLead: '看看哪些栏目空着、过期，哪些地点还没有核实位置。',
		corrections: (n: number) => `${count(n)} 条公众更正还没有处理`,
		all: (n: number) => `全部 ${count(n)} 项`,
		none: '还没有变化。',
		by: (name: string) => name,
		portal: '系统',
		at: (time: string) => `${time} 发布`,
		until: (time: string) => `${time} 下线`,
		start: '新建'
	},

	...lists,

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
		title: '公众更正',
		lead: '公众在地点页面上指出的错误。本站不保存提交者的任何信息。',
		open: '待处理',
		done: '已处理',
		evidence: '依据',
		reference: (number: string) => `编号 ${number}`,
		edit: '去修改',
		markDone: '标为已处理',
		reopen: '改回待处理',
		doneBy: (name: string, at: string) => `${name}，${at}`,
		none: '没有待处理的更正。',
		noneDone: '还没有处理过的更正。',
		missing: '这条更正已经不在了。'
	}
};
