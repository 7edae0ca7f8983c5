import { and, eq, inArray, like } from 'drizzle-orm';
import { numberOf, yearOf } from '$lib/domain/contests/numbering';
import type { Plan } from '$lib/domain/contests/plan';
import { sortKey } from '$lib/domain/sort';
import { columnsOf } from '../contests/editions';
import { freshenLines } from '../contests/entry-lines';
import { keepWording } from '../contests/statements';
import { insertMany } from '../db/insert';
import type { Db, Tx } from '../db/open';
import {
	contests,
	editions,
	editionVersions,
	entries,
	entryFiles,
	entryTrace,
	entryVersions,
	films,
	twins
} from '../db/schema';
import { write } from '../db/write';
import { clearJudged } from './clear-judged';
import { demonstrationPlan } from './contests-plant';
import { plantSources, plantTowns } from './plant-places';
import { towns } from './towns';
import { synthesizeEntries } from './volume-entries';
import type { SyntheticEntry } from './volume-entries';

/** Entries per transaction. */
const CHUNK = 500;
const DAY = 86_400_000;
const CONTEST = 'synthetic';
const EDITION = 'synedition0000000001';
/** Beginning of the keys of films that are rows alone: no bytes lie in the store for them. */
const FILMS = 'films/synthetic/';

/** A plan whose call closed five days ago: entries are being checked. */
function planOf(now: number): Plan {
	const plan = demonstrationPlan(now);
	const title = { zh: '合成数据：压测用的一届', en: 'Synthetic data for benchmarks' };
	return {
		...plan,
		call: {
			title,
			text: { zh: '合成数据，不是真实的征集。', en: 'Synthetic data; not a real call.' }
		},
		dates: {
			...plan.dates,
			opensAt: plan.dates.opensAt! - 50 * DAY,
			closesAt: plan.dates.opensAt! - 4 * DAY,
			correctUntil: plan.dates.opensAt! + 20 * DAY
		}
	};
}

/**
 * Replaces all synthetic entries by `count` new ones, in an edition of their own that the public does
 * not see. Their films are rows without bytes; nothing real is touched.
 */
export async function plantEntries(
	db: Db,
	{
		count,
		seed = 1,
		now,
		tell
	}: { count: number; seed?: number; now: number; tell?: (done: number) => void }
): Promise<void> {
	await clearEntries(db);
	const plan = planOf(now);
	await write(db, async (tx) => {
		await plantSources(tx);
		await plantTowns(tx, towns);
		await plantEdition(tx, plan, now);
	});
	let chunk: SyntheticEntry[] = [];
	let done = 0;
	const flush = async () => {
		await write(db, (tx) => plantChunk(tx, chunk, plan));
		tell?.((done += chunk.length));
		chunk = [];
	};
	for (const one of synthesizeEntries(count, { seed, plan, now }))
		if (chunk.push(one) === CHUNK) await flush();
	if (chunk.length) await flush();
	await freshenLines(db, EDITION);
}

async function plantEdition(tx: Tx, plan: Plan, now: number): Promise<void> {
	const stamps = { createdAt: now, updatedAt: now };
	const titles = { titleZh: '合成大赛（压测）', titleEn: 'Synthetic contest (benchmarks)' };
	// No moment of publication: the public sees nothing of it.
	await tx
		.insert(contests)
		.values({ id: 'syncontest0000000001', slug: CONTEST, position: 99, ...titles, ...stamps });
	await tx.insert(editions).values({
		id: EDITION,
		contestId: 'syncontest0000000001',
		slug: CONTEST,
		ordinal: 99,
		titleZh: '合成届（压测）',
		titleEn: 'Synthetic edition (benchmarks)',
		state: 'published',
		plan,
		version: 1,
		...columnsOf(plan),
		publishedAt: now,
		...stamps
	});
	await tx.insert(editionVersions).values({ editionId: EDITION, number: 1, plan, at: now });
	await keepWording(tx, EDITION, plan, now);
}

const idOf = (kind: string, n: number) => `syn${kind}${String(n).padStart(17 - kind.length, '0')}`;

async function plantChunk(tx: Tx, chunk: readonly SyntheticEntry[], plan: Plan): Promise<void> {
	const codes = new Map(plan.categories.map(({ id, code }) => [id, code]));
	await insertMany(
		tx,
		entries,
		chunk.map(({ n, id, categoryId, channel, state, content, submittedAt, decidedAt }) => ({
			...{ id, editionId: EDITION, categoryId, channel, state, content },
			number: numberOf(
				plan.numbering,
				{ edition: 99, year: yearOf(submittedAt), category: codes.get(categoryId) ?? 'X', channel },
				n
			),
			title: content.title,
			titleEn: content.titleEn,
			town: content.town,
			unit: content.unit,
			version: 1,
			...{ submittedAt, decidedAt, sortKey: sortKey(content.title) },
			correctBy: state === 'returned' ? plan.dates.correctUntil : null,
			synthetic: 1,
			createdAt: submittedAt - 3_600_000,
			updatedAt: decidedAt ?? submittedAt
		}))
	);
	await insertMany(
		tx,
		films,
		chunk.map(({ n, facts, sha256, submittedAt }) => ({
			id: idOf('film', n),
			form: 'film',
			sha256,
			bytes: facts.size,
			// No type a browser plays: there is nothing to play.
			type: 'application/x-synthetic',
			key: `${FILMS}${n}`,
			state: 'inspected',
			facts,
			inspectedAt: submittedAt,
			editionId: EDITION,
			createdAt: submittedAt - 60_000,
			updatedAt: submittedAt
		}))
	);
	await insertMany(
		tx,
		entryFiles,
		chunk.map(({ n, id, categoryId, submittedAt }) => ({
			id: idOf('file', n),
			entryId: id,
			materialId:
				plan.categories
					.find((one) => one.id === categoryId)
					?.materials.find(({ kind }) => kind === 'film')?.id ?? 'film',
			filmId: idOf('film', n),
			originalName: `synthetic-${n}.mp4`,
			addedAt: submittedAt - 60_000
		}))
	);
	await insertMany(
		tx,
		entryVersions,
		chunk.map(({ n, id, content, submittedAt }) => ({
			...{ entryId: id, number: 1, content, files: [idOf('file', n)], at: submittedAt }
		}))
	);
	await insertMany(tx, entryTrace, chunk.flatMap(traceOf));
	await insertMany(
		tx,
		twins,
		chunk.flatMap(({ n, twinOf, submittedAt, facts }) =>
			twinOf === null
				? []
				: [
						{
							filmId: idOf('film', n),
							otherId: idOf('film', twinOf),
							kind: 'both',
							share: 0.4,
							passages: [
								{ at: 10, other: 25, seconds: Math.round(facts.duration! * 0.4), mirrored: false }
							],
							at: submittedAt
						}
					]
		)
	);
}

function traceOf({ n, id, state, submittedAt, decidedAt }: SyntheticEntry) {
	const row = (at: number, act: string, after: string, k: number) => ({
		...{ id: idOf(`trace${k}`, n), entryId: id, act, state: after, version: 1 },
		reasons: act === 'return' ? ['film-length'] : act === 'refuse' ? ['off-topic'] : [],
		at
	});
	const acts = { passed: 'pass', returned: 'return', refused: 'refuse' } as Record<string, string>;
	return [
		row(submittedAt, 'submit', 'submitted', 1),
		...(decidedAt ? [row(decidedAt, acts[state]!, state, 2)] : []),
		...(state === 'withdrawn' ? [row(submittedAt + 1, 'withdraw', state, 2)] : [])
	];
}

/**
 * Removes every synthetic entry with its films and the edition they were in.
 * @returns how many entries were removed
 */
export async function clearEntries(db: Db): Promise<number> {
	await clearJudged(db, EDITION);
	let removed = 0;
	for (;;) {
		const taken = await write(db, async (tx) => {
			const ids = (
				await tx
					.select({ id: entries.id })
					.from(entries)
					.where(and(eq(entries.synthetic, true), eq(entries.editionId, EDITION)))
					.limit(CHUNK)
			).map(({ id }) => id);
			if (ids.length) await tx.delete(entries).where(inArray(entries.id, ids));
			return ids.length;
		});
		if (!taken) break;
		removed += taken;
	}
	await write(db, async (tx) => {
		await tx.delete(films).where(like(films.key, `${FILMS}%`));
		await tx.delete(editions).where(eq(editions.id, EDITION));
		await tx.delete(contests).where(eq(contests.slug, CONTEST));
	});
	return removed;
}
