import type { Bilingual } from '../text';
import type { Criterion, RoundPlan } from './round';

const criterion = (
	id: string,
	weight: number,
	[zh, en]: [string, string],
	anchors: readonly (readonly [at: number, zh: string, en: string])[]
): Criterion => ({
	id,
	title: { zh, en },
	about: null,
	weight,
	anchors: anchors.map(([at, zh, en]) => ({ at, text: { zh, en } }))
});

/** What films are judged on at first; an organizer changes it at will. */
const filmCriteria = (): Criterion[] => [
	criterion(
		'theme',
		40,
		['主题立意', 'Theme'],
		[
			[60, '与廉洁主题有关，立意一般', 'Touches on integrity; an ordinary idea'],
			[75, '主题鲜明，有自己的角度', 'A clear theme, seen from an angle of its own'],
			[90, '立意深刻，感染人、启发人', 'A deep idea that moves and makes one think']
		]
	),
	criterion(
		'story',
		30,
		['内容与叙事', 'Story'],
		[
			[60, '能看懂，叙事平淡', 'Can be followed; told plainly'],
			[75, '结构完整，人物可信', 'Complete, with people one believes in'],
			[90, '情节动人，细节有力', 'Gripping, strong in its details']
		]
	),
	criterion(
		'craft',
		20,
		['制作水平', 'Craft'],
		[
			[60, '画面声音基本清楚', 'Picture and sound are clear enough'],
			[75, '拍摄剪辑流畅', 'Filmed and cut fluently'],
			[90, '视听语言成熟', 'A mature language of pictures and sound']
		]
	),
	criterion(
		'reach',
		10,
		['传播价值', 'Reach'],
		[
			[60, '适合一定范围观看', 'Fit for some audiences'],
			[75, '适合向公众播放', 'Fit to be shown to the public'],
			[90, '让人愿意主动转发', 'People would pass it on by themselves']
		]
	)
];

/** A round as it is begun: three scores an entry, names hidden, the plain mean decides. */
export const newRound = (title: Bilingual, over: Partial<RoundPlan> = {}): RoundPlan => ({
	title,
	method: 'weighted',
	criteria: filmCriteria(),
	scale: { min: 0, max: 100, decimals: 0 },
	perEntry: 3,
	aggregate: 'mean',
	trimming: { high: 1, low: 1, from: 5 },
	selection: { within: 'all', count: 150, quotas: {}, least: null },
	ties: [{ by: 'criterion', criterion: 'theme' }, { by: 'highest' }, { by: 'lot' }],
	names: 'hidden',
	others: 'never',
	talk: false,
	decides: 'rule',
	watch: 0,
	sample: 0,
	repeats: 0,
	adaptive: { on: false, most: 10 },
	expertise: false,
	townConflict: false,
	dates: { opensAt: null, closesAt: null },
	...over
});
