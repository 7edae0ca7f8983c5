import { perOne, share } from '../../domain/figure';
import type { SeedFigure } from './shapes';

const piece = { zh: '件', en: 'entries' };
const contest = {
	zh: '“玉琮杯”清廉微电影微视频大赛',
	en: '“Yucong Cup” contest of integrity micro-films and short videos'
};

const edition = (n: number, zh: string, en: string, value: number): SeedFigure => ({
	slug: `contest-entries-${n}`,
	value,
	unit: piece,
	label: { zh: `${contest.zh}${zh}征集作品`, en: `Entries to the ${en} ${contest.en}` },
	cites: [{ source: 'public-pages', field: 'value' }]
});

/** Numbers as published, then those computed from them, which say so. */
export const figures: SeedFigure[] = [
	{
		slug: 'units-declared',
		value: 77,
		unit: { zh: '个', en: 'units' },
		label: { zh: '省、市两级清廉单元', en: 'Integrity units at province and city level' },
		note: {
			zh: '这是公布的总数，不是本站收录的个数。',
			en: 'The declared total, not the number recorded here.'
		},
		asOf: '2024',
		featured: true,
		cites: [{ source: 'A0', field: 'value' }]
	},
	{
		slug: 'trail-sites-declared',
		value: 21,
		unit: { zh: '处', en: 'sites' },
		label: { zh: '玉琮廉路串联的廉洁文化阵地', en: 'Culture sites linked by the Yucong Trail' },
		note: { zh: '公布了数目，没有公布名单。', en: 'The number is published, the list is not.' },
		asOf: '2024',
		featured: true,
		cites: [{ source: 'A0', field: 'value' }]
	},
	{
		slug: 'contest-entries-6',
		value: 2493,
		unit: piece,
		label: { zh: `${contest.zh}第六届征集作品`, en: `Entries to the sixth ${contest.en}` },
		note: { zh: '微电影与微视频合计。', en: 'Micro-films and short videos together.' },
		asOf: '2024',
		featured: true,
		cites: [
			{ source: 'A0', field: 'value' },
			{ source: 'public-pages', field: 'value' }
		]
	},
	{
		slug: 'contest-growth-6',
		value: 13.88,
		unit: { zh: '%', en: '%' },
		label: { zh: '第六届征集作品公布的增幅', en: 'Growth of entries as published, sixth edition' },
		note: {
			zh: '上一届的件数没有查到公开数字，此处照公布的增幅写。',
			en: 'No published number was found for the fifth edition; the growth is given as published.'
		},
		asOf: '2024',
		cites: [{ source: 'A0', field: 'value' }]
	},
	{
		slug: 'contest-films-6',
		value: 911,
		unit: piece,
		label: { zh: '第六届中的微电影', en: 'Micro-films among the sixth edition’s entries' },
		asOf: '2024',
		cites: [{ source: 'public-pages', field: 'value' }]
	},
	{
		slug: 'contest-videos-6',
		value: 1582,
		unit: piece,
		label: { zh: '第六届中的微视频', en: 'Short videos among the sixth edition’s entries' },
		asOf: '2024',
		cites: [{ source: 'public-pages', field: 'value' }]
	},
	edition(1, '第一届', 'first', 480),
	edition(2, '第二届', 'second', 852),
	edition(3, '第三届', 'third', 1380),
	edition(4, '第四届', 'fourth', 1668),
	{
		slug: 'suggestion-days',
		value: 2040,
		unit: { zh: '个', en: 'days' },
		label: { zh: '众人监督日', en: 'Suggestion days' },
		asOf: '2024',
		cites: [{ source: 'A0', field: 'value' }]
	},
	{
		slug: 'suggestions',
		value: 2649,
		unit: { zh: '条', en: 'suggestions' },
		label: { zh: '众人监督日收到的建议', en: 'Suggestions received on suggestion days' },
		asOf: '2024',
		cites: [{ source: 'A0', field: 'value' }]
	},
	{
		slug: 'suggestions-solved',
		value: 1290,
		unit: { zh: '条', en: 'suggestions' },
		label: {
			zh: '众人监督日建议中已经解决的',
			en: 'Suggestions from suggestion days that were solved'
		},
		asOf: '2024',
		featured: true,
		cites: [{ source: 'A0', field: 'value' }]
	},
	{
		slug: 'rectification-problems',
		value: 34,
		unit: { zh: '个', en: 'problems' },
		label: {
			zh: '上城区整改报告列出的问题',
			en: 'Problems listed in Shangcheng’s report on rectification'
		},
		note: { zh: '区外参考，不是余杭的数字。', en: 'For comparison; not a figure of Yuhang.' },
		asOf: '2021-08-30',
		cites: [{ source: 'A1', field: 'value' }]
	},
	{
		slug: 'rectification-measures',
		value: 119,
		unit: { zh: '项', en: 'measures' },
		label: { zh: '上城区整改报告列出的措施', en: 'Measures set against them in the same report' },
		note: { zh: '区外参考，不是余杭的数字。', en: 'For comparison; not a figure of Yuhang.' },
		asOf: '2021-08-30',
		cites: [{ source: 'A1', field: 'value' }]
	},
	{
		slug: 'window-answer-days',
		value: 5,
		unit: { zh: '个工作日', en: 'working days' },
		label: {
			zh: '丰泽区“办不成事”反映窗口的答复时限',
			en: 'Time to answer at Fengze’s window for matters that got stuck'
		},
		note: { zh: '区外参考，不是余杭的数字。', en: 'For comparison; not a figure of Yuhang.' },
		cites: [{ source: 'A4', field: 'value' }]
	},
	{
		slug: 'suggestions-solved-share',
		value: share(1290, 2649),
		unit: { zh: '%', en: '%' },
		label: {
			zh: '众人监督日建议的解决比例',
			en: 'Share of suggestions from suggestion days that were solved'
		},
		note: { zh: '由本站按 1,290 ÷ 2,649 推算。', en: 'Computed by this site: 1,290 ÷ 2,649.' },
		asOf: '2024',
		derived: true,
		cites: [{ source: 'A0', field: 'value' }]
	},
	{
		slug: 'contest-films-share-6',
		value: share(911, 911 + 1582),
		unit: { zh: '%', en: '%' },
		label: { zh: '第六届作品中微电影所占比例', en: 'Share of micro-films in the sixth edition' },
		note: { zh: '由本站按 911 ÷ 2,493 推算。', en: 'Computed by this site: 911 ÷ 2,493.' },
		asOf: '2024',
		derived: true,
		cites: [{ source: 'public-pages', field: 'value' }]
	},
	{
		slug: 'measures-per-problem',
		value: perOne(119, 34),
		unit: { zh: '项', en: 'measures' },
		label: {
			zh: '上城区平均每个问题对应的措施',
			en: 'Measures for each problem, on average, in Shangcheng'
		},
		note: {
			zh: '由本站按 119 ÷ 34 推算；区外参考。',
			en: 'Computed by this site: 119 ÷ 34; for comparison.'
		},
		asOf: '2021-08-30',
		derived: true,
		cites: [{ source: 'A1', field: 'value' }]
	}
];
