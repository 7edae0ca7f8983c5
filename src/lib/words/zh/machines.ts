type Detail = Record<string, string | number>;

/** What programs that ask for data are told; read by the people who write them. */
export const machines = {
	title: {
		400: '请求参数有误',
		401: '需要登录',
		403: '没有权限',
		404: '没有找到',
		405: '不支持这种请求方式',
		406: '没有这种格式',
		416: '请求的字节范围不存在',
		500: '服务出错了',
		503: '暂时忙不过来'
	} as Record<number, string>,
	other: '请求没有完成',
	detail: {
		'sign-in': '请先登录。',
		refused: '这个账号没有这项权限。',
		missing: '没有这个地址。',
		parameters: '请按 errors 中的说明修改参数后重试。',
		path: '没有这个地址。可用的地址见 /api。',
		method: '此地址只接受 GET 和 HEAD 请求。',
		collection: '没有这个数据集。可用的数据集见 /api/collections。',
		feature: '没有这个编号的要素，或者它尚未发布。',
		tile: '没有这个瓦片：缩放级别为 0 到 17，行列号须在该级别的范围内。',
		cluster: '没有这个聚合点；内容更新后聚合点会重新编号，请重新载入地图。',
		picture: '没有这张图片。',
		busy: '请求太多，暂时忙不过来，请半分钟后再试。',
		file: '没有这个文件。',
		range: '所要的字节范围超出了文件的长度。',
		defect: '服务器出现错误。请稍后再试；如果仍然不行，请把编号告诉主办单位。'
	},
	reason: {
		'unknown-parameter': (d: Detail) => `没有“${d.value}”这个参数`,
		'limit-out-of-range': (d: Detail) => `每页数量须是 1 到 ${d.limit} 之间的整数`,
		'offset-out-of-range': (d: Detail) => `起始位置须是 0 到 ${d.limit} 之间的整数`,
		'datetime-shape': () => '时间须写成 RFC 3339 的时刻、日期或“起/止”区间，开放的一端写“..”',
		'too-many-values': (d: Detail) => `最多 ${d.limit} 个值`,
		'too-many': (d: Detail) => `结果超过 ${d.limit} 处，请改用瓦片或缩小范围`,
		'datetime-inverted': () => '时间区间的起点要早于终点',
		'unknown-crs': () => '坐标系只支持 http://www.opengis.net/def/crs/OGC/1.3/CRS84'
	} as Record<string, (detail: Detail) => string>,
	api: {
		title: '余杭清廉文化地图开放数据',
		description:
			'廉洁文化阵地、清廉单元、场馆、服务点、廉路和活动的开放数据，符合 OGC API – Features 1.0。坐标为 WGS-84 经纬度（CRS84）。无需账号。',
		self: '本页',
		html: '网页版',
		json: 'JSON 版',
		service: '接口定义（OpenAPI 3.0）',
		doc: '接口说明',
		conformance: '符合的规范',
		data: '数据集',
		items: '要素',
		collection: '数据集说明',
		next: '下一页',
		prev: '上一页',
		page: '供人阅读的页面',
		home: '返回首页'
	},
	collections: {
		places: {
			title: '地点',
			description:
				'廉洁文化阵地、清廉单元、场馆和服务点。位置未知的地点 geometry 为 null；precision 说明位置的精确程度。'
		},
		trails: {
			title: '廉路',
			description: '由若干地点依次组成的线路。没有公布走线的，以站点间的直线表示。'
		},
		events: {
			title: '活动',
			description:
				'已发布的活动，按第一场的时间排列。datetime 按举办时间筛选；precision 说明时间的精确程度。地点未公布或没有坐标的，geometry 为 null。'
		}
	},
	feed: { title: '清廉文化资讯', subtitle: '余杭清廉文化地图的新消息' },
	events: { title: '清廉文化活动', subtitle: '新发布和有变化的活动' },
	picture: {
		site: '廉图',
		district: '余杭清廉文化地图',
		tagline: '一张图，看见身边的清廉文化',
		headline: '一张图，\n看见身边的清廉文化',
		lead: '在手绘的余杭地图上，找到身边的地方，走一条廉路。',
		kinds: '廉洁文化阵地 · 清廉单元 · 廉路',
		notice: '示意图·非测绘成果',
		article: '资讯',
		stops: (recorded: number, declared: number | null) =>
			declared ? `公布 ${declared} 站 · 已收录 ${recorded} 站` : `${recorded} 站`,
		promise: '每一条事实都注明来源',
		demonstration: '演示线路'
	}
};
