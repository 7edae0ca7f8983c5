import { and, eq, sql } from 'drizzle-orm';
import { drawSeats, drawSeed, listText } from '$lib/domain/events/draw';
import type { Drawn } from '$lib/domain/events/draw';
import type { Reader } from '../db/open';
import { bookings } from '../db/schema';
import { digest } from '../judging/results';
import { drawOf } from './draw';
import { groundsOf, windowHere } from './ground';

/** The public draw of a date; null where there is none to be seen. */
export async function drawPage(
	db: Reader,
	{ slug, key, now }: { slug: string; key: string; now: number }
) {
	const ground = (await groundsOf(db, slug, now)).find(({ occasion }) => occasion.key === key);
	if (ground?.plan.mode !== 'draw') return null;
	const row = await drawOf(db, ground.occasion.id);
	const list = row?.sealedAt ? row.list : null;
	const [entered] = await db
		.select({
			n: sql<number>`count(*)`.mapWith(Number),
			heads: sql<number>`coalesce(sum(${bookings.heads}), 0)`.mapWith(Number)
		})
		.from(bookings)
		.where(and(eq(bookings.occasionId, ground.occasion.id), eq(bookings.state, 'drawn')));
	// What is shown is reckoned from what is published, as anybody else would.
	const drawn: Drawn[] | null =
		list && row?.drawnAt
			? drawSeats(
					list,
					row.seed && row.size !== null && row.root !== null
						? drawSeed({ list, size: row.size, root: row.root, words: row.words ?? '' }, digest)
						: ''
				)
			: null;
	return {
		event: { slug: ground.event.slug, title: ground.event.title },
		occasion: ground.occasion,
		closesAt: windowHere(ground).closesAt,
		zones: ground.plan.zones.map(({ id, name }) => ({ id, name })),
		waiting: ground.plan.waiting,
		fillGaps: ground.plan.fillGaps,
		chance: row?.chance ?? null,
		sealedAt: row?.sealedAt ?? null,
		drawnAt: row?.drawnAt ?? null,
		/** Null where everybody had a seat and nothing was drawn. */
		proof: row?.listHash
			? { hash: row.listHash, size: row.size!, root: row.root!, words: row.words, seed: row.seed }
			: null,
		entered: list
			? { n: list.lines.length, heads: list.lines.reduce((sum, { heads }) => sum + heads, 0) }
			: entered!,
		capacity: list
			? list.zones.reduce((sum, { capacity }) => sum + capacity, 0)
			: ground.plan.capacity,
		lines: drawn ?? list?.lines.map((line) => ({ ...line, turn: null, seated: null })) ?? [],
		text: list ? listText(list) : null
	};
}
