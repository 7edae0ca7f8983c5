import type { Column } from '../../domain/export/place';
import type { Precision } from '../../domain/place';

/** Words of the files the register is downloaded as; no browser loads them. */
export const downloads = {
	title: '廉图地点名录',
	fileName: '廉图-地点名录',
	columns: {
		slug: '标识',
		name: '名称',
		nameEn: '英文名称',
		kind: '类型',
		category: '类别',
		level: '级别',
		town: '镇街',
		address: '地址',
		addressEn: '英文地址',
		summary: '简介',
		summaryEn: '英文简介',
		tags: '标签',
		lon: '经度（WGS-84）',
		lat: '纬度（WGS-84）',
		precision: '位置精度',
		verified: '位置已核实',
		sources: '来源',
		licence: '许可',
		notice: '说明',
		page: '网页'
	} satisfies Record<Column, string>,
	precision: {
		exact: '精确',
		village: '村级',
		town: '镇街级',
		district: '区级',
		unknown: '未知'
	} satisfies Record<Precision, string>,
	yes: '是',
	no: '否',
	comma: '、',
	stop: '；',
	datum: '坐标为 WGS-84，精确程度见“位置精度”一列',
	licence: '各来源的许可写在“许可”一列；没有写明的，请向来源方确认。引用时请注明来源。',
	sheets: { table: '名录', about: '说明' },
	about: {
		item: '项目',
		content: '内容',
		title: '名称',
		query: '筛选条件',
		total: '条数',
		at: '生成时间',
		attribution: '提供方',
		notice: '底图与位置',
		licence: '许可'
	}
};
