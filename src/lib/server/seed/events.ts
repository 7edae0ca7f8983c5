import type { SeedEvent } from './shapes';

/** Happenings of which at least the days between which they lie are published. */
export const events: SeedEvent[] = [
	{
		slug: 'culture-week-2024-closing',
		type: 'campaign',
		title: {
			zh: '第三届“玉琮杯”廉洁文化周落幕',
			en: 'Closing of the third Yucong Cup culture week'
		},
		summary: {
			zh: '廉洁文化周历时五天，分五个篇章，在这一天落幕。具体时间和地点未公布。',
			en: 'The last day of the five-day week in five chapters; hour and venue are not published.'
		},
		series: 'culture-week-2024',
		precision: 'day',
		from: '2024-11-15',
		article: 'culture-week-2024',
		cites: [{ source: 'A0', field: 'startsAt' }]
	},
	{
		slug: 'drama-luyu-asks-tea',
		type: 'performance',
		title: { zh: '话剧《陆羽问茶》', en: 'The drama “Lu Yu Asks about Tea”' },
		summary: {
			zh: '在苕溪大剧院演出。演出日期和场次未公布，只知道在廉洁文化周的五天之内。',
			en: 'Played at Tiaoxi Grand Theatre. Day and hour are not published; it lies within the five days of the week.'
		},
		series: 'culture-week-2024',
		precision: 'span',
		from: '2024-11-11',
		to: '2024-11-15',
		place: 'tiaoxi-grand-theatre',
		cites: [{ source: 'A0', field: '*' }]
	}
];
