import { and, eq, ne } from 'drizzle-orm';
import { METHOD } from '$lib/domain/films/hash-picture';
import type { Reader, Tx } from '../../db/open';
import { films, fingerprints } from '../../db/schema';
import { enqueue, makeKnown } from '../../jobs';
import type { Job } from '../../jobs';
import { renderFilm } from '../render/order';
import { noteExact } from '../twins/exact';
import type { InspectResult, InspectTask, SentPrints } from './work';

/** An hour: three tools of twenty minutes each. */
const LONGEST = 3_600_000;

const keyOf = async (db: Reader, id: string): Promise<string | null> => {
	const [film] = await db
		.select({ key: films.key })
		.from(films)
		.where(and(eq(films.id, id), eq(films.form, 'film'), ne(films.state, 'unusable')));
	return film?.key ?? null;
};

/** Makes the two looks at a film known to the queue: the inspection, and the thorough look after it. */
export function knowInspection(): void {
	makeKnown<InspectTask, InspectResult>('inspect', {
		longest: LONGEST,
		async task(db, { subject }) {
			const [film] = await db.select({ key: films.key }).from(films).where(eq(films.id, subject));
			return film ? { key: film.key, thorough: false } : null;
		},
		finish: inspected
	});
	makeKnown<InspectTask, InspectResult>('fingerprint', {
		longest: LONGEST,
		slow: true,
		async task(db, { subject }) {
			const key = await keyOf(db, subject);
			return key === null ? null : { key, thorough: true };
		},
		async finish(tx, { subject }, { facts, prints }, now) {
			const [film] = await tx
				.select({ facts: films.facts })
				.from(films)
				.where(eq(films.id, subject));
			// Every frame was seen now: what is black is known to half a second.
			if (film?.facts)
				await tx
					.update(films)
					.set({ facts: { ...film.facts, black: facts.black } })
					.where(eq(films.id, subject));
			if (prints) await keepPrints(tx, subject, prints, now);
		}
	});
}

/** Takes in what an inspection found: facts and state, what is exactly the same, and what comes next. */
async function inspected(
	tx: Tx,
	{ subject }: Pick<Job, 'subject'>,
	{ facts, useless, prints }: InspectResult,
	now: number
): Promise<void> {
	const [film] = await tx.select({ state: films.state }).from(films).where(eq(films.id, subject));
	if (!film) return;
	const state = useless ? 'unusable' : film.state === 'ready' ? 'ready' : 'inspected';
	await tx
		.update(films)
		.set({ facts, state, reason: useless, inspectedAt: now, updatedAt: now })
		.where(eq(films.id, subject));
	await noteExact(tx, subject, now);
	if (useless) return;
	await renderFilm(tx, subject, now);
	if (prints) await keepPrints(tx, subject, prints, now);
	else if (facts.tool.startsWith('ffmpeg'))
		await enqueue(tx, { kind: 'fingerprint', subject, priority: 1, now });
}

async function keepPrints(tx: Tx, filmId: string, prints: SentPrints, now: number): Promise<void> {
	const row = {
		method: prints.method,
		frames: Buffer.from(prints.frames, 'base64'),
		sound: prints.sound === null ? null : Buffer.from(prints.sound, 'base64'),
		at: now
	};
	await tx
		.insert(fingerprints)
		.values({ filmId, ...row })
		.onConflictDoUpdate({ target: fingerprints.filmId, set: row });
	if (prints.method === METHOD)
		await enqueue(tx, { kind: 'compare', subject: filmId, priority: 1, now });
}
