import { entryFiles, entryViews, erasures, films, twins } from '$lib/server/db/schema';
import { write } from '$lib/server/db/write';
import { aPlan, anEdition, anEntry } from '../contests';
import type { At, Example, Examples, Sent } from './example';

const list = '/(studio)/studio/entries';
const one = `${list}/[id]`;
type Over = Parameters<typeof anEntry>[2];

/** An entry that waits to be checked. */
async function waiting({ db }: At, over: Over = {}) {
	const now = Date.now();
	const edition = await anEdition(db, { plan: aPlan({}, now), now });
	return anEntry(db, edition, { state: 'submitted', now, ...over });
}

const to =
	(form: Sent['form'], over: Over = {}) =>
	async (at: At): Promise<Sent> => ({ params: { id: (await waiting(at, over)).id }, form });

const picked =
	(form: Sent['form'] = {}) =>
	async (at: At): Promise<Sent> => {
		const { id, editionId } = await waiting(at);
		return { search: { edition: editionId }, form: { item: `${id}@1`, deed: 'pass', ...form } };
	};

/** A request for deletion that waits. */
const asking =
	(form: Record<string, string>) =>
	async (at: At): Promise<Sent> => {
		const { id: entryId, number } = await waiting(at);
		const [row] = await write(at.db, (tx) =>
			tx
				.insert(erasures)
				.values({ entryId, number, personId: 'p', askedAt: 1, dueDay: '2026-12-11' })
				.returning()
		);
		return { form: { id: row!.id, ...form } };
	};

const officer = (send: Example['send'], more: Partial<Example> = {}): Example => ({
	as: 'organizer',
	send,
	...more
});

/** What the office sends while it checks entries. */
export const eligibility: Examples = {
	[`${list} ?/check`]: officer(picked(), { none: 'says what would happen and does nothing' }),
	[`${list} ?/bulk`]: officer(picked()),
	[`${list} ?/keepView`]: officer(async (at) => {
		const { editionId } = await waiting(at);
		return { search: { edition: editionId }, form: { name: '待审', query: '?state=submitted' } };
	}),
	[`${list} ?/dropView`]: officer(async (at) => {
		const { editionId } = await waiting(at);
		const [view] = await write(at.db, (tx) =>
			tx
				.insert(entryViews)
				.values({ personId: at.me.id, editionId, name: '待审', query: '', at: Date.now() })
				.returning()
		);
		return { search: { edition: editionId }, form: { view: view!.id } };
	}),
	[`${one} ?/decide`]: [
		officer(to({ deed: 'pass', version: '1' }), { what: 'passes' }),
		officer(to({ deed: 'return', version: '1', 'return-reason': 'film-length' }), {
			what: 'returns'
		}),
		officer(to({ deed: 'refuse', version: '1', 'refuse-reason': 'off-topic' }), {
			what: 'refuses'
		}),
		officer(to({ deed: 'reopen', version: '1', note: '看漏一处' }, { state: 'passed' }), {
			what: 'opens again'
		}),
		officer(to({ deed: 'extend', version: '1' }, { state: 'returned' }), {
			what: 'gives more time'
		})
	],
	[`${list}/erasures ?/grant`]: officer(asking({})),
	[`${list}/erasures ?/keep`]: officer(asking({ reason: '依法应当保存。' })),
	[`${one} ?/contact`]: officer(to({})),
	[`${one} ?/settle`]: officer(async (at) => {
		const { id } = await waiting(at);
		const other = await waiting(at);
		const [mine, theirs] = await write(at.db, async (tx) => {
			const rows = await tx
				.insert(films)
				.values(
					[id, other.id].map((key) => ({
						form: 'film' as const,
						sha256: 'a'.repeat(64),
						bytes: 1,
						type: 'video/mp4',
						key: `films/${key}/original`
					}))
				)
				.returning();
			for (const [at, film] of rows.entries())
				await tx.insert(entryFiles).values({
					entryId: at ? other.id : id,
					materialId: 'film',
					filmId: film.id,
					originalName: '片.mp4',
					addedAt: Date.now()
				});
			const [filmId, otherId] = [rows[0]!.id, rows[1]!.id];
			await tx
				.insert(twins)
				.values({ filmId, otherId, kind: 'exact', share: 1, passages: [], at: Date.now() });
			return [filmId, otherId];
		});
		return { params: { id }, form: { film: mine!, other: theirs!, as: 'allowed' } };
	}),
	[`${one} ?/message`]: officer(to({ text: '请补充字幕文件。' }))
};
