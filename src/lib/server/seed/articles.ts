import type { SeedArticle } from './shapes';

const own: SeedArticle['cites'] = [{ source: 'liantu', field: '*' }];

/** The portal's own short texts, newest first; each rests on the sources it cites. */
export const articles: SeedArticle[] = [
	{
		slug: 'culture-week-2024',
		title: {
			zh: '五天，五个篇章：第三届“玉琮杯”廉洁文化周',
			en: 'Five days, five chapters: the third Yucong Cup culture week'
		},
		summary: {
			zh: '二〇二四年十一月十五日，第三届“玉琮杯”廉洁文化周落幕。五个篇章的名字，各自指着一种人。',
			en: 'The third Yucong Cup week of integrity culture closed on 15 November 2024. Each of its five chapters speaks to somebody else.'
		},
		body: {
			zh: [
				'第三届“玉琮杯”廉洁文化周办了五天，在二〇二四年十一月十五日落幕。这一届的主题是“廉洁护改革　担当更有为”。',
				'五天分作五个篇章：以路引廉、青春倡廉、敬岗爱廉、思学悟廉、文化育廉。走路的人、年轻的人、在岗位上的人、读书的人、看戏的人，总有一章和自己有关。',
				'每一天具体做了什么、在哪里做、来了多少人，我们手上的摘录没有写到，所以这里也不写。如果您参加过，又知道哪里有公开的记录，欢迎告诉我们。'
			],
			en: [
				'The third Yucong Cup week of integrity culture ran for five days and closed on 15 November 2024. Its theme asked for integrity that protects reform and for people who take on their duty.',
				'The five days were five chapters: integrity along the road, among the young, at work, in study and in culture. Whoever walks, is young, holds a post, reads or goes to the theatre found a chapter of their own.',
				'What happened on which day, where, and with how many people is not in the excerpt we have, and so it is not written here. If you were there and know of a public record, please tell us.'
			]
		},
		cites: [{ source: 'A0', field: '*' }]
	},
	{
		slug: 'contest-through-the-years',
		title: {
			zh: '一届比一届多：微电影微视频大赛的几组数字',
			en: 'More each time: the film contest in numbers'
		},
		summary: {
			zh: '从四百八十件到两千四百九十三件，中间有一届的数字没有查到。',
			en: 'From 480 entries to 2,493, with one edition whose number we could not find.'
		},
		body: {
			zh: [
				'“玉琮杯”清廉微电影微视频大赛办到了第六届。能查到的征集数是：第一届480件，第二届852件，第三届1,380件，第四届1,668件，第六届2,493件。第五届的数字，公开网页上没有查到，我们就让它空着。',
				'第六届的2,493件里，微电影911件，微视频1,582件，两项相加正好对得上。公布的增幅是13.88%。',
				'作品要过三轮评审，设金奖、银奖、铜奖和入围，另有高校单元；个人可以报名，单位也可以推荐。这些作品在哪里能看，要看各自的授权，本站目前不放映参赛影片。'
			],
			en: [
				'The Yucong Cup contest of integrity micro-films and short videos has reached its sixth edition. The numbers of entries that could be found: 480 in the first, 852 in the second, 1,380 in the third, 1,668 in the fourth and 2,493 in the sixth. No public page gave the fifth, so we leave it open.',
				'Of the 2,493 entries of the sixth edition, 911 were micro-films and 1,582 short videos; the two add up exactly. The growth was published as 13.88 per cent.',
				'Entries pass three rounds of judging; there are gold, silver and bronze prizes, a shortlist and a university division. People may enter by themselves or be put forward by their unit. Where a film can be watched depends on its rights; this site shows no contest films at present.'
			]
		},
		cites: [
			{ source: 'A0', field: '*' },
			{ source: 'public-pages', field: '*' }
		]
	},
	{
		slug: 'works-in-two-villages',
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
				'一条路、一座桥、一段沟渠，在村里都是大事。钱从哪里来，谁来做，做得好不好，村民天天从上面走过，心里都有数。工程因此成了廉洁这件事最看得见的一面。',
				'公开文章里有两个这样的村子：中泰街道的枫岭村，径山镇的双溪村。我们手上的摘录只留下了村名和“公共工程”这个题目，修的是什么、花了多少、哪一年完工，都没有写到。',
				'所以这一篇很短。它们没有被称作阵地，也没有被称作单元，因此不在名录里，只在这里留一笔。等有了可以引用的材料，再把故事写全。'
			],
			en: [
				'A road, a bridge or a stretch of ditch is a great matter in a village. Where the money comes from, who builds and whether it was built well, people know, because they walk over it every day. Works are where integrity is easiest to see.',
				'Public articles tell of two such villages: Fengling in Zhongtai Subdistrict and Shuangxi in Jingshan Town. The excerpt we have kept only their names and the subject, public works; what was built, at what cost and when it was finished is not in it.',
				'That is why this piece is short. Neither village is called a site or a unit there, so they are not in the register and are only mentioned here. Once there is material to cite, the story will be told in full.'
			]
		},
		cites: [
			{ source: 'articles', field: '*' },
			{ source: 'divisions', field: 'town' }
		]
	},
	{
		slug: 'deliberation-in-cangqian',
		title: {
			zh: '不在场，也能说上话：仓前街道的云上议事',
			en: 'Speaking up without being there: deliberation in Cangqian'
		},
		summary: {
			zh: '把商量的地方搬到线上，让来不了的人也能参与。',
			en: 'Moving the talking online lets those take part who cannot come.'
		},
		body: {
			zh: [
				'议事会最难的，常常不是意见不同，而是人来不齐。上班的在班上，带孩子的走不开，最该听到的声音反而缺席。',
				'仓前街道有一个做法叫“云上议事”，把商量的地方放到线上。听得见的人多了，做决定的人也就更明白大家在意什么；说过的话留得下来，日后也查得到。',
				'公开的年度回顾提到了它。具体议了哪些事、怎样报名，还没有可以引用的说明。它在名录里有自己的一页，归在“服务点”一类。'
			],
			en: [
				'The hard part of a meeting is often not that people disagree but that they cannot all come. Those at work are at work, those with children cannot leave, and the voices most needed are missing.',
				'Cangqian Subdistrict has something called “Deliberation Online” that puts the talking on the network. The more people are heard, the better those who decide know what matters; and what was said stays and can be looked up.',
				'The public review of the year mentions it. What was discussed and how to join has no statement to cite yet. It has a page of its own in the register, among the service points.'
			]
		},
		place: 'yunshang-yishi',
		cites: [{ source: 'A0', field: '*' }]
	},
	{
		slug: 'eight-kinds-of-units',
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
				'清廉单元，是把“廉洁”这个大词落到一个个具体单位里去做：一个机关、一家企业、一个村、一所学校，各自把容易出问题的环节找出来，摆到明处，管住它。',
				'单元分八类，次序是机关、国企、民企、村居、学校、医院、交通、文化。机关看审批，国企看采购，民企看合同，村居看账目，学校看食堂，医院看药械，交通看工程，文化看活动经费。这些例子是我们举的，为的是好懂。',
				'余杭公布的省、市两级清廉单元共有77个。本站收录了几个，名录上方随时写着，收录不全的地方不凑数。'
			],
			en: [
				'An integrity unit brings a big word down to one concrete body: an office, a company, a village or a school looks for the steps where things go wrong easily, puts them in the open and keeps them in order.',
				'There are eight kinds, in this order: offices, state enterprises, private enterprises, villages, schools, hospitals, transport and culture. In an office one looks at permits, in a state enterprise at purchasing, in a private one at contracts, in a village at the books, in a school at the canteen, in a hospital at drugs and devices, in transport at works, in culture at event budgets. The examples are ours, to make it plain.',
				'Yuhang has published a total of 77 units at province and city level. How many are recorded here always stands above the register, and gaps are never filled up.'
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
		title: { zh: '地图上的每个点，准到什么程度', en: 'How exact is a mark on the map?' },
		summary: {
			zh: '位置分五种精度。不知道在哪里的地方，只列出来，不画上去。',
			en: 'Positions come in five degrees of precision. What cannot be placed is listed and not drawn.'
		},
		body: {
			zh: [
				'本站把位置分成五种：准确、到村、到镇街、到区、未知。每个地点的页面上都写着它属于哪一种，以及误差大约多少米。标着“位置待核实”的，表示还没有人到现场或对照权威资料核过。',
				'公开文章没有给出坐标，我们也没有找到带许可的开放地名数据能覆盖余杭各镇街。现在图上的点，取自本站自绘示意图上镇街名字的标注位置，误差约三千米。同一个镇街的几处地点会落在同一个点上，我们不去把它们挪开，因为挪开就成了编造。',
				'完全不知道在哪里的地方只进名录。底图是示意图，不是测绘成果，没有画界线，请不要拿它来量距离、认边界。'
			],
			en: [
				'Positions here are exact, known to the village, to the town, to the district, or unknown. The page of every place says which, and within how many metres. “To be verified” means that nobody has yet checked it on the ground or against an authoritative source.',
				'The public articles give no coordinates, and no open, licensed gazetteer that covers the towns of Yuhang was within our reach. The marks now on the map are taken from the town lettering of our own illustrated drawing, good to about 3,000 metres. Several places of one town fall on one point; we do not push them apart, because that would be making positions up.',
				'Places whose whereabouts are not known at all are in the register only. The base is an illustration, not a survey, and draws no boundaries; please do not measure by it.'
			]
		},
		cites: own
	},
	{
		slug: 'how-sources-are-cited',
		title: {
			zh: '每一条都有出处，没有的就空着',
			en: 'Every fact has a source; what has none stays empty'
		},
		summary: {
			zh: '本站怎样引用材料，怎样区分公布的数字和推算的数字。',
			en: 'How this site cites its material and tells published numbers from computed ones.'
		},
		body: {
			zh: [
				'每个地点、线路、荣誉和数字，都注明依据哪一份材料。现有的材料主要是五篇公开文章的摘录，题名是我们概括的，发布日期知道的写明，不知道的留空。摘录里没有注明篇目的名字，也照实写着“未注明”。',
				'数字分两种：公布的照原样写，推算的标明“推算”，并写出算式。公布的总数和本站收录的个数总是并排出现，两者不等是常事。',
				'本站不收录个人的信息，也不写电话、地址和开放时间，除非有可以引用的公开出处。'
			],
			en: [
				'Every place, trail, honour and number says which material it rests on. What there is now are mostly excerpts from five public articles; their titles are our summaries, their dates are given where known and left empty where not. Names for which the excerpt does not say the article are marked as such.',
				'There are two sorts of numbers: published ones stand as published, computed ones are labelled and show the sum. A declared total and the number recorded here always stand side by side, and it is usual that they differ.',
				'This site records nothing about private persons, and gives no telephone, address or opening hours unless there is a public source to cite.'
			]
		},
		cites: own
	},
	{
		slug: 'help-us-correct-the-map',
		title: { zh: '请帮我们把这张图改对', en: 'Please help us put this map right' },
		summary: {
			zh: '看到不对的地方、缺的地方，说一声，附上依据就好。',
			en: 'If something is wrong or missing, say so and add what it rests on.'
		},
		body: {
			zh: [
				'这张图刚刚起步，空白的地方比画上的多。您如果住在附近，或者在那里工作，知道的多半比我们多。',
				'每个地点的页面下方都有更正入口：说明哪一项不对、正确的是什么、依据在哪里。一张公告的照片、一个公开网页的地址，都算依据。编辑核实以后会改，并把新的来源写在页面上。',
				'更正入口只收关于地图内容的意见。反映违纪违法问题，请拨打12388，或使用纪检监察机关的举报渠道；这里不受理，也不保存这类内容。'
			],
			en: [
				'This map has only just begun, and there is more blank on it than drawn. If you live or work nearby, you probably know more than we do.',
				'At the foot of every place page there is a correction link: say which entry is wrong, what is right and what that rests on. A photograph of a notice or the address of a public page will do. The editors check, correct and put the new source on the page.',
				'The link is for the content of the map only. Reports about breaches of discipline or law belong to the hotline 12388 and the channels of the supervision authorities; none are handled or kept here.'
			]
		},
		cites: own
	}
];
