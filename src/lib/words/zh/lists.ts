import type { Facet, ListSort } from '../../domain/studio/list';

const count = (n: number) => n.toLocaleString('zh-CN');

/** Words of the studio’s lists, their views and work on several things at once. */
export const lists = {
	list: {
		total: (n: number) => `共 ${count(n)} 项`,
		of: (from: number, to: number, total: number) =>
			`第 ${count(from)}–${count(to)} 项，共 ${count(total)} 项`,
		search: '搜索名称、拼音或网址标识',
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
			taken: '网址标识被别的内容占用了',
			checks: '检查没有通过，请打开看看',
			'venue-declined': '场地的管理方没有同意，请打开看看',
			other: '没有通过，请打开看看'
		} as Record<string, string>
	}
};
