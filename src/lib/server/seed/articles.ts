import type { SeedArticle } from './shapes';

const own: SeedArticle['cites'] = [{ source: 'liantu', field: '*' }];

/** The portal's own short texts, newest first; each rests on the sources it cites. */
export const articles: SeedArticle[] = [
	{
		slug: 'culture-week-2024',
		kind: 'news',
		title: {
			zh: '五天，五个篇章：第三届“玉琮杯”廉洁文化周',
			en: 'Five days, five chapters: the third Yucong Cup culture week'
		},
		summary: {
			zh: '2024年11月15日，第三届“玉琮杯”廉洁文化周落幕，历时五天，分五个篇章。',
			en: 'The third Yucong Cup week of integrity culture closed on 15 November 2024 after five days in five chapters.'
		},
		body: {
			zh: [
				'第三届“玉琮杯”廉洁文化周历时五天，于2024年11月15日落幕。这一届的主题是“廉洁护改革　担当更有为”。',
				'活动分五个篇章：以路引廉、青春倡廉、敬岗爱廉、思学悟廉、文化育廉。从名称看，走廉路的人、青年、在岗位上的人、读书的人、喜爱文化的人，都有一章与自己有关。',
				'每一天具体做了什么、在哪里做、来了多少人，本站现有资料没有写明，所以这里也不写。'
			],
			en: [
				'The third Yucong Cup week of integrity culture ran for five days and closed on 15 November 2024. Its theme asked for integrity that protects reform and for people who take on their duty.',
				'It had five chapters: integrity along the road, among the young, at work, in study and in culture. Going by their names, whoever walks a trail, is young, holds a post, reads or enjoys culture has a chapter of their own.',
				'What happened on which day, where, and with how many people is not in the material we have, and so it is not written here.'
			]
		},
		cites: [{ source: 'A0', field: '*' }]
	},
	{
		slug: 'contest-through-the-years',
		kind: 'news',
		title: {
			zh: '从 480 件到 2,493 件：微电影微视频大赛的几组数字',
			en: 'From 480 entries to 2,493: the film contest in numbers'
		},
		summary: {
			zh: '六届大赛，查到了五届的征集数；第五届的没有查到，就空着。',
			en: 'Six editions, and the numbers of entries of five; that of the fifth was not found and is left open.'
		},
		body: {
			zh: [
				'“玉琮杯”清廉微电影微视频大赛办到了第六届。能查到的征集数是：第一届 480 件，第二届 852 件，第三届 1,380 件，第四届 1,668 件，第六届 2,493 件。第五届的数字，公开网页上没有查到，本站就空着。',
				'第六届的 2,493 件里，微电影 911 件，微视频 1,582 件，两项相加正好对得上。公布的增幅是 13.88%。',
				'作品要经过三轮评审，设金奖、银奖、铜奖和入围，另有高校单元；个人可以报名，单位也可以推荐。参赛作品能否公开播放，要看授权和许可，本站不播放参赛作品。'
			],
			en: [
				'The Yucong Cup contest of integrity micro-films and short videos has reached its sixth edition. The numbers of entries that could be found: 480 in the first, 852 in the second, 1,380 in the third, 1,668 in the fourth and 2,493 in the sixth. No public page gave the fifth, so it is left open here.',
				'Of the 2,493 entries of the sixth edition, 911 were micro-films and 1,582 short videos; the two add up exactly. The growth was published as 13.88 per cent.',
				'Entries pass three rounds of judging; there are gold, silver and bronze prizes, a shortlist and a university division. People may enter by themselves or be put forward by their unit. Whether an entry may be shown in public depends on rights and licences; this site shows none.'
			]
		},
		cites: [
			{ source: 'A0', field: '*' },
			{ source: 'public-pages', field: '*' }
		]
	},
	{
		slug: 'works-in-two-villages',
		kind: 'story',
		title: {
			zh: '村里修一件东西：枫岭村与双溪村',
			en: 'Building something in a village: Fengling and Shuangxi'
		},
		summary: {
			zh: '中泰街道的枫岭村、径山镇的双溪村，公开文章都写到了村里的公共工程。',
			en: 'Public articles tell of public works in Fengling, Zhongtai Subdistrict, and in Shuangxi, Jingshan Town.'
		},
		body: {
			zh: [
				'修一条路、一座桥、一段沟渠，在村里都是大事。钱从哪里来，谁来做，做得好不好，村民天天看着，心里都有数。廉洁不廉洁，在工程上看得最清楚。',
				'公开文章里写到两个村的公共工程：中泰街道的枫岭村，径山镇的双溪村。本站现有资料只有村名和“公共工程”这个题目，修的是什么、花了多少、哪一年完工，都没有写明。',
				'所以这一篇很短。资料没有把这两个村称作阵地或清廉单元，因此它们不在名录里，只在这里记一笔。'
			],
			en: [
				'A road, a bridge or a stretch of ditch is a great matter in a village. Where the money comes from, who builds and whether it was built well, people know, because they walk over it every day. Works are where integrity is easiest to see.',
				'Public articles tell of two such villages: Fengling in Zhongtai Subdistrict and Shuangxi in Jingshan Town. The material we have holds only their names and the subject, public works; what was built, at what cost and when it was finished is not in it.',
				'That is why this piece is short. Neither village is called a site or an integrity unit there, so they are not in the register and are only mentioned here.'
			]
		},
		cites: [
			{ source: 'articles', field: '*' },
			{ source: 'divisions', field: 'town' }
		]
	},
	{
		slug: 'deliberation-in-cangqian',
		kind: 'story',
		title: {
			zh: '不在场，也能说上话：仓前街道的云上议事',
			en: 'Speaking up without being there: deliberation in Cangqian'
		},
		summary: {
			zh: '把商量的地方搬到线上，来不了现场的人也能参与。',
			en: 'Moving the talking online lets those take part who cannot come.'
		},
		body: {
			zh: [
				'商量事情，最难的常常不是意见不同，而是人来不齐。有的要上班，有的要带孩子，最该听到的声音反而缺席。',
				'仓前街道有一个做法叫“云上议事”，把商量的地方放到线上，来不了现场的人也能参与。',
				'公开的年度回顾提到了它。具体议了哪些事、怎样参加，还没有可以引用的公开说明。它在名录里有自己的一页，归在“服务点”一类。'
			],
			en: [
				'The hard part of a meeting is often not that people disagree but that they cannot all come. Those at work are at work, those with children cannot leave, and the voices most needed are missing.',
				'Cangqian Subdistrict has something called “Deliberation Online” that moves the talking online, so that those who cannot come can take part.',
				'The public review of the year mentions it. What was discussed and how to join has no statement to cite yet. It has a page of its own in the register, among the service points.'
			]
		},
		place: 'yunshang-yishi',
		cites: [{ source: 'A0', field: '*' }]
	},
	{
		slug: 'eight-kinds-of-units',
		kind: 'study',
		title: {
			zh: '清廉单元是什么：八类单元，一句话一类',
			en: 'What is an integrity unit? Eight kinds in a line each'
		},
		summary: {
			zh: '机关、国企、民企、村居、学校、医院、交通、文化，廉洁落到每一类都有不同的样子。',
			en: 'Offices, state and private enterprises, villages, schools, hospitals, transport, culture: integrity looks different in each.'
		},
		body: {
			zh: [
				'清廉单元，是把“廉洁”两个字落到一个个具体单位：一个机关、一家企业、一个村、一所学校，各自把容易出问题的环节找出来，摆到明处，管住管好。',
				'单元分八类，次序是机关、国企、民企、村居、学校、医院、交通、文化。机关看审批，国企看采购，民企看合同，村居看账目，学校看食堂，医院看药械，交通看工程，文化看活动经费。这些例子由本站所举，只为说明，不是官方标准。',
				'余杭公布的省、市两级清廉单元共 77 个。本站收录了几个，写在“清廉单元”页的上方；收录不全，也不凑数。'
			],
			en: [
				'An integrity unit brings the word “integrity” down to one concrete body: an office, a company, a village or a school looks for the steps where things go wrong easily, puts them in the open and keeps them in order.',
				'There are eight kinds, in this order: offices, state enterprises, private enterprises, villages, schools, hospitals, transport and culture. In an office one looks at permits, in a state enterprise at purchasing, in a private one at contracts, in a village at the books, in a school at the canteen, in a hospital at drugs and devices, in transport at works, in culture at event budgets. The examples are ours, to make it plain; they are no official standard.',
				'Yuhang has published a total of 77 units at province and city level. How many are recorded here stands at the top of the page of integrity units, and gaps are never padded.'
			]
		},
		cites: [
			{ source: 'A0', field: '*' },
			{ source: 'A2', field: '*' }
		]
	}
];

/** How the portal itself works; placed after the stories. */
export const notes: SeedArticle[] = [
	{
		slug: 'how-positions-are-treated',
		kind: 'site',
		title: { zh: '地图上的每个点，准到什么程度', en: 'How exact is a mark on the map?' },
		summary: {
			zh: '位置分五种精度。不知道在哪里的地方，只列出来，不画上去。',
			en: 'Positions come in five degrees of precision. What cannot be placed is listed and not drawn.'
		},
		body: {
			zh: [
				'本站把位置的精度分成五种：精确、村级、镇街级、区级、未知。每个地点的页面上都写明它属于哪一种；画在图上的，还写明误差。标着“位置待核实”的，表示还没有到现场或对照权威资料核实过。',
				'公开文章没有给出坐标，我们也没有找到许可明确、覆盖余杭各镇街的开放地名数据。现在图上的点，取自本站自绘示意图上镇街名称的标注位置，误差约 3 公里。同一个镇街的几处地点会落在同一个点上，我们不把它们挪开，因为挪开就成了编造。',
				'完全不知道在哪里的地方只进名录。底图是示意图，不是测绘成果，没有画界线，请不要用它量距离、认边界。'
			],
			en: [
				'Positions here are exact, known to the village, to the town, to the district, or unknown. The page of every place says which, and how far off it may be where it is drawn. “To be verified” means that nobody has yet checked it on the ground or against an authoritative source.',
				'The public articles give no coordinates, and no open, licensed gazetteer that covers the towns of Yuhang was within our reach. The marks now on the map are taken from the town lettering of our own illustrated drawing, good to about 3 km. Several places of one town fall on one point; we do not push them apart, because that would be making positions up.',
				'Places whose whereabouts are not known at all are in the register only. The base is an illustration, not a survey, and draws no boundaries; please do not measure by it.'
			]
		},
		cites: own
	},
	{
		slug: 'how-sources-are-cited',
		kind: 'site',
		title: {
			zh: '每一条都有出处，没有的就空着',
			en: 'Every fact has a source; what has none stays empty'
		},
		summary: {
			zh: '本站怎样引用资料，怎样区分公布的数字和推算的数字。',
			en: 'How this site cites its material and tells published numbers from computed ones.'
		},
		body: {
			zh: [
				'每个地点、廉路、荣誉和数字，都注明依据哪一份资料。现有资料主要是五篇公开文章的摘录：题名由本站概括；发布日期知道的写明，不知道的留空；摘录没有写明出自哪一篇的，也照实注明。',
				'数字分两种：公布的照原样写，推算的标明“推算”，并写出算式。公布的总数和本站收录的个数分开写，两者不等是常事。',
				'本站不收录个人信息。办公电话、详细地址和开放时间，有可以引用的公开出处才写。'
			],
			en: [
				'Every place, trail, honour and number says which material it rests on. What there is now are mostly excerpts from five public articles; their titles are our summaries, their dates are given where known and left empty where not. Where an excerpt does not say which article a name comes from, that is stated.',
				'There are two sorts of numbers: published ones stand as published, computed ones are labelled and show the calculation. A declared total and the number recorded here are stated separately, and it is usual that they differ.',
				'This site records nothing about individuals. Office telephones, street addresses and opening hours are given only where there is a public source to cite.'
			]
		},
		cites: own
	},
	{
		slug: 'help-us-correct-the-map',
		kind: 'site',
		title: { zh: '请帮我们把这张图改对', en: 'Please help us put this map right' },
		summary: {
			zh: '看到不对的、缺少的，告诉我们，写上依据就好。',
			en: 'If something is wrong or missing, say so and add what it rests on.'
		},
		body: {
			zh: [
				'这张图刚刚起步，空白的地方比画上的多。您如果住在附近，或者在那里工作，知道的可能比我们多。',
				'每个地点的页面下方都可以提交更正：写明哪一项不对、正确的是什么、您是怎么知道的。门口的公告、公开网页的地址，都可以作依据。工作人员核实以后再改，并把新的来源写在页面上。',
				'更正只受理地图内容方面的意见。反映党员干部违纪违法问题，请拨打 12388 或登录 12388 举报网站；这里不受理，也不保存这类内容。'
			],
			en: [
				'This map has only just begun, and there is more blank on it than drawn. If you live or work nearby, you probably know more than we do.',
				'At the foot of every place page there is a correction link: say which entry is wrong, what is right and how you know. A notice at the door or the address of a public page will do. The office checks first, then corrects and puts the new source on the page.',
				'Corrections are for the content of the map only. To report breaches of discipline or law by officials, call 12388 or use its website; such reports are neither accepted nor kept here.'
			]
		},
		cites: own
	}
];
