import { eq } from 'drizzle-orm';
import type { By } from '$lib/domain/people/who';
import { readBook } from '$lib/domain/stamps/book-form';
import type { Db } from '$lib/server/db/open';
import { people, places } from '$lib/server/db/schema';
import { write } from '$lib/server/db/write';
import { saveBook, showBook } from '$lib/server/stamps/books-office';
import { collect, memory } from '$lib/server/stamps/collect';
import { issuePosters, validOf } from '$lib/server/stamps/posters';
import { posterCode } from '$lib/server/stamps/sign';
import { enterAll } from '$lib/server/studio/enter';
import { NOON, place, putAll } from './make';
import { asRole } from './people';

/** A place with a poster. */
export interface AStop {
	id: string;
	slug: string;
	/** The code on its poster. */
	code: string;
}

/** Places with posters, listed in the studio. */
export async function stopsWithPosters(
	db: Db,
	n: number,
	{ by = asRole('operator') as By, over = {} as Parameters<typeof place>[0] } = {}
): Promise<AStop[]> {
	const ids = await putAll(
		db,
		Array.from({ length: n }, () => place(over)),
		by.now
	);
	await write(db, async (tx) => {
		await enterAll(tx);
		// Whoever makes and hands out something is somebody.
		for (const id of ['operator', 'manager'])
			await tx
				.insert(people)
				.values({ id, email: `${id}@demo.invalid`, name: id })
				.onConflictDoNothing();
	});
	const issued = await issuePosters(db, by, ids);
	if (!issued.ok) throw new Error(JSON.stringify(issued.refusals));
	return Promise.all(
		ids.map(async (id) => {
			const [row] = await db.select({ slug: places.slug }).from(places).where(eq(places.id, id));
			return { id, slug: row!.slug, code: posterCode((await validOf(db, id))!.number) };
		})
	);
}

let made = 0;

/** A published book of some places with everything a book may have. */
export async function aBook(
	db: Db,
	stops: readonly AStop[],
	over: Record<string, string> = {},
	by: By = asRole('operator')
): Promise<{ number: number; slug: string }> {
	const all: Record<string, string> = {
		...{ slug: `book-${++made}`, titleZh: `印章册${made}`, position: 'optional' },
		...{ places: stops.map(({ slug }) => slug).join('\n'), stock: '3', holdDays: '7' },
		...{ quizAt: '1', certificateAt: '2', bookletAt: '2', questions: '1', passAt: '1' },
		...{ 'q0.zh': '方在外还是圆在外？', 'q0.choices': '圆在外\n方在外', 'q0.right': '2' },
		...over
	};
	const read = readBook({ get: (name) => all[name] ?? null, all: () => [] });
	if (!read.ok) throw new Error(JSON.stringify(read.refusals));
	const saved = await saveBook(db, by, null, read.value);
	if (!saved.ok) throw new Error(JSON.stringify(saved.refusals));
	await showBook(db, by, saved.value, true);
	return { number: saved.value, slug: all.slug! };
}

/** One stamp of each place, as one visitor collects them. */
export async function stampsOf(
	db: Db,
	stops: readonly AStop[],
	{ now = NOON, address = '203.0.113.20' } = {}
): Promise<string[]> {
	const walking = memory();
	const all: string[] = [];
	for (const { code } of stops) {
		const given = await collect(db, walking, { code, many: 1, address, now });
		if (!given.ok) throw new Error(JSON.stringify(given.refusals));
		all.push(given.value.stamps[0]!);
	}
	return all;
}
