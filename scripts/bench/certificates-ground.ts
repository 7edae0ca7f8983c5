import { newPlan } from '../../src/lib/domain/contests/plan-new';
import { emptyEntry } from '../../src/lib/domain/contests/entry';
import { newRound } from '../../src/lib/domain/judging/round-new';
import type { Db } from '../../src/lib/server/db/open';
import {
	contests,
	decisions,
	editions,
	entries,
	entryVersions,
	grants,
	newId,
	people,
	prizes,
	rounds
} from '../../src/lib/server/db/schema';
import { write } from '../../src/lib/server/db/write';
import * as sessions from '../../src/lib/server/people/sessions';
import { putSetting } from '../../src/lib/server/site';

const CHUNK = 200;
/** Every name another: so many signs have to be set as in a real edition. */
const FAMILY = '赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜';
const GIVEN = '清廉正直青云明月春风溪水山川文德思远志平安宁静和光同尘守心如玉𠮷䶮㛃';

const nameOf = (n: number) =>
	FAMILY[n % 32]! + [...GIVEN][(n * 7) % 37]! + [...GIVEN][(n * 11) % 35]!;

/** An edition with `count` released awards, and an organizer who is signed in. */
export async function laidAwards(
	db: Db,
	count: number
): Promise<{ editionId: string; token: string }> {
	const now = Date.now();
	const [contestId, editionId, roundId, personId, prizeId] = Array.from({ length: 5 }, () =>
		newId(now)
	) as [string, string, string, string, string];
	const plan = newPlan();
	const category = plan.categories[0]!.id;
	const round = newRound({ zh: '终评' });
	const title = { zh: '一等奖', en: 'First Prize' };
	await write(db, async (tx) => {
		await putSetting(tx, 'footer.sponsor', { zh: '测速用主办单位' });
		await tx
			.insert(contests)
			.values({ id: contestId, slug: 'bench-awards', titleZh: '证书测速', publishedAt: now });
		await tx.insert(editions).values({
			...{ id: editionId, contestId, slug: '1', ordinal: 1, titleZh: '测速届' },
			...{ state: 'published', plan, version: 1, publishedAt: now }
		});
		await tx.insert(rounds).values({
			...{ id: roundId, editionId, ordinal: 1, state: 'released', plan: round, rule: '{}' },
			...{ ruleHash: '0'.repeat(64), seed: '0', sealedAt: now, openedAt: now },
			...{ closedAt: now, releasedAt: now }
		});
		await tx.insert(prizes).values({ id: prizeId, editionId, ordinal: 1, title, most: count });
		await tx.insert(people).values({
			...{ id: personId, email: 'office@bench.invalid', name: '测速', emailVerifiedAt: now }
		});
		await tx.insert(grants).values({ personId, role: 'organizer', at: now });
	});
	for (let from = 0; from < count; from += CHUNK)
		await write(db, async (tx) => {
			for (let n = from; n < Math.min(count, from + CHUNK); n++) {
				const id = newId(now);
				const crew = [0, 1, 2].slice(0, (n % 3) + 1).map((k) => ({
					...{ id: `c${k}`, name: nameOf(n * 3 + k), role: 'director' },
					...{ age: 'adult' as const, guardian: null }
				}));
				const content = { ...emptyEntry, title: `合成作品第${n}号：溪水清清照廉心`, crew };
				await tx.insert(entries).values({
					...{ id, editionId, categoryId: category, channel: 'person', state: 'passed' },
					...{ number: `B-${n}`, title: content.title, content, version: 1, submittedAt: now }
				});
				await tx
					.insert(entryVersions)
					.values({ entryId: id, number: 1, content, files: [], at: now });
				await tx.insert(decisions).values({
					...{ roundId, entryId: id, verdict: 'award', prizeId, origin: 'rule', place: n + 1 },
					...{ at: now, releasedAt: now }
				});
			}
		});
	const { token } = await write(db, (tx) =>
		sessions.start(tx, personId, { strong: true, now, address: '203.0.113.9', agent: 'bench' })
	);
	return { editionId, token };
}
