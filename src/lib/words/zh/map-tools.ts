const number = (count: number) => count.toLocaleString('zh-CN');

/** Words of the map’s own tools; loaded with the living map alone. */
export const mapTools = {
	share: {
		open: '分享',
		title: '分享这张地图',
		link: '链接',
		copy: '复制链接',
		copied: '链接已复制',
		copyCode: '复制代码',
		codeCopied: '代码已复制',
		qr: '用手机扫一扫，打开同样的地图',
		embed: '嵌入网页的代码',
		embedTitle: '余杭清廉文化地图',
		print: '打印'
	},
	keys: {
		title: '用键盘看地图',
		lead: '先用 Tab 键把焦点移到地图上，然后：',
		rows: [
			['↑ ↓ ← →', '读出那个方向最近的地点'],
			['Enter', '打开刚读到的地点'],
			['1 – 9', '打开列表中的第 1 到第 9 处'],
			['+ −', '放大、缩小'],
			['Shift + ↑ ↓ ← →', '移动地图'],
			['0', '看全图'],
			['Esc', '关闭卡片']
		] as [string, string][]
	},
	near: {
		ask: '离我最近',
		asking: '正在定位',
		stop: '不再按距离排列',
		from: (count: number) => `离您最近的 ${number(count)} 处`,
		private: '位置只在您的设备上计算，不会发送给本站。',
		rounded: '地点很多，排序需要在服务器上完成：发送的位置已模糊到约 100 米，不会保存。',
		denied: '没有得到定位许可。可以在浏览器设置里允许定位，或者按镇街筛选。',
		failed: '没有取得位置，请稍后再试，或者按镇街筛选。',
		unsupported: '这个浏览器不支持定位，请按镇街筛选。',
		far: '您离余杭较远，距离仅供参考。',
		here: '您的位置'
	},
	controls: {
		label: '地图按钮',
		in: '放大',
		out: '缩小',
		home: '看全图',
		keys: '键盘用法'
	},
	card: {
		label: '地点卡片',
		details: '查看详情',
		close: '关闭卡片',
		several: (count: number) => `这里有 ${number(count)} 处`,
		severalNote: '它们在图上是同一个点。',
		openUntil: (time: string) => `正在开放，到 ${time}`,
		closedUntil: (day: string, time: string) => `现在不开放，${day} ${time} 开放`,
		closed: '现在不开放',
		position: '位置',
		stop: (number: number) => `第 ${number} 站`,
		loading: '正在读取这一处的资料',
		failed: '没有读到这一处的资料，可以直接打开详情页。'
	},
	views: { label: '显示方式', map: '地图', list: '列表' },
	trails: {
		title: '廉路',
		on: '在图上画出廉路',
		off: '不在图上画廉路',
		stops: (recorded: number, declared: number | null) =>
			declared === null
				? `${number(recorded)} 站`
				: `公布 ${number(declared)} 站，已收录 ${number(recorded)} 站`,
		follow: '在图上看这条线',
		hide: '不再只看这条线',
		demonstration: '演示线路',
		undrawn: '没有可画的位置'
	},
	events: {
		title: '活动',
		choice: { today: '今天', week: '本周' },
		dates: (count: number) => `${number(count)} 场`,
		off: '不显示活动',
		heading: { today: '今天的活动', week: '本周的活动' },
		total: (total: number, places: number) =>
			`共 ${number(total)} 场，图上标出 ${number(places)} 处`,
		none: {
			today: '今天没有活动。可以看看本周的，或者看全部活动。',
			week: '本周没有活动。可以看全部活动，里面有以后的日期。'
		},
		all: '全部活动',
		more: (count: number) => `其余 ${number(count)} 场见活动列表`,
		narrowed: '只显示符合条件的活动。',
		everyKind: '显示全部',
		at: (place: string, count: number) => `${place}：${number(count)} 场活动`,
		note: (count: number) => `有 ${number(count)} 场活动`,
		here: { today: '今天在这里', week: '本周在这里' },
		noPlace: '地点未公布',
		undrawn: '未画在图上',
		standing: { postponed: '延期举行', cancelled: '已取消' },
		demonstration: '演示',
		span: '具体日期未公布'
	},
	trouble: {
		picture: '这台设备不能显示可拖动的地图，下面是同样内容的示意图；列表功能完整。',
		base: '所选底图暂时取不到，已换成手绘示意图。',
		points: '地点没有取到，请刷新再试；列表仍然可用。'
	},
	gestures: {
		windows: '按住 Ctrl 键再滚动，可以缩放地图',
		mac: '按住 ⌘ 键再滚动，可以缩放地图',
		mobile: '用两个手指移动地图'
	},
	bases: { label: '底图', current: (name: string) => `当前底图：${name}` }
};
