import { newPlan } from '../../src/lib/domain/contests/plan-new';
import { emptyEntry } from '../../src/lib/domain/contests/entry';
import { newRound } from '../../src/lib/domain/judging/round-new';
import type { Db } from '../../src/lib/server/db/open';
import {
	contests,
	editions,
	entries,
	entryFiles,
	entryVersions,
	films,
	grants,
	jurors,
	newId,
	panel,
	people,
	renditions,
	roundEntries,
	rounds,
	tasks
} from '../../src/lib/server/db/schema';
import { write } from '../../src/lib/server/db/write';
import * as sessions from '../../src/lib/server/people/sessions';

const DAY = 86_400_000;

/** One juror of the measured round: the account, a session of it, and its tasks with their codes. */
export interface BenchJuror {
	personId: string;
	jurorId: string;
	/** What the cookie holds. */
	token: string;
	tasks: { id: string; code: string; revision: number }[];
}

/**
 * A round that is open, with `count` entries with a film each before `panelSize` jurors, each entry
 * before three of them.
 */
export async function laidRound(
	db: Db,
	{ count, panelSize }: { count: number; panelSize: number }
): Promise<{ roundId: string; jurors: BenchJuror[] }> {
	const now = Date.now();
	const [contestId, editionId, roundId] = [newId(now), newId(now), newId(now)];
	const plan = newPlan();
	const round = newRound({ zh: '初评' }, { dates: { opensAt: now - DAY, closesAt: now + DAY } });
	const category = plan.categories[0]!;
	const material = category.materials.find(({ kind }) => kind === 'film')!.id;
	const made: BenchJuror[] = [];
	await write(db, async (tx) => {
		await tx
			.insert(contests)
			.values({ id: contestId, slug: 'bench-scores', titleZh: '评审测速', publishedAt: now });
		await tx.insert(editions).values({
			...{ id: editionId, contestId, slug: '1', ordinal: 1, titleZh: '测速届' },
			...{ state: 'published', plan, version: 1, publishedAt: now }
		});
		await tx.insert(rounds).values({
			...{ id: roundId, editionId, ordinal: 1, state: 'open', plan: round, ...round.dates },
			...{ rule: '{}', ruleHash: '0'.repeat(64), seed: '0', sealedAt: now, openedAt: now }
		});
	});
	for (let at = 0; at < panelSize; at++)
		made.push(await aJuror(db, { editionId, roundId, at, now }));
	for (let from = 0; from < count; from += 200)
		await write(db, async (tx) => {
			for (let n = from; n < Math.min(count, from + 200); n++) {
				const [id, filmId, fileId] = [newId(now), newId(now), newId(now)];
				const code = `Q${String(n).padStart(4, '0')}`;
				const content = { ...emptyEntry, title: `合成作品${n}`, synopsis: '合成。'.repeat(80) };
				await tx.insert(entries).values({
					...{ id, editionId, categoryId: category.id, channel: 'person', state: 'passed' },
					...{ number: `B-${n}`, title: content.title, content, version: 1, submittedAt: now }
				});
				await tx.insert(films).values({
					...{ id: filmId, form: 'film', sha256: '0'.repeat(64), bytes: 9, type: 'video/mp4' },
					...{ key: `films/${filmId}/original`, state: 'ready' },
					facts: { duration: 300, streams: [] } as never
				});
				for (const kind of ['720p', '1080p', 'poster', 'captions-zh'])
					await tx.insert(renditions).values({
						...{ filmId, kind, key: `films/${filmId}/${kind}`, sha256: '0'.repeat(64), bytes: 9 },
						...{ type: 'video/mp4', at: now }
					});
				await tx.insert(entryFiles).values({
					...{ id: fileId, entryId: id, materialId: material, filmId },
					...{ originalName: 'film.mp4', addedAt: now }
				});
				await tx
					.insert(entryVersions)
					.values({ entryId: id, number: 1, content, files: [fileId], at: now });
				await tx.insert(roundEntries).values({
					...{ roundId, entryId: id, code, categoryId: category.id },
					...{ channel: 'person', version: 1 }
				});
				for (let k = 0; k < 3; k++) {
					const juror = made[(n * 3 + k) % panelSize]!;
					const task = newId(now);
					juror.tasks.push({ id: task, code, revision: 0 });
					await tx.insert(tasks).values({
						...{ id: task, roundId, entryId: id, jurorId: juror.jurorId },
						...{ position: juror.tasks.length, assignedAt: now }
					});
				}
			}
		});
	return { roundId, jurors: made };
}

async function aJuror(
	db: Db,
	{ editionId, roundId, at, now }: { editionId: string; roundId: string; at: number; now: number }
): Promise<BenchJuror> {
	const [personId, jurorId] = [newId(now), newId(now)];
	const label = `评委 ${String(at + 1).padStart(2, '0')}`;
	return write(db, async (tx) => {
		await tx
			.insert(people)
			.values({ id: personId, email: `bench-${at}@bench.invalid`, name: label, emailVerifiedAt: now });
		await tx.insert(grants).values({ personId, role: 'juror', at: now });
		await tx.insert(jurors).values({ id: jurorId, editionId, personId, label, joinedAt: now });
		await tx.insert(panel).values({ roundId, jurorId, joinedAt: now });
		const { token } = await sessions.start(tx, personId, {
			...{ strong: true, now, address: '203.0.113.9', agent: 'bench' }
		});
		return { personId, jurorId, token, tasks: [] };
	});
}
