import type { SeedTrail } from './shapes';

/** Corridors group trails. */
export const corridors = [
	{
		slug: 'integrity-culture-corridor',
		nameZh: '廉洁文化大走廊',
		nameEn: 'Integrity Culture Corridor',
		summaryZh: '把一条条廉路连成一片的总名。目前收录其中的一条：玉琮廉路。',
		summaryEn:
			'The common name under which the trails are brought together. One of them is recorded so far: the Yucong Trail.'
	}
];

export const trails: SeedTrail[] = [
	{
		slug: 'yucong-trail',
		corridor: 'integrity-culture-corridor',
		name: { zh: '玉琮廉路', en: 'Yucong Trail of Integrity' },
		summary: {
			zh: '公布为串起二十一处廉洁文化阵地的一条线路；各站的名字尚未公布。',
			en: 'A trail declared to link twenty-one culture sites; the names of its stops are not published.'
		},
		story: {
			zh: [
				'玉琮外方内圆：方是规矩，圆是周全。拿它给一条廉路起名，意思不难懂。',
				'公开的年度回顾说，这条路连着二十一处廉洁文化阵地，却没有列出是哪二十一处。我们查到的其他材料也没有名单，所以这里写“公布二十一处，已收录零处”，而不是拿别的地点凑数。',
				'走法、长度和需要的时间同样没有公布。名单一旦公开，各站会按公布的次序补上，每一站注明来源。'
			].join('\n\n'),
			en: [
				'A jade cong is square outside and round inside: the square for rules, the circle for care. As the name of a trail of integrity it needs no further words.',
				'The public review of the year says that the trail links twenty-one culture sites but does not list them, and nothing else we found does. This page therefore says “twenty-one declared, none recorded” and does not fill the list with other places.',
				'How to travel it, how long it is and how much time it takes are not published either. As soon as a list appears, the stops will be added in its order, each with its source.'
			].join('\n\n')
		},
		declaredStops: 21,
		stops: [],
		cites: [
			{ source: 'A0', field: 'name' },
			{ source: 'A0', field: 'declaredStops' },
			{ source: 'A0', field: 'corridor' }
		]
	},
	{
		slug: 'demonstration-liangzhu-luniao',
		name: { zh: '演示线路：从良渚到鸬鸟', en: 'Demonstration trail: from Liangzhu to Luniao' },
		summary: {
			zh: '五处已收录的真实地点，从良渚街道一路排到鸬鸟镇。',
			en: 'Five recorded real places, in a line from Liangzhu to Luniao.'
		},
		story: {
			zh: [
				'这是一条演示线路，用来说明廉路在图上是什么样子：有次序的站点，每一站都引用名录里的一个地点，点开就能读到它的来历。',
				'五个地点都是真的，把它们排成一条线的是我们。点的位置只到镇街一级，站与站之间的直线也只表示先后，不表示道路。'
			].join('\n\n'),
			en: [
				'This is a demonstration of what a trail looks like on the map: stops in an order, each pointing to a place in the register whose story is one click away.',
				'The five places are real; putting them in a line was our doing. Their positions are known only to the town, and the straight strokes between them show the order, not a road.'
			].join('\n\n')
		},
		demonstration: true,
		stops: [
			{
				place: 'gangnan-village',
				note: {
					zh: '从一个村开始：村里的事，村里人看着办。',
					en: 'Beginning with a village, whose affairs are done under the eyes of its people.'
				}
			},
			{
				place: 'chengqing-zhengming-hall',
				note: {
					zh: '监督之外，还有澄清：把公道还给人。',
					en: 'Beside oversight there is the clearing of names: giving fairness back.'
				}
			},
			{
				place: 'lilian-culture-hall',
				note: {
					zh: '一枚果子和一个字，放在同一个馆名里。',
					en: 'A fruit and a word, joined in the name of one hall.'
				}
			},
			{
				place: 'qianzhuang-village',
				note: {
					zh: '同镇两村之一，作为村居单元收录。',
					en: 'One of two villages of the same town, recorded as a village unit.'
				}
			},
			{
				place: 'yacheng-village',
				note: {
					zh: '同镇两村之二，与前庄村各有各的来源。',
					en: 'The other of the two; each has its own sources.'
				}
			}
		],
		cites: [{ source: 'liantu', field: '*' }]
	}
];
