import { describe, expect, it } from 'vitest';
import type { By } from '$lib/domain/people/who';
import { entryEditors } from '$lib/server/db/schema';
import { write } from '$lib/server/db/write';
import { aPlan, anEntry, content } from '$tests/contests';
import { NOON } from '$tests/make';
import { acting, mails, signedIn, somebody } from '$tests/people';
import { decide } from './eligibility';
import {
	db,
	edition,
	author,
	wang,
	zhao,
	DAY,
	world,
	waiting,
	says,
	back,
	now,
	traceOf,
	acts,
	reasonOf
} from '$tests/worlds/eligibility';

describe('a decision', () => {
	it('passes an entry: state, trace, record and mail in one step', async () => {
		const { id } = await waiting();
		const before = await acts();
		expect(await decide(db, wang, id, says())).toEqual({
			ok: true,
			value: { state: 'passed', stands: true, again: false }
		});
		expect((await now(id)).state).toBe('passed');
		expect((await now(id)).decidedAt).toBe(wang.now);
		expect(await traceOf(id)).toEqual([
			{
				act: 'pass',
				state: 'passed',
				reasons: [],
				note: null,
				dueAt: null,
				personId: wang.who.id
			}
		]);
		expect((await acts()).slice(before.length)).toEqual(['pass']);
		const [mail] = await mails(db);
		expect([mail!.template, mail!.to]).toEqual(['entry-passed', author.who.email]);
	});

	it('returns an entry with reasons until the edition’s day, or the officer’s', async () => {
		const first = await waiting();
		await decide(db, wang, first.id, back());
		expect((await now(first.id)).state).toBe('returned');
		expect((await now(first.id)).correctBy).toBe(edition.plan.dates.correctUntil);
		const second = await waiting();
		await decide(db, wang, second.id, back({ due: '2026-12-01' }));
		expect((await now(second.id)).correctBy).toBe(Date.parse('2026-12-01T23:59:00+08:00'));
	});

	it('gives a week where neither says, and never a day that is past', async () => {
		await world({ dates: { ...aPlan().dates, correctUntil: null } });
		const { id } = await waiting();
		expect(await reasonOf(decide(db, wang, id, back({ due: '2020-01-01' })))).toBe('past');
		expect(await reasonOf(decide(db, wang, id, back({ due: '2026-02-30' })))).toBe('not-date');
		expect(await reasonOf(decide(db, wang, id, back({ due: '2028-01-01' })))).toBe('too-late');
		await decide(db, wang, id, back());
		const due = (await now(id)).correctBy!;
		expect(Math.floor((due - wang.now) / DAY)).toBe(7);
	});

	it('asks a reason to return or refuse, and a word for “other” and for opening again', async () => {
		const { id } = await waiting();
		for (const deed of ['return', 'refuse'] as const) {
			expect(await reasonOf(decide(db, wang, id, says({ deed })))).toBe('required');
			expect(await reasonOf(decide(db, wang, id, says({ deed, reasons: ['made-up'] })))).toBe(
				'required'
			);
			expect(await decide(db, wang, id, says({ deed, reasons: ['other'] }))).toEqual({
				ok: false,
				refusals: [{ field: 'note', reason: 'required' }]
			});
		}
		expect((await now(id)).state).toBe('submitted');
		await decide(db, wang, id, says());
		expect(await reasonOf(decide(db, wang, id, says({ deed: 'reopen' })))).toBe('required');
		await decide(db, wang, id, says({ deed: 'reopen', note: '看漏了一处' }));
		expect((await now(id)).state).toBe('submitted');
		expect((await now(id)).decidedAt).toBe(null);
	});

	it('is made on the version that was looked at and no other', async () => {
		const { id } = await waiting({ version: 2 });
		expect(await decide(db, wang, id, says({ version: 1 }))).toEqual({
			ok: false,
			refusals: [{ field: '', reason: 'stale', detail: { version: 2 } }]
		});
		expect((await now(id)).state).toBe('submitted');
	});

	it('is made once however often it is clicked', async () => {
		const { id } = await waiting();
		const all = await Promise.all([1, 2, 3].map(() => decide(db, wang, id, back())));
		expect(all.map((said) => said.ok && said.value.again)).toEqual([false, true, true]);
		expect(await traceOf(id)).toHaveLength(1);
		expect((await mails(db)).length).toBe(1);
		// Somebody else who says the same later is told that it is done.
		expect(await reasonOf(decide(db, zhao, id, back()))).toBe('not-waiting');
	});

	it.each(['owner', 'editor', 'contact'])(
		'is never made by the %s of an entry, and the attempt is kept',
		async (kind) => {
			const entry = await waiting(
				kind === 'owner'
					? { owner: wang.who.id }
					: kind === 'contact'
						? {
								content: content({
									contact: {
										name: '王',
										phone: '13800000000',
										email: wang.who.email.toUpperCase(),
										address: null
									}
								})
							}
						: {}
			);
			if (kind === 'editor')
				await write(db, (tx) =>
					tx.insert(entryEditors).values({ entryId: entry.id, personId: wang.who.id, at: NOON })
				);
			const before = await acts();
			expect(await reasonOf(decide(db, wang, entry.id, says()))).toBe('own-entry');
			expect((await now(entry.id)).state).toBe('submitted');
			expect((await acts()).slice(before.length)).toEqual(['conflict']);
			expect((await decide(db, zhao, entry.id, says())).ok).toBe(true);
		}
	);

	it('is nothing for jurors, contestants and editors, nor on a draft', async () => {
		const { id } = await waiting();
		for (const role of ['juror', 'contestant', 'editor', 'approver'] as const) {
			const by = await acting(
				db,
				await signedIn(db, await somebody(db, { roles: [role] }), { strong: true })
			);
			expect([role, await reasonOf(decide(db, by, id, says()))]).toEqual([role, 'gone']);
		}
		expect(await reasonOf(decide(db, { ...wang, who: null } as unknown as By, id, says()))).toBe(
			'gone'
		);
		const draft = await anEntry(db, edition, { owner: author.who.id });
		expect(await reasonOf(decide(db, wang, draft.id, says({ version: 0 })))).toBe('gone');
	});

	it('gives more time to an entry that was returned, and to no other', async () => {
		const { id } = await waiting();
		const more = says({ deed: 'extend', due: '2027-01-10' });
		expect(await reasonOf(decide(db, wang, id, more))).toBe('not-returned');
		await decide(db, wang, id, back());
		expect((await decide(db, zhao, id, more)).ok).toBe(true);
		expect((await now(id)).correctBy).toBe(Date.parse('2027-01-10T23:59:00+08:00'));
		expect((await mails(db)).map(({ template }) => template)).toEqual([
			'entry-returned',
			'entry-extended'
		]);
	});

	it('goes out in the language of whoever reads it', async () => {
		const reader = await somebody(db, { locale: 'en' });
		const { id } = await waiting({ owner: reader });
		await decide(db, wang, id, back());
		const [mail] = await mails(db);
		expect(mail!.text).toContain('Reasons: ');
	});
});
