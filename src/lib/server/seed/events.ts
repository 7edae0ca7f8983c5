import type { SeedEvent } from './shapes';

/** Happenings of which the day is published. */
export const events: SeedEvent[] = [
	{
		slug: 'culture-week-2024-closing',
		title: {
			zh: '第三届“玉琮杯”廉洁文化周落幕',
			en: 'Closing of the third Yucong Cup culture week'
		},
		summary: {
			zh: '廉洁文化周历时五天，分五个篇章，在这一天落幕。具体时间和地点未公布。',
			en: 'The last day of the five-day week in five chapters; hour and venue are not published.'
		},
		day: '2024-11-15',
		article: 'culture-week-2024',
		cites: [{ source: 'A0', field: 'startsAt' }]
	}
];
