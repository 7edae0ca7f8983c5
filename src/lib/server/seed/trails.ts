import type { SeedTrail } from './shapes';

/** Corridors group trails. */
export const corridors = [
	{
		slug: 'integrity-culture-corridor',
		nameZh: '廉洁文化大走廊',
		nameEn: 'Integrity Culture Corridor',
		summaryZh: '廉洁文化大走廊由廉路组成，本站收录了其中一条：玉琮廉路。',
		summaryEn: 'The corridor is made up of trails. One of them is recorded here: the Yucong Trail.'
	}
];

export const trails: SeedTrail[] = [
	{
		slug: 'yucong-trail',
		corridor: 'integrity-culture-corridor',
		name: { zh: '玉琮廉路', en: 'Yucong Trail of Integrity' },
		summary: {
			zh: '据公开的年度回顾，这条廉路串起 21 处廉洁文化阵地；各站名称未公布。',
			en: 'According to the public review of the year it links 21 culture sites; the names of its stops are not published.'
		},
		story: {
			zh: [
				'玉琮外方内圆。我们这样读这条廉路的名字：方是规矩，圆是周全。',
				'公开的年度回顾写到，玉琮廉路串起 21 处廉洁文化阵地，但没有列出是哪 21 处。我们查到的其他资料也没有名单，所以这里写“公布 21 站，已收录 0 站”，不拿别的地点凑数。',
				'走法、长度和用时也没有查到公开的说明。查到名单，就按公布的次序补上，每一站注明来源。'
			].join('\n\n'),
			en: [
				'A jade cong is square outside and round inside. This is how we read the name of the trail: the square for rules, the circle for care.',
				'The public review of the year says that the Yucong Trail links 21 culture sites but does not list them, and nothing else we found does. This page therefore says “21 declared, 0 recorded” and does not fill the list with other places.',
				'Nor did we find a public statement of how to travel it, how long it is or how much time it takes. When a list is found, the stops are added in its order, each with its source.'
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
			zh: '由五处已收录的真实地点组成，从良渚街道到鸬鸟镇；不是官方发布的线路。',
			en: 'Five recorded real places in a line from Liangzhu to Luniao; not an official trail.'
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
					zh: '监督之外，还有澄清：查清事实，还人清白。',
					en: 'Beside oversight there is the clearing of names: the facts looked into, the innocent cleared.'
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
