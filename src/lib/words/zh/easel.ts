type Count = number;

/** Words of the maps one draws on in the studio; loaded only there. */
export const easel = {
	loading: '正在打开地图……',
	unable: '这台设备不能显示可编辑的地图，请直接填写坐标。',
	closer: '放大',
	farther: '缩小',
	home: '全区',
	undo: '撤销',
	redo: '重做',
	keys: '方向键移动地图，加号减号缩放，回车键在十字处落点。',
	search: {
		label: '按名称找地方',
		go: '查找',
		none: '没有找到，或者它还没有位置。',
		busy: '暂时查不到，请稍后再试。'
	},
	at: (lat: string, lon: string) => `北纬 ${lat}，东经 ${lon}`,
	point: {
		label: '在地图上标出位置',
		open: '在地图上标',
		here: '把点放在十字处',
		back: '回到这个点',
		none: '还没有标出位置。点一下地图，或者移动地图后按“把点放在十字处”。',
		moved: (where: string) => `位置已改为：${where}。请核对“精确到”。`
	},
	path: {
		label: '在地图上画路线',
		open: '在地图上画',
		draw: '画线',
		adjust: '调整',
		add: '在十字处加一个点',
		stops: '按站点顺序连线',
		clear: '删除路线',
		none: '还没有路线。选“画线”，依次点地图，在最后一点上再点一次结束；靠近站点会自动吸附。',
		length: (points: Count, length: string) => `共 ${points} 个点，长 ${length}`,
		adjusting: '拖动圆点改变路线；拖动两点之间的小点可以加点；右键点一下可以删点。',
		metres: (m: Count) => `${m} 米`,
		kilometres: (km: string) => `${km} 公里`
	},
	painting: {
		label: '把图片四角对准地图',
		open: '在地图上对准四角',
		corners: ['左上角', '右上角', '右下角', '左下角'],
		opacity: '图片浓淡',
		place: '先放在当前画面里',
		again: '重新放进画面',
		which: '移动哪个角',
		missing: '图片打不开：素材库里没有，或者地址不对。请重新选图。',
		undrawable: '这个图片地图画不出来。请换成 JPG、PNG、WebP 或 AVIF 图片，再对准四角。',
		none: '先选好图片，再按“先放在当前画面里”，然后把四个角拖到对应的位置。',
		moved: (corner: string, where: string) => `${corner}：${where}`,
		chosen: (corner: string) => `回车键移动：${corner}`,
		crossed: '四个角的次序不对，图片会翻过来；请按左上、右上、右下、左下摆放。'
	},
	drawing: {
		label: '画示意底图',
		open: '在地图上画底图',
		part: '画什么',
		parts: {
			water: '水面',
			field: '田地',
			'field-green': '绿地',
			'hill-body': '山林',
			'wash-warm': '村镇',
			lane: '小路',
			stream: '溪流'
		} as Record<string, string>,
		draw: '画',
		adjust: '调整',
		adjusting: '点一下图形，再拖动圆点改形状、拖动图形整个移动；右键点圆点可以删点。',
		delete: '删除',
		remove: '删除选中的',
		none: '还没有画东西。',
		count: (n: Count) => `已画 ${n} 处`,
		begun: (points: Count, least: Count) =>
			points < least
				? `已定 ${points} 个点，至少要 ${least} 个。按 Esc 放弃。`
				: `已定 ${points} 个点，原处再按一次回车键完成。按 Esc 放弃。`,
		list: '已画的',
		drop: (name: string) => `删除${name}`,
		nth: (n: Count, name: string) => `${n}. ${name}`,
		note: '只画山水、田地、村镇和道路的示意，不画任何行政区划界线；发布后标注“示意图·非测绘成果”。'
	}
};
