import type { GroupKind, VisitState } from '../../domain/visits/visit';
import type { VisitColumn } from '../../domain/visits/columns';

/** 导出表格里的话。 */
export const visitExport = {
	sheet: '参观预约',
	yes: '有',
	no: '无',
	comma: '、',
	deleted: '（已删除）',
	state: {
		asked: '新申请',
		offered: '等对方确认',
		confirmed: '已约定',
		declined: '未安排',
		cancelled: '已取消',
		came: '已到访',
		missed: '未到访',
		lapsed: '对方过时未确认'
	} satisfies Record<VisitState, string>,
	kind: {
		unit: '机关、企事业单位',
		school: '学校',
		community: '村、社区',
		family: '家庭、亲友',
		other: '其他'
	} satisfies Record<GroupKind, string>,
	column: {
		code: '预约号',
		place: '地点',
		state: '状态',
		day: '日期',
		time: '时间',
		kind: '团体类型',
		group: '团体名称',
		heads: '预约人数',
		batches: '批数',
		came: '到访人数',
		guides: '讲解员',
		letter: '公函',
		asked: '申请时间',
		reason: '原因',
		liaison: '联系人',
		phone: '电话',
		email: '邮箱',
		note: '留言'
	} satisfies Record<VisitColumn, string>
};
