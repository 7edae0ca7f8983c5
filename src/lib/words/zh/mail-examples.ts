/** What stands for the values of a mail in its preview. */
export const examples = {
	site: '廉图',
	name: '某编辑',
	title: '某处廉洁文化阵地',
	step: '初审',
	note: '请补充图片说明',
	number: '7-W-0012',
	contest: '某大赛第七届',
	reasons: '影片时长不符合要求',
	round: '初评',
	left: '12',
	due: '2026-12-01 23:59',
	place: '某处廉洁文化阵地',
	when: '2026年12月2日星期三 09:00–10:00',
	heads: '25',
	code: '7K3M2Q',
	reason: '当天闭馆布展'
};
