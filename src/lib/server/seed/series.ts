import type { SeedSeries } from './shapes';

/** The week as the articles give it: five days, five chapters, a theme; what they do not say is left open. */
export const series: SeedSeries[] = [
	{
		slug: 'culture-week-2024',
		kind: 'week',
		title: {
			zh: '第三届“玉琮杯”廉洁文化周',
			en: 'Third Yucong Cup week of integrity culture'
		},
		theme: {
			zh: '廉洁护改革　担当更有为',
			en: 'Integrity protects reform; those who take responsibility achieve more'
		},
		summary: {
			zh: '历时五天，分五个篇章，2024年11月15日落幕。每一篇章在哪一天、办了哪些活动，资料没有写明。',
			en: 'Five days in five chapters, closed on 15 November 2024. Which chapter fell on which day is not published.'
		},
		closesOn: '2024-11-15',
		declaredDays: 5,
		chapters: [
			{ slug: 'road', title: { zh: '以路引廉', en: 'Integrity along the road' } },
			{ slug: 'youth', title: { zh: '青春倡廉', en: 'Integrity among the young' } },
			{ slug: 'post', title: { zh: '敬岗爱廉', en: 'Integrity at work' } },
			{ slug: 'study', title: { zh: '思学悟廉', en: 'Integrity in study' } },
			{ slug: 'culture', title: { zh: '文化育廉', en: 'Integrity in culture' } }
		],
		sources: ['A0']
	}
];
