/** Words of the first page; loaded only there. */
export const home = {
	title: '余杭清廉文化地图',
	lead: '阵地、清廉单元、场馆、服务点和廉路，都收在一张图里。不用登录，打开就能看。',
	map: '打开地图',
	list: '查看文字列表',
	kinds: '从哪里看起',
	kindLead: {
		site: '听故事、看展陈的地方',
		unit: '机关、学校、村居等八类清廉单元',
		venue: '演出和活动发生的地方',
		service: '接待来访、帮着办事的窗口'
	},
	recorded: (count: number) => `已收录 ${count} 处`,
	declared: (declared: number, recorded: number) => `公布 ${declared} 个，已收录 ${recorded} 个`,
	trails: '跟着廉路走',
	trailsLead: '把各处阵地按顺序串起来。',
	allTrails: '全部廉路',
	calls: '正在征集',
	allContests: '全部大赛',
	callCloses: (when: string) => `${when}截止`,
	events: '近期活动',
	allEvents: '全部活动',
	noEvents: '目前没有已公布的活动安排。有新的安排时，会写在这里。',
	pastEvents: '往期',
	figures: '公开的数字',
	figuresLead: '只写公开发布过的数字，每一个都注明出处；由公开数字推算出来的，单独标明。',
	news: '资讯与故事',
	allNews: '全部资讯'
};
