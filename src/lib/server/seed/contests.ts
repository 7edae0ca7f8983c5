import type { Bilingual } from '$lib/domain/text';
import type { SourceSlug } from './shapes';

/** A number published about a past edition; without a value the note says that none was found. */
interface SeedEditionFigure {
	key: string;
	label: Bilingual;
	value: number | null;
	note?: Bilingual;
	/** Where it stands; of one not found, where it was looked for. */
	source: SourceSlug;
}

interface SeedContest {
	slug: string;
	kind: 'film' | 'speech';
	title: Bilingual;
	about: Bilingual;
	past: { ordinal: number; title: Bilingual; figures: SeedEditionFigure[] }[];
}

const entered: Bilingual = { zh: '征集作品', en: 'Entries' };
const total = (value: number | null, source: SourceSlug, note?: Bilingual): SeedEditionFigure => ({
	key: 'entries',
	label: entered,
	value,
	source,
	...(note ? { note } : {})
});

const past = (
	ordinal: number,
	zh: string,
	en: string,
	...figures: SeedEditionFigure[]
): SeedContest['past'][number] => ({
	ordinal,
	title: { zh: `第${zh}届`, en: `${en} edition` },
	figures
});

/** What is published of contests; no date, prize, person or title of an entry is, so none is here. */
export const contests: SeedContest[] = [
	{
		slug: 'yucong-cup',
		kind: 'film',
		title: {
			zh: '“玉琮杯”清廉微电影微视频大赛',
			en: '“Yucong Cup” contest of integrity micro-films and short videos'
		},
		about: {
			zh: '以清廉为题材的微电影、微视频征集评选，已办六届。往届的征集数照公开的数字列出；没有查到的写明没有查到。',
			en: 'A contest of micro-films and short videos about integrity, held six times. Numbers of entries are given as published; where none was found, that is said.'
		},
		past: [
			past(1, '一', 'First', total(480, 'public-pages')),
			past(2, '二', 'Second', total(852, 'public-pages')),
			past(3, '三', 'Third', total(1380, 'public-pages')),
			past(4, '四', 'Fourth', total(1668, 'public-pages')),
			past(
				5,
				'五',
				'Fifth',
				total(null, 'public-pages', {
					zh: '没有查到公开数字。',
					en: 'No published number was found.'
				})
			),
			past(
				6,
				'六',
				'Sixth',
				total(2493, 'A0', {
					zh: '公布的增幅为 13.88%。上一届的件数没有查到公开数字，这里只照公布的增幅写，不作推算。',
					en: 'Growth published: 13.88%. No published number was found for the edition before, so the growth is given as published and nothing is computed from it.'
				}),
				{
					key: 'film',
					label: { zh: '其中微电影', en: 'Micro-films among them' },
					value: 911,
					source: 'public-pages'
				},
				{
					key: 'video',
					label: { zh: '其中微视频', en: 'Short videos among them' },
					value: 1582,
					source: 'public-pages'
				}
			)
		]
	},
	{
		slug: 'young-voices',
		kind: 'speech',
		title: { zh: '“清廉青年说”', en: '“Young Voices for Integrity”' },
		about: {
			zh: '演讲比赛，见于余杭区 2024 年度工作回顾。举办时间、参赛人数和结果，公开文章中没有写明，这里不列。',
			en: 'A speech contest named in Yuhang’s review of the year 2024. The article does not say when it was held, how many took part or how it ended, so nothing of that is given here.'
		},
		past: []
	}
];

/** What the demonstration edition is called, so that nobody takes it for a real call. */
export const demonstration = {
	contest: 'yucong-cup',
	slug: 'demo',
	ordinal: 7,
	title: {
		zh: '演示：第七届（示例，非真实征集）',
		en: 'Demonstration: seventh edition (an example, not a real call)'
	},
	text: {
		zh: [
			'这是演示用的一届，用来试用填报、上传、审查的全过程，不是真实的征集。在这里提交的作品不会参加任何评选。',
			'## 怎样参加',
			'- 个人可以直接报名；单位的作品由镇街、区两级逐级推荐。',
			'- 微电影 3 至 20 分钟，微视频 30 秒至 5 分钟，具体要求见下方各类别。',
			'- 上传之前，浏览器会先检查影片的时长、大小和格式，不合要求的当场告诉您怎样改。',
			'## 怎样评审',
			'资格审查之后分初评、复评、终评三轮。类别、时长、期限等都是示例，主办单位可以在工作台中修改。'
		].join('\n\n'),
		en: [
			'This edition is a demonstration in which filling in, uploading and checking can be tried from end to end. It is not a real call, and nothing submitted here takes part in any contest.',
			'## How to enter',
			'- Persons enter directly; entries of units are recommended by their town and then by the district.',
			'- Micro-films last 3 to 20 minutes, short videos 30 seconds to 5 minutes; the categories below say the rest.',
			'- Before an upload the browser checks length, size and format and says at once what has to be changed.',
			'## How it is judged',
			'After eligibility has been checked there are three rounds. Categories, lengths and dates are examples which the organizer can change in the studio.'
		].join('\n\n')
	}
} as const;
