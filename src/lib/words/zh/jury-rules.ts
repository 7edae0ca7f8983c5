/** 评审规则的大白话，和回避申报。 */
export const rule = {
	title: '这一轮怎么评',
	use: '您的分数怎么用',
	weighted: (n: number, min: number, max: number, decimals: number) =>
		`按 ${n} 项标准分别打分，每项 ${min} 到 ${max} 分${
			decimals ? `，最多 ${decimals} 位小数` : '，打整数分'
		}；总分按权重自动计算。`,
	yesNo: '每件作品回答“入选”或“不入选”。',
	ranking: '把分给您的作品从第 1 名起排出名次。',
	stage: '现场按标准逐项打分，总分按权重自动计算。',
	perEntry: (n: number) => `每件作品由 ${n} 位评委评分。`,
	mean: '作品的成绩是各位评委总分的平均分。',
	trimmed: (high: number, low: number, from: number) =>
		`满 ${from} 个分数时，去掉 ${high} 个最高分、${low} 个最低分，其余取平均分。`,
	calibrated: '作品的成绩会校正评委之间的宽严差别：打分普遍偏严或偏宽，不会让作品吃亏或占便宜。',
	count: (n: number, within: string) => `${within}成绩最高的 ${n} 件进入下一步。`,
	within: { all: '', category: '每个类别里', channel: '每个渠道里', town: '每个镇街里' },
	least: (n: string) => `成绩不到 ${n} 分的不入选，名额可以空缺。`,
	hidden: '作品只显示编号，不显示作者和单位；请不要打听。',
	shown: '作品显示作者和单位。',
	never: '您看不到其他评委的分数，其他评委也看不到您的。',
	'after-own': '您锁定一件作品的评分以后，才能看到其他评委对它已锁定的分数。',
	always: '您可以看到其他评委已锁定的分数。',
	talk: '评委之间可以就作品留言。',
	watch: (percent: number) => `影片至少看完 ${percent}% 才能锁定评分。`,
	sample: (n: number) =>
		`先评 ${n} 件公共样片，全体评委都评；锁定以后可以看到大家的分数和意见，一起讨论尺度。`,
	committee: '最后由评审委员会讨论决定。',
	locked: '锁定以后自己不能再改；确实要改，请联系主办方说明理由解锁，理由会留存。',
	recorded: '每次保存、锁定、解锁都会记入无法悄悄改动的记录。结果公布时，分数可以被逐位复核。',
	names: '公布分数时只用代号，不出现您的姓名。'
};

export const ties = {
	title: '回避申报',
	lead: '请在评审前写明与您有关联的单位、镇街和人员。有关联的作品不会分给您。',
	needed: '第一次评审之前，请先完成回避申报。没有需要回避的，也请确认一次。',
	go: '去申报',
	again: '修改申报',
	kinds: {
		unit: '单位',
		unitHelp: '您现在或近三年工作、任职、合作的单位，一行一个',
		town: '镇街',
		townHelp: '您任职或长期居住，需要回避的镇街',
		family: '家人、亲属',
		familyHelp: '可能参赛的家人、亲属，一行一个姓名',
		teacher: '师生',
		teacherHelp: '可能参赛的老师、学生，一行一个姓名',
		interest: '其他有利害关系的人',
		interestHelp: '合作者、上下级等，一行一个姓名'
	},
	save: '保存申报',
	none: '我没有需要回避的单位、镇街和人员',
	saved: '申报已保存。',
	declaredAt: (day: string) => `${day} 已申报`,
	personal: '申报内容只用于安排回避，主办方办理评审的人员可以看到，不公开。'
};
