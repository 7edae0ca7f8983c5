import { lettered, undrawn } from './towns';
import type { Cite, SeedPlace } from './shapes';

/** The town of a village is checked twice: in the excerpt and in the list of divisions. */
const village: Cite[] = [
	{ source: 'articles', field: 'name' },
	{ source: 'divisions', field: 'town' }
];

/** The position of a place of which only the town is known. */
const drawn: Cite = {
	source: 'own-drawing',
	field: 'position',
	note: { zh: '示意位置，待核实', en: 'Indicative position, to be verified' }
};

const visited = {
	zh: '标签“考察点位”的意思是：公开文章提到它时，把它列为供人实地察看的地点。是谁来看、看了什么、在哪一天，本站现有资料没有写明，所以这里也不写。',
	en: 'It carries the tag 考察点位, “study stop”: it was named as a place shown to visitors who came to see the work on the ground. Who came, what they saw and when is not in the material we have, so it is not written here either.'
};

const townOnly = (zh: string, en: string) => ({
	zh: `地图上的点只说明它在${zh}，是示意位置，不是它的准确位置。您如果知道准确位置，请在本页下方告诉我们。`,
	en: `The mark on the map only says that it lies in ${en}. It is indicative and not its exact position. If you know the exact position, please tell us at the foot of this page.`
});

const paragraphs = (...parts: { zh: string; en: string }[]) => ({
	zh: parts.map(({ zh }) => zh).join('\n\n'),
	en: parts.map(({ en }) => en).join('\n\n')
});

const villageUnit = (
	slug: string,
	name: { zh: string; en: string },
	town: { slug: string; zh: string; en: string },
	first: { zh: string; en: string }
): SeedPlace => ({
	slug,
	kind: 'unit',
	category: 'village',
	name,
	summary: {
		zh: `${town.zh}的一个村，作为清廉单元中的村居一类收录。`,
		en: `A village in ${town.en}, recorded as an integrity unit of the village kind.`
	},
	story: paragraphs(first, visited, townOnly(town.zh, town.en)),
	town: town.slug,
	address: {
		zh: `杭州市余杭区${town.zh}${name.zh}`,
		en: `${name.en}, ${town.en}, Yuhang District, Hangzhou`
	},
	tags: ['考察点位'],
	...lettered(town.slug),
	cites: [...village, { source: 'A2', field: 'category' }, drawn]
});

const luniao = { slug: 'luniao', zh: '鸬鸟镇', en: 'Luniao Town' };

/** Places in Yuhang that the public material names. */
export const places: SeedPlace[] = [
	{
		slug: 'chengqing-zhengming-hall',
		kind: 'site',
		name: { zh: '澄清正名展示馆', en: 'Hall of Names Cleared' },
		summary: {
			zh: '瓶窑镇的一处廉洁文化阵地。“澄清正名”，说的是把不实的反映查清，还人清白。',
			en: 'A culture site in Pingyao Town. To “clear a name” is to look into a false report and set it straight.'
		},
		story: paragraphs(
			{
				zh: '“澄清正名”说的是这样一件事：有人受到不实的反映，查清以后，由组织出面把事实讲明，让清白的人放下包袱、安心做事。监督要认真，也要公道。',
				en: '“Clearing a name” means this: someone has been reported wrongly, the matter is looked into, and the organisation then states the facts openly, so that an innocent person can put the burden down and get on with the work. Oversight has to be careful and fair at once.'
			},
			{
				zh: '它收在本图里，因为公开文章写到了它的名称和所在的镇。馆内陈列什么、何时开放、怎样预约，目前没有可以引用的公开说明；开放时间等栏目写“未公布”。',
				en: 'It is on this map because a public article gives its name and its town. What is on show, when it opens and how to book has no public statement that could be cited, and fields such as the opening hours say “not published”.'
			},
			townOnly('瓶窑镇', 'Pingyao Town')
		),
		town: 'pingyao',
		address: { zh: '杭州市余杭区瓶窑镇', en: 'Pingyao Town, Yuhang District, Hangzhou' },
		...lettered('pingyao'),
		cites: [{ source: 'articles', field: 'name' }, { source: 'articles', field: 'town' }, drawn]
	},
	{
		slug: 'lilian-culture-hall',
		kind: 'site',
		name: { zh: '余杭区梨廉文化馆', en: 'Lilian Culture Hall, Yuhang' },
		summary: {
			zh: '鸬鸟镇的一座廉洁文化馆，馆名取“梨”与“廉”二字。',
			en: 'An integrity culture hall in Luniao Town whose name joins the words for “pear” and “upright”.'
		},
		story: paragraphs(
			{
				zh: '馆名把“梨”和“廉”放在一起。一个是枝头的果子，一个是做人做事的本分，读音相近，放在一起很好记。',
				en: 'The name of the hall puts two words side by side: 梨, the pear, and 廉, uprightness. One grows on a branch, the other in the way people work; they sound alike and are easy to remember together.'
			},
			{
				zh: '它的名称和所在的镇见于公开网页，本站依据的五篇公开文章没有写到它。网页的地址没有留存下来，来源一栏写明了这一点。',
				en: 'Its name and town were found on a public web page; the five articles this site rests on do not mention it. The address of that page was not kept, and the list of sources says so.'
			},
			townOnly('鸬鸟镇', 'Luniao Town')
		),
		town: 'luniao',
		address: { zh: '杭州市余杭区鸬鸟镇', en: 'Luniao Town, Yuhang District, Hangzhou' },
		...lettered('luniao'),
		cites: [
			{ source: 'public-pages', field: 'name' },
			{ source: 'public-pages', field: 'town' },
			drawn
		]
	},
	{
		slug: 'yuqian-study-site',
		kind: 'site',
		name: { zh: '余杭于谦求学赶考点', en: 'Yu Qian Study and Examination Site, Yuhang' },
		summary: {
			zh: '从名称看，这处廉洁文化阵地与于谦求学、赶考的往事有关；所在镇街还没有可以引用的说明。',
			en: 'Going by its name, a culture site about Yu Qian as student and candidate; its town has no public statement to cite yet.'
		},
		story: paragraphs(
			{
				zh: '于谦是明代名臣。从名称看，这里与他求学、赶考的往事有关；具体讲些什么，本站现有资料没有写明。',
				en: 'Yu Qian was a minister of the Ming court. Going by its name, this site is about the years in which he studied and set out for the examinations; what it tells is not in the material we have.'
			},
			{
				zh: '名称来自公开网页。它在哪个镇街、哪条路上，没有查到可以引用的说明，所以它只列在名录里，不画在地图上。画错一个点，比留一处空白更误事。',
				en: 'The name comes from a public web page. No statement of its town or street could be found to cite, so it is listed and not drawn on the map: a wrong mark does more harm than an empty spot.'
			}
		),
		address: { zh: '杭州市余杭区', en: 'Yuhang District, Hangzhou' },
		...undrawn,
		cites: [{ source: 'public-pages', field: 'name' }]
	},
	{
		slug: 'tiaoxi-grand-theatre',
		kind: 'venue',
		name: { zh: '苕溪大剧院', en: 'Tiaoxi Grand Theatre' },
		summary: {
			zh: '余杭的一座剧院，演出过剧目《陆羽问茶》。',
			en: 'A theatre in Yuhang that has staged the drama “Lu Yu Asks about Tea”.'
		},
		story: paragraphs(
			{
				zh: '廉洁文化不只在展馆和展板上，也在戏台上。苕溪大剧院演出过《陆羽问茶》，因此收在“场馆”一类。',
				en: 'A culture of integrity does not live in halls and on display boards alone. It is on the stage too. The Tiaoxi Grand Theatre has staged “Lu Yu Asks about Tea” and is therefore recorded as a venue.'
			},
			{
				zh: '演出的场次、日期和观众人数，本站现有资料没有写明。剧院的具体地址也没有可以引用的出处，所以它只列在名录里，不画在图上。近期演出请以剧院的公告为准。',
				en: 'How often, on which days and before how many people it was played is not in the material we have. Nor is there a citable source for the street address, so the theatre is listed and not drawn. For performances, please rely on the theatre’s own notices.'
			}
		),
		address: { zh: '杭州市余杭区', en: 'Yuhang District, Hangzhou' },
		...undrawn,
		cites: [
			{ source: 'A0', field: 'name' },
			{ source: 'A0', field: 'story' }
		]
	},
	villageUnit(
		'gangnan-village',
		{ zh: '港南村', en: 'Gangnan Village' },
		{ slug: 'liangzhu', zh: '良渚街道', en: 'Liangzhu Subdistrict' },
		{
			zh: '清廉单元有八类，村居是其中一类，也是离日常最近的一类：账目怎么公开，工程怎么定，补助怎么发，都该让村民看得见。港南村按村居一类收进名录。',
			en: 'Integrity units come in eight kinds, and villages are the kind closest to everyday life: how accounts are opened, how works are decided and how allowances are paid should all happen before the eyes of the villagers. Gangnan is in the register as one of this kind.'
		}
	),
	villageUnit('qianzhuang-village', { zh: '前庄村', en: 'Qianzhuang Village' }, luniao, {
		zh: '前庄村在余杭西北的鸬鸟镇，与同镇的雅城村一起出现在公开文章里。名录按村居一类收录它。这一类单元讲的是：村里的事，由村里人看着办。',
		en: 'Qianzhuang lies in Luniao Town in the north-west of Yuhang and appears in the public articles together with Yacheng in the same town. The register has it as a unit of the village kind, which is about the affairs of a village being done under the eyes of its people.'
	}),
	villageUnit('yacheng-village', { zh: '雅城村', en: 'Yacheng Village' }, luniao, {
		zh: '雅城村与前庄村同在鸬鸟镇，也一同被公开文章提到。两个村在名录里各有一页，各记各的来源。',
		en: 'Yacheng and Qianzhuang both lie in Luniao Town and are named together in the public articles. In the register each has its own page and its own sources.'
	}),
	{
		slug: 'future-sci-tech-city',
		kind: 'unit',
		name: { zh: '未来科技城', en: 'Future Sci-Tech City' },
		summary: {
			zh: '余杭的一处清廉单元，获评“全省清廉建设成绩突出单位”。',
			en: 'An integrity unit in Yuhang, named a unit of outstanding achievement in the province.'
		},
		story: paragraphs(
			{
				zh: '未来科技城收在本图里，是因为一项省级荣誉：全省清廉建设成绩突出单位。荣誉写在本页“荣誉”一栏。颁发机关、文号和日期，本站现有资料没有写明，所以那几格写“未公布”，不作猜测。',
				en: 'Future Sci-Tech City is on this map because of an honour at province level: unit of outstanding achievement in building integrity. The honour stands in its own section. Its issuing body, document number and date are not in the material we have; those fields say “not published” rather than guess.'
			},
			{
				zh: '它属于八类单元中的哪一类，资料也没有写明，所以类别空着。它在哪些镇街、以哪里为中心，同样没有可以引用的出处，因此只列在名录里，不画在图上。',
				en: 'Which of the eight kinds it belongs to is not said either, so the kind is left open. Nor is there a citable source for its centre or for the towns it touches: it is listed and not drawn.'
			}
		),
		address: { zh: '杭州市余杭区', en: 'Yuhang District, Hangzhou' },
		...undrawn,
		cites: [{ source: 'articles', field: 'name' }],
		honours: [
			{
				title: {
					zh: '全省清廉建设成绩突出单位',
					en: 'Unit of outstanding achievement in building integrity, province level'
				},
				level: 'province',
				cites: [{ source: 'articles', field: '*' }]
			}
		]
	},
	{
		slug: 'yunshang-yishi',
		kind: 'service',
		name: { zh: '云上议事', en: 'Deliberation Online' },
		summary: {
			zh: '仓前街道的线上议事：把商量的地方搬到线上，来不了现场也能参与。',
			en: 'Online deliberation in Cangqian Subdistrict: the talking moves online, so that those who cannot come can take part.'
		},
		story: paragraphs(
			{
				zh: '家门口的事，最好由住在那里的人一起商量。“云上议事”把商量的地方搬到线上，来不了现场的人也能参与。',
				en: 'What happens on the doorstep is best talked over by those who live there. “Deliberation Online” moves the talking online, so that those who cannot come can take part.'
			},
			{
				zh: '公开的年度回顾提到它在仓前街道。它是线上服务，没有公布接待地点，图上的点只表示属于仓前街道。怎样参加、议过哪些事，目前没有可以引用的公开说明。',
				en: 'The public review of the year places it in Cangqian Subdistrict. It is an online service with no published counter; the mark on the map only says that it belongs to Cangqian. How to take part and what has been discussed has no public statement to cite yet.'
			}
		),
		town: 'cangqian',
		address: { zh: '杭州市余杭区仓前街道', en: 'Cangqian Subdistrict, Yuhang District, Hangzhou' },
		tags: ['线上'],
		...lettered('cangqian'),
		cites: [{ source: 'A0', field: 'name' }, { source: 'A0', field: 'town' }, drawn]
	}
];
