import { describe, expect, it } from 'vitest';
import type { Role } from '$lib/domain/people/who';
import { twins } from '$lib/server/db/schema';
import { write } from '$lib/server/db/write';
import { anEdition, anEntry, content } from '$tests/contests';
import { NOON } from '$tests/make';
import { asRole } from '$tests/people';
import { deskOf, showContact } from './entry-desk';
import { dropEntryView, entryViewsOf, keepEntryView } from './entry-views';
import { exportEntries } from './export-entries';
import { entryForOffice, listEntries } from './list';
import { packageSize } from './package';
import { settleTwin } from './settle-twins';
import { statisticsOf } from './statistics';
import { db, edition, office, named, asked, titles, film } from '$tests/worlds/entry-list';

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
