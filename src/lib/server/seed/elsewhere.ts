import { undrawn } from './towns';
import type { SeedPlace } from './shapes';

const reference = {
	zh: '它不在余杭，收在这里供对照。清廉单元的“已收录”个数只算余杭的；它没有可以引用的坐标，所以只列在名录里，不画在图上。',
	en: 'It does not lie in Yuhang. It is here for comparison. The number of recorded integrity units counts those of Yuhang only. Without a citable coordinate it is listed and not drawn.'
};

const story = (zh: string, en: string) => ({
	zh: `${zh}\n\n${reference.zh}`,
	en: `${en}\n\n${reference.en}`
});

/** Places outside the district that the articles describe, kept for comparison and never drawn. */
export const elsewhere: SeedPlace[] = [
	{
		slug: 'feidui-orchard',
		kind: 'unit',
		category: 'village',
		name: { zh: '飞碓村“共富果园”', en: 'Feidui Village “Orchard of Shared Prosperity”' },
		summary: {
			zh: '衢州市常山县青石镇飞碓村的一处果园，作为区外参考收录。',
			en: 'An orchard in Feidui Village, Qingshi Town, Changshan County, Quzhou; recorded for comparison.'
		},
		story: story(
			'村里的果园，收成怎么分、账目谁来看，是最实在的廉洁题目。公开文章写到了飞碓村的“共富果园”。它由谁经营、面积多大、收益多少、怎样管理，本站现有资料没有写明。',
			'How the harvest of a village orchard is shared and who looks at its books is integrity at its most practical. A public article tells of Feidui’s “Orchard of Shared Prosperity”. Who runs it, how large it is, what it earns and by which rules is not in the material we have.'
		),
		town: 'qingshi',
		address: {
			zh: '衢州市常山县青石镇飞碓村',
			en: 'Feidui Village, Qingshi Town, Changshan County, Quzhou'
		},
		tags: ['区外参考'],
		...undrawn,
		cites: [
			{ source: 'articles', field: 'name' },
			{ source: 'divisions', field: 'town' },
			{
				source: 'liantu',
				field: 'category',
				note: { zh: '类别由编者按所在村归入', en: 'Kind assigned by the editors from its village' }
			}
		]
	},
	{
		slug: 'hangzhou-office-affairs-centre',
		kind: 'unit',
		category: 'office',
		name: { zh: '杭州市机关事务集中办事中心', en: 'Hangzhou Centre for Government Office Affairs' },
		summary: {
			zh: '杭州市级的一处办事中心，见于清廉单元的专题报道，作为区外参考收录。',
			en: 'A city-level service centre in Hangzhou named in the feature on integrity units; recorded for comparison.'
		},
		story: story(
			'机关是八类清廉单元中的第一类。从名字看，这个中心把机关事务集中到一处办理：地方集中了，流程也就容易摆到明处。专题报道提到了它，具体的做法和成效，本站现有资料没有写明。',
			'Government offices are the first of the eight kinds of integrity units. Going by its name, this centre brings office affairs together in one place, where a procedure is easier to keep in the open. The feature names it; how it works and what came of it is not in the material we have.'
		),
		town: 'hangzhou',
		address: { zh: '杭州市', en: 'Hangzhou' },
		tags: ['区外参考'],
		...undrawn,
		cites: [
			{ source: 'A2', field: 'name' },
			{
				source: 'liantu',
				field: 'category',
				note: { zh: '类别由编者按机关事务归入', en: 'Kind assigned by the editors from its task' }
			}
		]
	},
	{
		slug: 'kecheng-reception-window',
		kind: 'service',
		name: { zh: '柯城区矛调中心来访接待窗口', en: 'Visitors’ Window, Kecheng Mediation Centre' },
		summary: {
			zh: '衢州市柯城区矛调中心里接待来访群众的窗口，作为区外参考收录。',
			en: 'The window for visitors at the mediation centre of Kecheng District, Quzhou; recorded for comparison.'
		},
		story: story(
			'有了烦心事，先要有个能坐下来说的地方。柯城区的这个窗口设在矛盾纠纷调处化解中心（矛调中心）。窗口的开放时间和电话没有可以引用的出处，请以当地公告为准。',
			'Somebody with a trouble first needs a place to sit down and tell it. This window of Kecheng is in the district’s centre for settling disputes. Opening hours and telephone have no citable source; please rely on local notices.'
		),
		town: 'kecheng',
		address: { zh: '衢州市柯城区', en: 'Kecheng District, Quzhou' },
		tags: ['区外参考'],
		...undrawn,
		cites: [
			{ source: 'A3', field: 'name' },
			{ source: 'A3', field: 'town' }
		]
	},
	{
		slug: 'fengze-unresolved-window',
		kind: 'service',
		name: { zh: '丰泽区“办不成事”反映窗口', en: 'Fengze Window for Matters That Got Stuck' },
		summary: {
			zh: '泉州市丰泽区为“事情没办成”的群众开的窗口，作为区外参考收录。',
			en: 'A window in Fengze District, Quanzhou, for people whose business got stuck elsewhere; recorded for comparison.'
		},
		story: story(
			'窗口的名字很直白：在别的窗口没办成，就到这里说。它承诺在 5 个工作日以内答复。把“办不成”也当成一件要受理的事，是它值得借鉴的地方。',
			'The name says it plainly: whoever could not get something done at another window may say so at this one. It promises an answer within 5 working days. That “could not be done” is itself taken up as business is what others can learn from it.'
		),
		town: 'fengze',
		address: { zh: '泉州市丰泽区', en: 'Fengze District, Quanzhou' },
		tags: ['区外参考'],
		...undrawn,
		cites: [
			{ source: 'A4', field: 'name' },
			{ source: 'A4', field: 'town' },
			{ source: 'A4', field: 'story' }
		]
	}
];
