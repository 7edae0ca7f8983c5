import type { Direction } from '../../domain/geo';
import type { AccessFact, Category, Kind, Level, Precision } from '../../domain/place';
import type { Mode } from '../../domain/trail';

export const nouns = {
	/** 公开的数字：推算出来的，和数字是什么时候的。 */
	figure: { derived: '推算', asOf: (when: string) => `数据时间：${when}` },
	kind: {
		site: '廉洁文化阵地',
		unit: '清廉单元',
		venue: '场馆',
		service: '服务点'
	} satisfies Record<Kind, string>,
	kindShort: { site: '阵地', unit: '单元', venue: '场馆', service: '服务点' } satisfies Record<
		Kind,
		string
	>,
	category: {
		office: '清廉机关',
		'state-enterprise': '清廉国企',
		'private-enterprise': '清廉民企',
		village: '清廉村居',
		school: '清廉学校',
		hospital: '清廉医院',
		transport: '清廉交通',
		culture: '清廉文化'
	} satisfies Record<Category, string>,
	level: {
		national: '国家级',
		province: '省级',
		city: '市级',
		district: '区级',
		town: '镇街级'
	} satisfies Record<Level, string>,
	precision: {
		exact: '精确位置',
		village: '村级位置',
		town: '镇街级位置',
		district: '区级位置',
		unknown: '位置未知'
	} satisfies Record<Precision, string>,
	access: {
		'step-free': '无台阶入口',
		toilet: '无障碍卫生间',
		parking: '无障碍停车位',
		lift: '电梯',
		'hearing-loop': '助听环路',
		'guide-dogs': '导盲犬可入内',
		seating: '休息座椅',
		'large-print': '大字资料'
	} satisfies Record<AccessFact, string>,
	mode: { walk: '步行', cycle: '骑行', drive: '驾车', mixed: '多种方式' } satisfies Record<
		Mode,
		string
	>,
	direction: {
		n: '正北',
		ne: '东北',
		e: '正东',
		se: '东南',
		s: '正南',
		sw: '西南',
		w: '正西',
		nw: '西北'
	} satisfies Record<Direction, string>,
	weekday: ['周一', '周二', '周三', '周四', '周五', '周六', '周日'],
	trail: '廉路',
	town: '镇街',
	honour: '荣誉',
	positionUnverified: '位置待核实',
	synthetic: '合成数据，仅供测试',
	metres: (metres: number) =>
		metres < 1000
			? `${Math.max(10, Math.round(metres / 10) * 10)} 米`
			: `${Number((metres / 1000).toFixed(metres < 10_000 ? 1 : 0))} 公里`,
	minutes: (minutes: number) =>
		minutes < 60
			? `${minutes} 分钟`
			: `${Math.floor(minutes / 60)} 小时${minutes % 60 ? ` ${minutes % 60} 分钟` : ''}`
};
