const number = (count: number) => count.toLocaleString('zh-CN');

export const map = {
	title: '清廉文化地图',
	description: '在地图和列表上查看余杭的廉洁文化阵地、清廉单元、场馆、服务点和廉路。',
	label: '余杭清廉文化地图',
	pictureLabel: '余杭示意图',
	posterLabel: '余杭示意图，标出已收录的阵地、清廉单元、场馆、服务点和廉路',
	open: '在地图上看',
	enlarge: '打开大地图',
	notice: '示意图·非测绘成果',
	approval: (approval: string) => `审图号：${approval}`,
	search: '搜索地点',
	filters: {
		title: '图层与筛选',
		titleList: '筛选',
		kinds: '图层',
		kindsList: '类型',
		categories: '清廉单元的类别',
		towns: '镇街',
		levels: '级别',
		trail: '廉路',
		anyTrail: '不限',
		open: '正在开放',
		apply: '应用筛选',
		clear: '清除全部',
		chosen: '已选条件',
		remove: (name: string) => `去掉“${name}”`,
		count: (count: number) => `${number(count)} 处`,
		query: (q: string) => `搜索：${q}`,
		box: '限定在一个范围内',
		near: '按距离排列',
		active: (count: number) => `已选 ${count} 项`
	},
	list: {
		title: '地点列表',
		total: (count: number) => `共 ${number(count)} 处`,
		drawn: (total: number, drawn: number) =>
			total === 0
				? '没有符合条件的地点'
				: drawn === total
					? `共 ${number(total)} 处，都画在图上`
					: drawn === 0
						? `共 ${number(total)} 处，都没有查到可靠的位置，没有画在图上`
						: `共 ${number(total)} 处，图上画出 ${number(drawn)} 处，其余没有查到可靠的位置`,
		undrawn: '未画在图上',
		none: '没有符合条件的地点。可以去掉一个条件，或者换一个词再搜。'
	},
	say: {
		focus: '地图。按方向键听附近的地点，按 Enter 打开，按 Escape 关闭；旁边的列表有同样的内容。',
		place: (name: string, kind: string, where: string) =>
			`${name}，${kind}${where && `，${where}`}`,
		cluster: (count: number, where: string) =>
			`${number(count)} 处聚在一起${where && `，${where}`}`,
		several: (count: number, names: string, where: string) =>
			`同一个点上有 ${number(count)} 处：${names}${where && `，${where}`}`,
		towards: (direction: string, distance: string) => `${direction} ${distance}`,
		nothing: (direction: string) => `${direction}方向没有更多地点`,
		zoom: (zoom: number) => `缩放级别 ${zoom}`,
		closed: '卡片已关闭',
		results: (total: number, drawn: number) =>
			`共 ${number(total)} 处，图上画出 ${number(drawn)} 处`,
		way: { ArrowUp: '北', ArrowRight: '东', ArrowDown: '南', ArrowLeft: '西' }
	},
	clusterLink: (count: number, name: string) => `${name}等 ${number(count)} 处，放大查看`,
	stop: (number: number, name: string) => `第 ${number} 站：${name}`
};
