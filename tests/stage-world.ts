import type { RoundPlan } from '$lib/domain/judging/round';
import type { Db } from '$lib/server/db/open';
import { anEdition, anEntry, content } from './contests';
import type { AnEdition } from './contests';
import { aRound, someTasks } from './judging';
import type { AJuror, ARound } from './judging';
import { NOON } from './make';

/** Sample speeches; their people bear role names. */
const speeches = [
	'清风里的账本',
	'一张没有收下的购物卡',
	'我家门前的公示栏',
	'雨夜查岗',
	'村口的秤'
];

/**
 * A speech contest on the day of its stage: a round open to its jurors, names shown, highest and lowest
 * left out from five scores on; every juror has every speech, and no order is drawn yet.
 */
export async function aStage(
	db: Db,
	{
		count = 4,
		panel = 3,
		plan = {} as Partial<RoundPlan>,
		edition = null as AnEdition | null,
		of = null as AJuror[] | null,
		state = 'open' as 'sealed' | 'open',
		now = NOON
	} = {}
): Promise<ARound> {
	const held = edition ?? (await anEdition(db, { now }));
	const ids: string[] = [];
	for (let at = 0; at < count; at++) {
		const words = content({
			title: speeches[at % speeches.length]!,
			crew: [
				{
					...{ id: 'a', role: held.plan.crew[0]!.id, age: 'adult' as const, guardian: null },
					name: `选手${'甲乙丙丁戊己庚辛'[at % 8]!}`
				}
			]
		});
		ids.push((await anEntry(db, held, { state: 'passed', content: words, now })).id);
	}
	const round = await aRound(db, {
		edition: held,
		plan: {
			title: { zh: '“清廉青年说”决赛', en: 'Speech final' },
			method: 'stage',
			names: 'shown',
			aggregate: 'trimmed',
			trimming: { high: 1, low: 1, from: 5 },
			perEntry: of?.length ?? panel,
			...plan
		},
		field: ids,
		...(of ? { of } : { jurors: panel }),
		...{ state, now }
	});
	const all = round.entries.flatMap((_, entry) =>
		round.jurors.map((__, juror) => [entry, juror] as const)
	);
	await someTasks(db, round, { pairs: all, now });
	return round;
}
