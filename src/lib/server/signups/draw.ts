import { and, asc, eq, inArray, sql } from 'drizzle-orm';
import { root } from '$lib/domain/audit/merkle';
import { drawCodeOf, drawList, drawSeats, drawSeed, listText } from '$lib/domain/events/draw';
import type { DrawList } from '$lib/domain/events/draw';
import { capacitiesOf } from '$lib/domain/events/seat';
import type { By } from '$lib/domain/people/who';
import { accept, refuse } from '$lib/domain/refusal';
import type { Ruled } from '$lib/domain/refusal';
import { record } from '../audit';
import { readHashes, sha256 } from '../audit/bytes';
import type { Db, Reader, Tx } from '../db/open';
import { auditTree, bookings, seatDraws } from '../db/schema';
import { touchContent, write } from '../db/write';
import { digest } from '../judging/results';
import type { Stationery } from '../mail/ready';
import { countFor, move } from './counts';
import { groundOf, windowHere } from './ground';
import type { Ground } from './ground';
import { findSeats, holdSeats } from './held-seats';
import { stationery, tell } from './letters';
import type { BookingRow } from './personal';

export type DrawRow = typeof seatDraws.$inferSelect;

/** Longest name of a public chance, and longest words of it. */
export const CHANCE_MOST = 300;

const texts = (db: Db) => stationery(db, ['signup-confirmed', 'signup-lost', 'signup-offer']);
const titleOf = ({ event, occasion }: Ground) => `${event.title.zh} ${occasion.key}`;

/** The draw of a date as far as it has come; null before anything was named or sealed. */
export async function drawOf(db: Reader, occasionId: string): Promise<DrawRow | null> {
	const [row] = await db.select().from(seatDraws).where(eq(seatDraws.occasionId, occasionId));
	return row ?? null;
}

const drawnRows = (tx: Reader, occasionId: string): Promise<BookingRow[]> =>
	tx
		.select()
		.from(bookings)
		.where(and(eq(bookings.occasionId, occasionId), eq(bookings.state, 'drawn')))
		.orderBy(asc(bookings.id));

/** Names the public chance of a draw, while people still sign up: nobody can know it then. */
export const nameChance = (
	db: Db,
	by: By,
	occasionId: string,
	chance: string
): Promise<Ruled<true>> =>
	write(db, async (tx) => {
		const ground = await groundOf(tx, occasionId);
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
			const seed = await draw(tx, ground, { ...sealed, words: '' }, { now: by.now, letters });
			await record(tx, by, {
				act: 'draw',
				noun: 'occasions',
				id: occasionId,
				title: titleOf(ground),
				after: { list: sealed.listHash, size: sealed.size, root: sealed.root, words: '', seed }
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
		const ground = await groundOf(tx, occasionId);
		const row = await drawOf(tx, occasionId);
		if (!ground || !row?.sealedAt || !row.list || row.size === null || row.root === null)
			return refuse({ field: '', reason: 'not-sealed' });
		if (row.drawnAt) return refuse({ field: '', reason: 'drawn' });
		const said = words.normalize('NFC').trim();
		if (row.chance !== null && !said) return refuse({ field: 'words', reason: 'missing' });
		if (said.length > CHANCE_MOST)
			return refuse({ field: 'words', reason: 'too-long', detail: { max: CHANCE_MOST } });
		const { list, size, root: top } = row;
		const seed = await draw(
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
			after: { list: row.listHash, size, root: top, chance: row.chance, words: said, seed }
		});
		return accept({ seed });
	});
};

/** The list as it stands: seats that somebody has already are not drawn. */
async function listOf(tx: Tx, ground: Ground, rows: readonly BookingRow[]): Promise<DrawList> {
	const zones: DrawList['zones'] = [];
	for (const { zone } of capacitiesOf(ground.plan, ground.occasion.capacity)) {
		const count = (await countFor(tx, ground, zone))!;
		zones.push({ id: zone, capacity: count.capacity - count.taken });
	}
	return drawList({
		occasion: ground.occasion.id,
		zones,
		fillGaps: ground.plan.fillGaps,
		lines: rows.map(({ id, heads, zone }) => ({ code: drawCodeOf(id, digest), heads, zone }))
	});
}

const fits = ({ zones, lines }: DrawList): boolean =>
	zones.every(
		({ id, capacity }) =>
			lines.reduce((sum, { zone, heads }) => sum + (zone === id ? heads : 0), 0) <= capacity
	);

interface Clock {
	now: number;
	letters: Stationery;
}

async function draw(
	tx: Tx,
	ground: Ground,
	ask: { list: DrawList; size: number; root: string; words: string },
	clock: Clock
): Promise<string> {
	const seed = drawSeed(ask, digest);
	const rows = await drawnRows(tx, ground.occasion.id);
	await apply(tx, ground, rows, drawSeats(ask.list, seed), clock);
	await tx
		.update(seatDraws)
		.set({ words: ask.words, seed, drawnAt: clock.now })
		.where(eq(seatDraws.occasionId, ground.occasion.id));
	return seed;
}

/** Gives seats to those drawn, and the others their place on the list; who cancelled meanwhile is gone. */
async function apply(
	tx: Tx,
	ground: Ground,
	rows: readonly BookingRow[],
	drawn: ReturnType<typeof drawSeats>,
	{ now, letters }: Clock
): Promise<void> {
	const byCode = new Map(rows.map((row) => [drawCodeOf(row.id, digest), row]));
	for (const { code, seated, turn, zone } of drawn) {
		const row = byCode.get(code);
		let count = row && (await countFor(tx, ground, zone));
		if (!row || !count) continue;
		const seats = seated
			? await findSeats(tx, ground, { zone, heads: row.heads, chosen: [] })
			: accept<string[]>([]);
		const state = seated && seats.ok ? 'confirmed' : ground.plan.waiting ? 'waiting' : 'lapsed';
		await tx
			.update(bookings)
			.set({
				state,
				seats: seats.ok ? seats.value : [],
				turn: state === 'waiting' ? turn : null,
				endedAt: state === 'lapsed' ? now : null,
				updatedAt: now
			})
			.where(eq(bookings.id, row.id));
		if (state === 'confirmed' && seats.ok) {
			await holdSeats(tx, ground.occasion.id, row, seats.value);
			count = await move(tx, ground.occasion.id, count, { taken: row.heads });
		} else if (state === 'waiting')
			await move(tx, ground.occasion.id, count, { waiting: row.heads });
		const template = state === 'confirmed' ? 'signup-confirmed' : 'signup-lost';
		await tell(tx, letters, template, ground, row, { now });
	}
}

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
