import { eq } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import { allEntries, parseEntries } from '$lib/domain/contests/filter-entries';
import { editions, entries, entryLines, films } from '$lib/server/db/schema';
import { write } from '$lib/server/db/write';
import { aPlan, anEntry, content } from '$tests/contests';
import { NOON } from '$tests/make';
import { listEntries, neighbours } from './list';
import { db, edition, office, named, asked, titles, facts, film } from '$tests/worlds/entry-list';

describe('the list', () => {
	it('holds what was submitted, and never a draft', async () => {
		await named('清风');
		await anEntry(db, edition, { content: content({ title: '草稿' }) });
		expect(await titles()).toEqual(['清风']);
		const { tally } = await listEntries(db, office, asked());
		expect([tally.total, tally.facets.state]).toEqual([1, { submitted: 1 }]);
	});

	it.each([
		['二字', '渡口', ['渡口灯火']],
		['one character', '渡', ['渡口灯火']],
		['pinyin', 'dukou', ['渡口灯火']],
		['initials', 'dkdh', ['渡口灯火']],
		['the name of one of its people', '周明远', ['石桥']],
		['their pinyin', 'zhoumingyuan', ['石桥']],
		['signs of the search engine', '"渡口" OR NEAR(*', []],
		['nothing that is there', '没有', []]
	])('is searched by %s', async (_, q, found) => {
		await named('渡口灯火');
		await named('石桥', {
			content: content({
				title: '石桥',
				crew: [{ id: 'a', name: '周明远', role: 'director', age: 'adult', guardian: null }]
			})
		});
		expect(await titles(`q=${encodeURIComponent(q)}`)).toEqual(found);
	});

	it('is searched by number', async () => {
		const { number } = await named('甲');
		await named('乙');
		expect(await titles(`q=${number}`)).toEqual(['甲']);
	});

	it('finds an entry by its new words and no more by the old, and forgets a deleted one', async () => {
		const { id } = await named('渡口');
		expect(await titles('q=渡口')).toEqual(['渡口']);
		await write(db, (tx) =>
			tx
				.update(entries)
				.set({ title: '石桥', content: content({ title: '石桥' }), version: 2 })
				.where(eq(entries.id, id))
		);
		expect(await titles('q=渡口')).toEqual([]);
		expect(await titles('q=石桥')).toEqual(['石桥']);
		await write(db, (tx) => tx.delete(entries).where(eq(entries.id, id)));
		expect(await titles('q=石桥')).toEqual([]);
		expect(await db.$count(entryLines)).toBe(0);
	});

	it('counts every value of a facet as if none of that facet were chosen', async () => {
		await named('甲', { category: 'film' });
		await named('乙', { category: 'video' });
		await named('丙', { category: 'video', state: 'passed' });
		const { tally } = await listEntries(db, office, asked('category=film&state=submitted'));
		expect(tally.total).toBe(1);
		expect(tally.facets.category).toEqual({ film: 1, video: 1 });
		expect(tally.facets.state).toEqual({ submitted: 1 });
	});

	it('follows what an inspection finds, what the rules say, and who submits late', async () => {
		const good = await named('合格');
		await film(good.id);
		const bad = await named('太长');
		await film(bad.id, facts({ duration: 99_999 }));
		const waits = await named('等待');
		const waiting = await film(waits.id, null);
		await named('逾期', { submittedAt: edition.plan.dates.closesAt! });
		expect(await titles('verdict=pass,warn')).toEqual(['合格']);
		expect(await titles('verdict=fail')).toEqual(['太长']);
		expect(await titles('verdict=waiting')).toEqual(['等待']);
		expect(await titles('late=yes')).toEqual(['逾期']);
		await write(db, (tx) =>
			tx
				.update(films)
				.set({ facts: facts({ duration: 1 }), state: 'inspected' })
				.where(eq(films.id, waiting))
		);
		expect(await titles('verdict=fail')).toEqual(['太长', '等待']);
		const wide = aPlan();
		for (const one of wide.categories) one.film = { ...one.film!, minSeconds: 0, maxSeconds: null };
		await write(db, (tx) => tx.update(editions).set({ plan: wide }));
		expect(await titles('verdict=fail')).toEqual([]);
	});

	it('turns its pages by keys: nothing twice, nothing left out, also when rows leave meanwhile', async () => {
		for (let n = 0; n < 120; n++) await named(`第${n}件`, { submittedAt: NOON + (n % 7) });
		const seen: string[] = [];
		let query = asked('sort=submitted');
		for (;;) {
			const { rows, later, earlier } = await listEntries(db, office, query);
			expect(earlier === null).toBe(seen.length === 0);
			seen.push(...rows.map(({ id }) => id));
			if (later === null) break;
			query = { ...query, after: later };
			// What was seen leaves the list; the next page begins where it would have.
			await write(db, (tx) =>
				tx
					.update(entries)
					.set({ state: 'passed' })
					.where(eq(entries.id, rows.at(-1)!.id))
			);
		}
		expect([seen.length, new Set(seen).size]).toEqual([120, 120]);
		const last = query.after!;
		const back = await listEntries(db, office, { ...asked('sort=submitted'), before: last });
		expect(back.rows.at(-1)!.id).toBe(seen[98]);
	});

	it('goes on behind an entry that has left the queue', async () => {
		const [a, b, c] = [await named('甲'), await named('乙'), await named('丙')];
		const queue = asked('state=submitted&sort=submitted');
		await write(db, (tx) =>
			tx.update(entries).set({ state: 'passed' }).where(eq(entries.id, b.id))
		);
		expect(await neighbours(db, office, queue, b.row)).toEqual({
			before: a.id,
			next: c.id,
			left: 2
		});
	});
});

it('an address that makes no sense asks for everything', () => {
	expect(
		parseEntries(
			new URLSearchParams('state=draft,x&sort=evil&after=-1&edition=../x&late=maybe&town=a%20b')
		)
	).toEqual(allEntries);
});
