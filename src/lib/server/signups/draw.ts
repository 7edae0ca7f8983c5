import { and, eq, inArray, sql } from 'drizzle-orm';
import { root } from '$lib/domain/audit/merkle';
import { drawSeats, listText } from '$lib/domain/events/draw';
import type { By } from '$lib/domain/people/who';
import { accept, refuse } from '$lib/domain/refusal';
import type { Ruled } from '$lib/domain/refusal';
import { record } from '../audit';
import { readHashes, sha256 } from '../audit/bytes';
import type { Db, Reader } from '../db/open';
import { auditTree, bookings, seatDraws } from '../db/schema';
import { touchContent, write } from '../db/write';
import { maySetUpDate } from '../events/runs';
import { digest } from '../judging/results';
import { apply, draw, drawnRows, fits, listOf } from './draw-seats';
import { groundOf, windowHere } from './ground';
import type { Ground } from './ground';
import { stationery } from './letters';

type DrawRow = typeof seatDraws.$inferSelect;

/** Longest name of a public chance, and longest words of it. */
const CHANCE_MOST = 300;

const texts = (db: Db) => stationery(db, ['signup-confirmed', 'signup-lost', 'signup-offer']);
const titleOf = ({ event, occasion }: Ground) => `${event.title.zh} ${occasion.key}`;

/** The draw of a date as far as it has come; null before anything was named or sealed. */
export async function drawOf(db: Reader, occasionId: string): Promise<DrawRow | null> {
	const [row] = await db.select().from(seatDraws).where(eq(seatDraws.occasionId, occasionId));
	return row ?? null;
}

/** Names the public chance of a draw, while people still sign up: nobody can know it then. */
export const nameChance = (
	db: Db,
	by: By,
	occasionId: string,
	chance: string
): Promise<Ruled<true>> =>
	write(db, async (tx) => {
		const may = await maySetUpDate(tx, by, occasionId, 'name-chance');
		const ground = may ? await groundOf(tx, occasionId) : null;
		if (!ground) return refuse({ field: '', reason: 'gone' });
		if (ground.plan.mode !== 'draw') return refuse({ field: '', reason: 'no-draw' });
		const named = chance.normalize('NFC').trim();
		if (named.length > CHANCE_MOST)
			return refuse({ field: 'chance', reason: 'too-long', detail: { max: CHANCE_MOST } });
		if (by.now >= windowHere(ground).closesAt) return refuse({ field: 'chance', reason: 'closed' });
		await tx
			.insert(seatDraws)
			.values({ occasionId, chance: named || null })
			.onConflictDoUpdate({ target: seatDraws.occasionId, set: { chance: named || null } });
		await touchContent(tx);
		await record(tx, by, {
			act: 'name-chance',
			noun: 'occasions',
			id: occasionId,
			title: titleOf(ground),
			after: { chance: named || null }
		});
		return accept(true as const);
	});

/**
 * Seals the list of a date whose sign-up has closed: from now on nobody joins it, and its hash is in
 * the log before the chance is known. Where nobody named a chance, the log up to here is the chance
 * and the draw follows at once; where everybody fits, there is nothing to draw.
 */
export const sealDraw = async (
	db: Db,
	by: By,
	occasionId: string
): Promise<Ruled<'seated' | 'sealed' | 'drawn'>> => {
	const letters = await texts(db);
	return write(db, async (tx) => {
		const ground = await groundOf(tx, occasionId);
		if (ground?.plan.mode !== 'draw') return refuse({ field: '', reason: 'no-draw' });
		if (by.now < windowHere(ground).closesAt) return refuse({ field: '', reason: 'still-open' });
		const before = await drawOf(tx, occasionId);
		if (before?.sealedAt) return refuse({ field: '', reason: 'sealed' });
		const rows = await drawnRows(tx, occasionId);
		const list = await listOf(tx, ground, rows);
		if (fits(list)) {
			await apply(tx, ground, rows, drawSeats(list, ''), { now: by.now, letters });
			await tx
				.insert(seatDraws)
				.values({ occasionId, sealedAt: by.now, drawnAt: by.now, list })
				.onConflictDoUpdate({
					target: seatDraws.occasionId,
					set: { sealedAt: by.now, drawnAt: by.now, list }
				});
			await touchContent(tx);
			await record(tx, by, {
				act: 'seat-all',
				noun: 'occasions',
				id: occasionId,
				title: titleOf(ground),
				after: { signups: rows.length }
			});
			return accept('seated' as const);
		}
		const [tree] = await tx.select().from(auditTree);
		const sealed = {
			list,
			listHash: digest(listText(list)),
			size: tree?.size ?? 0,
			root: tree
				? Buffer.from(root(sha256, { size: tree.size, hashes: readHashes(tree.hashes) })).toString(
						'base64'
					)
				: '',
			sealedAt: by.now
		};
		await tx
			.insert(seatDraws)
			.values({ occasionId, ...sealed })
			.onConflictDoUpdate({ target: seatDraws.occasionId, set: sealed });
		await touchContent(tx);
		const chance = before?.chance ?? null;
		if (chance === null) {
			const drawn = await draw(tx, ground, { ...sealed, words: '' }, { now: by.now, letters });
			await record(tx, by, {
				act: 'draw',
				noun: 'occasions',
				id: occasionId,
				title: titleOf(ground),
				after: { list: sealed.listHash, size: sealed.size, root: sealed.root, words: '', ...drawn }
			});
			return accept('drawn' as const);
		}
		await record(tx, by, {
			act: 'seal-draw',
			noun: 'occasions',
			id: occasionId,
			title: titleOf(ground),
			after: { list: sealed.listHash, size: sealed.size, root: sealed.root, chance }
		});
		return accept('sealed' as const);
	});
};

/** Draws a sealed list with the words the named chance turned out to be. */
export const runDraw = async (
	db: Db,
	by: By,
	occasionId: string,
	words: string
): Promise<Ruled<{ seed: string }>> => {
	const letters = await texts(db);
	return write(db, async (tx) => {
		const may = await maySetUpDate(tx, by, occasionId, 'draw');
		const ground = may ? await groundOf(tx, occasionId) : null;
		const row = await drawOf(tx, occasionId);
		if (!ground || !row?.sealedAt || !row.list || row.size === null || row.root === null)
			return refuse({ field: '', reason: 'not-sealed' });
		if (row.drawnAt) return refuse({ field: '', reason: 'drawn' });
		const said = words.normalize('NFC').trim();
		if (row.chance !== null && !said) return refuse({ field: 'words', reason: 'missing' });
		if (said.length > CHANCE_MOST)
			return refuse({ field: 'words', reason: 'too-long', detail: { max: CHANCE_MOST } });
		const { list, size, root: top } = row;
		const drawn = await draw(
			tx,
			ground,
			{ list, size, root: top, words: said },
			{ now: by.now, letters }
		);
		await touchContent(tx);
		await record(tx, by, {
			act: 'draw',
			noun: 'occasions',
			id: occasionId,
			title: titleOf(ground),
			after: { list: row.listHash, size, root: top, chance: row.chance, words: said, ...drawn }
		});
		return accept({ seed: drawn.seed });
	});
};

/** Dates whose sign-up closed and whose list nobody sealed yet, for the clock. */
export async function dueDraws(db: Reader, now: number): Promise<string[]> {
	const open = await db
		.selectDistinct({ id: bookings.occasionId })
		.from(bookings)
		.where(eq(bookings.state, 'drawn'));
	if (!open.length) return [];
	const ids = open.map(({ id }) => id);
	const sealed = await db
		.select({ id: seatDraws.occasionId })
		.from(seatDraws)
		.where(and(inArray(seatDraws.occasionId, ids), sql`${seatDraws.sealedAt} IS NOT NULL`));
	const done = new Set(sealed.map(({ id }) => id));
	const due: string[] = [];
	for (const id of ids) {
		if (done.has(id)) continue;
		const ground = await groundOf(db, id);
		if (ground?.plan.mode === 'draw' && now >= windowHere(ground).closesAt) due.push(id);
	}
	return due;
}
