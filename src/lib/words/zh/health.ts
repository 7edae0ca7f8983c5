import type { Grade, SignName } from '../../domain/studio/health';

/** Words of the health board; loaded only there. */
export const health = {
	title: '内容体检',
	lead: '每次打开都重新检查。标为“须整改”的项目会影响政府网站检查，请尽快处理。',
	fine: (count: number) => `正常的 ${count} 项`,
	grade: { good: '正常', mend: '可改进', bad: '须整改', unknown: '没有检查' } satisfies Record<
		Grade,
		string
	>,
	summary: (bad: number, mend: number) =>
		bad
			? `${bad} 项须整改，${mend} 项可改进。`
			: mend
				? `没有须整改的，${mend} 项可改进。`
				: '一切正常。',
	of: (count: number, of: number) => `${of} 项中有 ${count} 项`,
	more: (count: number) => `还有 ${count} 项`,
	at: (moment: string) => `上次检查：${moment}`,
	look: '现在检查站外链接',
	looking: '逐个访问外部网站，可能要几分钟。',
	notAllowed: '检查站外链接要先在网站设置里允许。',
	settings: '去设置',
	done: '检查完成。',
	busy: '正在检查，请稍后再看。',
	refused: '您的账号没有这项权限。',
	sign: {
		'empty-columns': { title: '空白栏目', lead: '公众能看到、却没有任何内容的栏目' },
		'stale-columns': { title: '长期没有更新的栏目', lead: '数字是没有更新的天数' },
		'overdue-reviews': { title: '超期的审核', lead: '数字是等待的天数' },
		'unlocated-places': { title: '没有位置的地点', lead: '只列出，不在地图上显示' },
		'unchecked-places': {
			title: '位置没有核实的地点',
			lead: '地图上标注“位置待核实”，或者只精确到村镇'
		},
		'dead-links': { title: '失效的站内链接', lead: '已发布的正文和菜单里，指向不存在的页面' },
		'outside-links': { title: '失效的站外链接', lead: '其他网站的页面已经不在或没有回应' },
		'footer-numbers': { title: '页脚缺少的内容', lead: '主办单位、联系方式、备案编号和标识' },
		'base-numbers': { title: '没有审图号的底图', lead: '审定地图、在线底图或画有界线的底图' },
		declared: { title: '公布数与收录数不一致', lead: '前面是收录数，后面是公布数' },
		pictures: { title: '资料不全的图片', lead: '缺少替代文字、需要的同意或者授权说明' },
		'ended-honours': { title: '已过有效期的荣誉', lead: '日期是有效期' },
		documents: { title: '不完整的文件', lead: '缺少文件、文号或发文机关' }
	} satisfies Record<SignName, { title: string; lead: string }>
};
