export const site = {
	name: '廉图',
	district: '余杭清廉文化地图',
	tagline: '一张图，看见身边的清廉文化',
	skip: '跳到正文',
	menu: '菜单',
	search: '搜索',
	searchLabel: '搜索阵地、清廉单元、镇街或廉路',
	nav: {
		label: '主导航',
		map: '地图',
		places: '名录',
		units: '清廉单元',
		trails: '廉路',
		articles: '资讯',
		about: '关于'
	},
	preferences: {
		label: '阅读方式',
		elder: '长者版',
		normal: '标准版',
		dark: '深色',
		light: '浅色',
		otherLanguage: 'English',
		otherLanguageTag: 'en'
	},
	crumbs: '当前位置',
	home: '首页',
	footer: {
		label: '网站信息',
		sponsor: '主办单位',
		contact: '联系方式',
		icp: 'ICP备案',
		police: '公安备案',
		code: '网站标识码',
		about: '关于本站',
		accessibility: '无障碍声明',
		feed: '资讯订阅',
		api: '开放数据接口',
		reports:
			'反映党员干部违纪违法问题，请拨打 12388 或登录 12388 举报网站；本站不受理、不保存举报内容。'
	},
	copied: '已复制',
	close: '关闭',
	more: '更多',
	all: '全部',
	back: '返回',
	print: '打印',
	toTop: '回到顶部',
	loading: '正在载入',
	pager: {
		label: '分页',
		previous: '上一页',
		next: '下一页',
		page: (page: number, pages: number) => `第 ${page} 页，共 ${pages} 页`
	},
	total: (count: number) => `共 ${count.toLocaleString('zh-CN')} 处`,
	notPublished: '未公布',
	source: '来源',
	sources: '资料来源',
	updated: '更新于',
	translationMissing: '本段暂无英文'
};
