import type { Vendor } from '../../domain/directions';
import type { Sort } from '../../domain/filter';
import type { Precision } from '../../domain/place';

export const places = {
	title: '地点名录',
	lead: '廉洁文化阵地、清廉单元、场馆和服务点都在这里，与地图是同一份资料。每一处都注明出处；没有查到的，写“未公布”。',
	found: (total: number) => `共 ${total.toLocaleString('zh-CN')} 处`,
	drawn: (drawn: number) => `其中 ${drawn.toLocaleString('zh-CN')} 处画在图上`,
	foundFor: (q: string, total: number) => `“${q}”找到 ${total.toLocaleString('zh-CN')} 处`,
	view: { label: '显示方式', cards: '卡片', table: '表格' },
	sort: {
		label: '排序',
		options: {
			name: '按名称',
			town: '按镇街',
			near: '按距离',
			recent: '按收录时间'
		} satisfies Record<Sort, string>
	},
	filters: {
		label: '筛选',
		q: '名称、拼音或首字母',
		apply: '查看结果'
	},
	onMap: '在地图上看',
	empty: {
		title: '没有符合条件的地点',
		help: '可以减少一个条件，换一种写法（拼音、首字母都可以），或者看看全部名录。',
		page: '这一页没有内容了。',
		all: '查看全部',
		first: '回到第一页'
	},
	downloads: {
		label: '下载这份名录',
		lead: '下载的内容与当前筛选结果一致，含来源与说明。',
		csv: 'CSV 表格',
		geojson: 'GeoJSON 地图数据',
		xlsx: 'Excel 表格'
	},
	column: {
		name: '名称',
		kind: '类型',
		town: '镇街',
		level: '级别',
		position: '位置',
		distance: '距离'
	},
	away: (distance: string) => `距您 ${distance}`,
	notDrawn: '未画在图上',
	place: {
		facts: '基本信息',
		address: '地址',
		town: '所在镇街',
		phone: '联系电话',
		transport: '交通',
		tags: '标签',
		hours: '开放时间',
		access: '无障碍',
		accessYes: '有',
		accessNo: '没有',
		accessUnknown: '未公布。需要协助的，请在出行前向当地了解。',
		hoursUnknown: '未公布。出行前请先向当地了解。',
		closed: '不开放',
		openNow: (until: string) => `正在开放，到 ${until}`,
		closedNow: '现在不开放',
		opensAt: (day: string, time: string) => `${day} ${time} 开放`,
		today: '今天',
		day: '日期',
		time: '时间',
		exceptions: '近期调整',
		story: '故事',
		photos: '图片',
		photoBy: (credit: string) => `图片：${credit}`,
		audio: '录音',
		transcript: '文字稿',
		panorama: '全景',
		panoramaHelp: '左右拖动，或聚焦后按左右方向键，看完整一圈。',
		read: '朗读本页',
		stop: '停止朗读',
		onMap: '在地图上看',
		mapLabel: (name: string) => `${name}在示意地图上的位置`,
		position: {
			exact: '标注的是实际位置。',
			village: '只标到所在的村，不是门口。',
			town: '只标到所在的镇街，不是门口。',
			district: '只标到所在的区，不是门口。',
			unknown: '没有查到可以引用的位置，所以只列在名录里，不画在地图上。'
		} satisfies Record<Precision, string>,
		accuracy: (metres: string) => `误差约 ${metres}。`,
		directions: {
			title: '怎么去',
			lead: '点开后由所选的地图应用导航，起点由您自己选择。',
			to: (name: string) => `目的地是“${name}”。`,
			roughly: (name: string) => `准确地点没有公布，下面的链接只带您到${name}，不到门口。`,
			vendor: {
				amap: '高德地图',
				baidu: '百度地图',
				tencent: '腾讯地图',
				apple: 'Apple 地图'
			} satisfies Record<Vendor, string>,
			opens: '在新窗口打开',
			district: '余杭区',
			qr: '用手机扫一扫，把本页带在路上',
			qrAlt: (name: string) => `${name}页面地址的二维码`
		},
		near: '附近',
		nearLead: (precise: boolean): string =>
			precise ? '按直线距离排列。' : '有的位置只是大致标注，距离和方向仅供参考。',
		nearAt: (direction: string, distance: string) => `${direction}方向，约 ${distance}`,
		same: '同在一处示意位置',
		trails: '在这些廉路上',
		stopNumber: (n: number) => `第 ${n} 站`,
		demonstration: '演示线路',
		honours: '荣誉',
		honour: {
			level: '级别',
			issuer: '颁发机关',
			document: '文号',
			date: '日期',
			validUntil: '有效期至',
			source: '来源'
		},
		field: {
			'*': '全部内容',
			name: '名称',
			category: '类别',
			kind: '类型',
			town: '所在镇街',
			address: '地址',
			position: '位置',
			level: '级别',
			summary: '简介',
			story: '故事',
			hours: '开放时间',
			phone: '电话',
			transport: '交通',
			access: '无障碍',
			honour: '荣誉',
			value: '数字'
		} as Record<string, string>,
		updated: (day: string) => `本页更新于 ${day}`,
		wrong: '发现哪里不对？',
		correct: '告诉我们正确的内容'
	}
};
