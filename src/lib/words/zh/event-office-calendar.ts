/** 办公室的总日历；只有这一页加载。 */
export const officeCalendar = {
	title: '总日历',
	lead: '活动、参观预约和赛事的报名日期都在这里；您只看得到自己负责的部分。',
	before: { month: '上个月', week: '上一周' },
	after: { month: '下个月', week: '下一周' },
	today: '今天',
	month: '月',
	week: '周',
	weekOf: (from: string, to: string) => `${from} 至 ${to}`,
	kind: { event: '活动', visit: '参观', opens: '征集开始', closes: '征集截止' },
	standing: { scheduled: '', postponed: '已延期', cancelled: '已取消' },
	clash: (titles: string) => `场地冲突：同时还有${titles}`,
	clashing: (n: number) => `有 ${n} 场活动在同一场地、同一时间，已用斜纹和文字标出。`,
	noClash: '没有场地冲突。',
	rest: '休',
	nothing: '没有安排',
	comma: '、',
	attendance: '到场统计'
};
