import { eq } from 'drizzle-orm';
import { beforeEach, describe, expect, it } from 'vitest';
import { allEntries, parseEntries } from '$lib/domain/contests/filter-entries';
import type { EntryQuery } from '$lib/domain/contests/filter-entries';
import type { FilmFacts } from '$lib/domain/films/facts';
import type { Role } from '$lib/domain/people/who';
import type { Db } from '$lib/server/db/open';
import { editions, entries, entryFiles, entryLines, films, twins } from '$lib/server/db/schema';
import { write } from '$lib/server/db/write';
import { aPlan, anEdition, anEntry, content } from '$tests/contests';
import type { AnEdition } from '$tests/contests';
import { emptyDb, NOON } from '$tests/make';
import { asRole, sample } from '$tests/people';
import { deskOf, showContact } from './entry-desk';
import { dropEntryView, entryViewsOf, keepEntryView } from './entry-views';
import { exportEntries } from './export-entries';
import { entryForOffice, listEntries, neighbours } from './list';
import { packageSize } from './package';
import { settleTwin } from './settle-twins';
import { statisticsOf } from './statistics';

let db: Db;
let edition: AnEdition;
const office = sample('o', 'organizer');

beforeEach(async () => {
	db = await emptyDb();
	edition = await anEdition(db);
});

const named = (title: string, over: Parameters<typeof anEntry>[2] = {}) =>
	anEntry(db, edition, {
		state: 'submitted',
		content: content({ title, titleEn: null, ...over.content }),
		...over
	});
const asked = (address = ''): EntryQuery => ({
	...parseEntries(new URLSearchParams(address)),
	edition: edition.editionId
});
const titles = async (address = '') =>
	(await listEntries(db, office, asked(address))).rows.map(({ title }) => title).sort();

const facts = (over: Partial<FilmFacts> = {}): FilmFacts => ({
	...{ size: 9e7, magic: 'video/mp4', container: 'mp4', duration: 300, bitrate: 5e6 },
	streams: [
		{ kind: 'video', codec: 'h264', width: 1920, height: 1080, rate: 25 },
		{ kind: 'audio', codec: 'aac', channels: 2, sampleRate: 48000 }
	],
	...{ black: 0, silent: 0, loudness: -23, peak: -1, damage: [], hidden: [], reaches: [] },
	...{ took: 1, tool: 'test' },
	...over
});

/** A film of an entry, as inspected. */
async function film(entryId: string, found: FilmFacts | null = facts(), n = ++made) {
	return write(db, async (tx) => {
		const [row] = await tx
			.insert(films)
			.values({
				form: 'film',
				sha256: String(n).padStart(64, '0'),
				bytes: 9,
				type: 'video/mp4',
				key: `films/${n}`,
				state: found ? 'inspected' : 'arrived',
				facts: found
			})
			.returning();
		await tx.insert(entryFiles).values({
			entryId,
			materialId: 'film',
			filmId: row!.id,
			originalName: '片.mp4',
			addedAt: NOON
		});
		return row!.id;
	});
}
let made = 0;

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

describe('whoever does not organize', () => {
	it.each(['juror', 'contestant', 'editor', 'approver', 'citizen'] as Role[])(
		'sees nothing of it as %s',
		async (role) => {
			const { id } = await named('秘密');
			const by = asRole(role);
			const { who } = by;
			expect((await listEntries(db, who, asked())).tally.total).toBe(0);
			expect(await entryForOffice(db, who, id)).toBe(null);
			expect(await deskOf(db, who, id, NOON)).toBe(null);
			expect((await showContact(db, by, id)).ok).toBe(false);
			expect(await statisticsOf(db, who, edition.editionId)).toBe(null);
			expect((await packageSize(db, who, asked(), 'all')).files).toBe(0);
			expect(
				await exportEntries(db, by, asked(), { format: 'csv', names: ['number'], locale: 'zh' })
			).toBe(null);
			expect((await keepEntryView(db, by, edition.editionId, { name: 'x', query: '' })).ok).toBe(
				false
			);
			expect((await settleTwin(db, by, id, { filmId: 'a', otherId: 'b', as: 'copy' })).ok).toBe(
				false
			);
		}
	);
});

describe('the desk', () => {
	it('covers how people are reached until somebody asks, and then it is on the record', async () => {
		const { id } = await named('清风');
		const desk = (await deskOf(db, office, id, NOON))!;
		expect(desk.content.contact).toEqual({
			name: '李*',
			phone: '138****0000',
			email: 'l***@example.cn',
			address: null
		});
		expect(JSON.stringify(desk)).not.toContain('13800000000');
		const shown = await showContact(db, asRole('organizer'), id);
		expect(shown.ok && shown.value.contact?.phone).toBe('13800000000');
	});

	it('names entries of the same people, and what they have in common', async () => {
		const past = await anEdition(db, { ordinal: 6 });
		const before = await anEntry(db, past, {
			state: 'passed',
			content: content({ title: '往届' })
		});
		const { id } = await named('今年');
		const desk = (await deskOf(db, office, id, NOON))!;
		expect(desk.previous.map(({ id, common }) => [id, [...common].sort()])).toEqual([
			[before.id, ['name', 'phone']]
		]);
	});
});

describe('two films that are alike', () => {
	it('are settled by an officer, and by nobody whose own entry has one', async () => {
		const mine = await named('甲');
		const theirs = await named('乙', { owner: null });
		const [filmId, otherId] = [await film(mine.id), await film(theirs.id)];
		await write(db, (tx) =>
			tx.insert(twins).values({ filmId, otherId, kind: 'both', share: 0.5, passages: [], at: NOON })
		);
		expect(await titles('twins=open')).toEqual(['乙', '甲'].sort());
		const by = asRole('organizer');
		const pair = { filmId, otherId };
		await settleTwin(db, by, mine.id, { ...pair, as: 'copy' });
		expect(await titles('twins=copy')).toEqual(['乙', '甲'].sort());
		await settleTwin(db, by, theirs.id, { ...pair, as: 'open' });
		expect(await titles('twins=open')).toEqual(['乙', '甲'].sort());
		const self = { ...by, who: { ...by.who, email: 'li@example.cn' } };
		const said = await settleTwin(db, self, mine.id, { ...pair, as: 'mistaken' });
		expect(said).toEqual({ ok: false, refusals: [{ field: '', reason: 'own-entry' }] });
		const other = await named('丙');
		expect((await settleTwin(db, by, other.id, { ...pair, as: 'copy' })).ok).toBe(false);
	});
});

describe('a view', () => {
	it('is the own one, replaced under the same name, and gone for nobody else', async () => {
		const real = await emptyView();
		expect(real.map(({ name, query }) => [name, query])).toEqual([
			['待审', `?edition=${edition.editionId}&state=passed`]
		]);
		expect((await dropEntryView(db, asRole('organizer', { id: 'other' }), real[0]!.id)).ok).toBe(
			false
		);
		expect((await dropEntryView(db, me, real[0]!.id)).ok).toBe(true);
	});

	let me: ReturnType<typeof asRole>;
	async function emptyView() {
		const { somebody } = await import('$tests/people');
		me = asRole('organizer', { id: await somebody(db) });
		for (const state of ['submitted', 'passed'])
			await keepEntryView(db, me, edition.editionId, { name: '待审', query: `?state=${state}` });
		return entryViewsOf(db, me.who, edition.editionId);
	}
});

it('an address that makes no sense asks for everything', () => {
	expect(
		parseEntries(
			new URLSearchParams('state=draft,x&sort=evil&after=-1&edition=../x&late=maybe&town=a%20b')
		)
	).toEqual(allEntries);
});
