import { eq } from 'drizzle-orm';
import type { Question } from '$lib/domain/stamps/quiz';
import type { Tx } from '../db/open';
import { posters, stampBooks, stops, trails } from '../db/schema';

const TRAIL = 'demonstration-liangzhu-luniao';
const review = {
	zh: '余杭区 2024 年度工作回顾',
	en: 'Yuhang District, review of the year 2024'
};

/** Every answer stands in a public review of the year, as it is cited elsewhere on the portal. */
const questions: Question[] = [
	{
		text: {
			zh: '公开的年度回顾里，“玉琮廉路”串起多少处廉洁文化阵地？',
			en: 'According to the public review of the year, how many culture sites does the Yucong Trail link?'
		},
		choices: [
			{ zh: '16 处', en: '16' },
			{ zh: '21 处', en: '21' },
			{ zh: '77 处', en: '77' }
		],
		right: 1,
		source: review
	},
	{
		text: {
			zh: '第三届“玉琮杯”廉洁文化周分成几个篇章？',
			en: 'How many chapters did the third “Yucong Cup” culture week have?'
		},
		choices: [
			{ zh: '三个', en: 'three' },
			{ zh: '五个', en: 'five' },
			{ zh: '七个', en: 'seven' }
		],
		right: 1,
		source: review
	},
	{
		text: {
			zh: '演出过《陆羽问茶》的剧院是哪一家？',
			en: 'In which theatre was “Lu Yu Asks about Tea” performed?'
		},
		choices: [
			{ zh: '苕溪大剧院', en: 'Tiaoxi Grand Theatre' },
			{ zh: '澄清正名展示馆', en: 'the Hall of Names Cleared' },
			{ zh: '余杭区梨廉文化馆', en: 'Lilian Culture Hall, Yuhang' }
		],
		right: 0,
		source: review
	}
];

/** A demonstration book along the demonstration trail, with posters at its places. */
export async function plantStamps(tx: Tx, now: number): Promise<void> {
	const [trail] = await tx.select({ id: trails.id }).from(trails).where(eq(trails.slug, TRAIL));
	if (!trail) return;
	const along = await tx
		.selectDistinct({ placeId: stops.placeId })
		.from(stops)
		.where(eq(stops.trailId, trail.id));
	await tx
		.insert(posters)
		.values(along.map(({ placeId }) => ({ placeId, version: 1, madeAt: now })));
	await tx.insert(stampBooks).values({
		slug: 'liangzhu-luniao',
		titleZh: '演示印章册：从良渚到鸬鸟',
		titleEn: 'Demonstration book: from Liangzhu to Luniao',
		summaryZh: '五处地点，一处一枚印章。盖满三枚可以答题，四枚领证书，五枚预约手册。',
		summaryEn:
			'Five places, a stamp each. Three unlock the quiz, four the certificate, five a booklet.',
		trailId: trail.id,
		...{ quizAt: 3, certificateAt: 4, bookletAt: 5, questions, passAt: 2 },
		...{ stock: 50, holdDays: 7, demonstration: true },
		pickupZh: '演示用，不实际发放。',
		pickupEn: 'A demonstration: nothing is handed out.',
		...{ publishedAt: now, createdAt: now, updatedAt: now }
	});
}
