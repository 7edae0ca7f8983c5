/** What went wrong, and what to do next. */
export const errors = {
	title: {
		400: '这个地址里有读不懂的内容',
		404: '没有找到这一页',
		405: '这里不接受这种操作',
		429: '操作太频繁了',
		500: '本站出了故障',
		503: '暂时忙不过来'
	} as Record<number, string>,
	other: '请求没有完成',
	help: {
		400: '可以去掉有问题的条件再试，或者从下面的入口重新开始。',
		404: '内容可能已经更名或撤下。可以搜索名称，或从下面的入口继续。',
		429: '请稍等一分钟再试。',
		500: '问题已记录。请稍后再试；反复出现时，请把下面的编号告诉主办单位。',
		503: '请求太多，请半分钟后再试。'
	} as Record<number, string>,
	id: '故障编号',
	refusals: '具体问题',
	rest: '去掉这些条件，看其余的内容',
	reason: {
		'unknown-value': (detail: Record<string, string | number>) => `没有“${detail.value}”这个选项`,
		'only-one': () => '只能选一个',
		'too-many-values': (detail: Record<string, string | number>) =>
			`选得太多了：最多 ${detail.limit} 个`,
		'too-long': (detail: Record<string, string | number>) =>
			`太长了：最多 ${detail.limit} 个字，现有 ${detail.length} 个`,
		'box-shape': () => '范围要写成“西,南,东,北”四个数字',
		'box-outside-world': () => '范围超出了经纬度的界限',
		'box-inverted': () => '范围的西边要小于东边，南边要小于北边',
		'position-shape': () => '位置要写成“经度,纬度”两个数字',
		'position-outside-world': () => '位置超出了经纬度的界限',
		'needs-position': () => '按距离排序需要先给出位置',
		'too-many': (detail: Record<string, string | number>) =>
			`结果太多：一次最多下载 ${detail.limit} 处，请先缩小范围`,
		'page-out-of-range': (detail: Record<string, string | number>) =>
			`页码要在 1 到 ${detail.limit} 之间`
	} as Record<string, (detail: Record<string, string | number>) => string>,
	field: {
		kind: '类型',
		category: '类别',
		town: '镇街',
		level: '级别',
		trail: '廉路',
		open: '正在开放',
		q: '搜索词',
		bbox: '范围',
		near: '位置',
		sort: '排序',
		page: '页码',
		view: '显示方式',
		download: '下载',
		type: '类型',
		series: '系列',
		chapter: '篇章',
		for: '面向',
		free: '名额',
		past: '时间',
		day: '日期',
		events: '活动'
	} as Record<string, string>,
	wrong: '填写有误'
};
