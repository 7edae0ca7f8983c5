import type { Precision } from '../../domain/place';
import type { Datum } from '../../domain/datum';

/** Words of the tables exported from the studio; no browser loads them. */
export const exported = {
	fileName: (noun: string) => `廉图-${noun}`,
	sheets: { table: '内容', about: '说明' },
	column: {
		id: '编号',
		slug: '标识',
		state: '状态',
		live: '公众可见',
		version: '版本',
		updated: '修改时间',
		by: '修改人',
		page: '编辑地址'
	},
	english: (label: string) => `英文${label}`,
	position: {
		lon: '经度 (WGS-84)',
		lat: '纬度 (WGS-84)',
		precision: '位置精度',
		datum: '原始坐标系',
		verified: '位置已核实'
	},
	precision: {
		exact: '精确',
		village: '村级',
		town: '镇街级',
		district: '区级',
		unknown: '未知'
	} satisfies Record<Precision, string>,
	datum: {
		wgs84: 'WGS-84',
		gcj02: 'GCJ-02（高德、腾讯）',
		bd09: 'BD-09（百度）'
	} satisfies Record<Datum, string>,
	points: (count: number) => `${count} 个点的线`,
	yes: '是',
	no: '否',
	has: '有',
	lacks: '没有',
	closed: '不开放',
	verified: '已核实',
	unverified: '待核实',
	comma: '、',
	about: {
		item: '项目',
		content: '内容',
		what: '内容',
		query: '筛选条件',
		total: '条数',
		at: '生成时间',
		by: '导出人',
		notice: '说明'
	},
	notice: '内部工作用表，含未发布的内容，请勿对外提供。坐标为 WGS-84。'
};
