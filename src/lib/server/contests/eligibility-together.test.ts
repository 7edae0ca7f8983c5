import { eq } from 'drizzle-orm';
import { beforeEach, describe, expect, it } from 'vitest';
import { entries, entryOpinions } from '$lib/server/db/schema';
import { write } from '$lib/server/db/write';
import { aPlan, content } from '$tests/contests';
import { mails } from '$tests/people';
import { decide } from './eligibility';
import { decideMany } from './eligibility-bulk';
import { submitEntry } from './submit';
import {
	db,
	author,
	wang,
	zhao,
	world,
	waiting,
	words,
	says,
	back,
	now,
	traceOf,
	acts,
	reasonOf
} from '$tests/worlds/eligibility';

describe('where two have to agree', () => {
	beforeEach(() => world({ eligibility: { twoPersons: true } }));

	it('the first opinion changes nothing, the second of the same mind makes it stand', async () => {
		const { id } = await waiting();
		const first = await decide(db, wang, id, back());
		expect(first).toEqual({ ok: true, value: { state: 'submitted', stands: false, again: false } });
		expect(await mails(db)).toEqual([]);
		const again = await decide(db, wang, id, back());
		expect(again).toEqual({ ok: true, value: { state: 'submitted', stands: false, again: true } });
		const second = await decide(
			db,
			zhao,
			id,
			back({ reasons: ['film-subtitles'], note: '字幕有错字' })
		);
		expect(second).toEqual({ ok: true, value: { state: 'returned', stands: true, again: false } });
		const [said] = await traceOf(id);
		expect(said!.reasons).toEqual(['film-length', 'other', 'film-subtitles']);
		expect(said!.note).toBe('片尾请加字幕\n字幕有错字');
		expect((await acts()).slice(-2)).toEqual(['propose', 'return']);
	});

	it('two who disagree leave it open, and either may come round', async () => {
		const { id } = await waiting();
		await decide(db, wang, id, says());
		await decide(db, zhao, id, back());
		expect((await now(id)).state).toBe('submitted');
		expect((await db.select().from(entryOpinions)).map(({ verdict }) => verdict).sort()).toEqual([
			'pass',
			'return'
		]);
		await decide(db, zhao, id, says());
		expect((await now(id)).state).toBe('passed');
	});

	it('an opinion on an older version counts for nothing', async () => {
		const { id } = await waiting();
		await decide(db, wang, id, says());
		await write(db, (tx) => tx.update(entries).set({ version: 2 }).where(eq(entries.id, id)));
		const said = await decide(db, zhao, id, says({ version: 2 }));
		expect(said.ok && said.value.stands).toBe(false);
	});

	it('opened again it needs two anew', async () => {
		const { id } = await waiting();
		await decide(db, wang, id, says());
		await decide(db, zhao, id, says());
		await decide(db, zhao, id, says({ deed: 'reopen', note: '再看一遍' }));
		const said = await decide(db, wang, id, says());
		expect(said.ok && said.value.stands).toBe(false);
	});
});

describe('several at once', () => {
	it('the check says how each would fare and changes nothing', async () => {
		const good = await waiting();
		const own = await waiting({ owner: wang.who.id });
		const done = await waiting({ state: 'passed' });
		const picked = [good, own, done].map(({ id }) => ({ id, version: 1 }));
		const before = await acts();
		const check = await decideMany(db, wang, picked, words(), { only: 'check' });
		expect(check.done.map(({ id }) => id)).toEqual([good.id]);
		expect(check.refused.map(({ id, reason }) => [id, reason])).toEqual([
			[own.id, 'own-entry'],
			[done.id, 'not-waiting']
		]);
		expect(await acts()).toEqual(before);
		expect((await now(good.id)).state).toBe('submitted');
		const made = await decideMany(db, wang, picked, words());
		expect(made.done.map(({ id }) => id)).toEqual([good.id]);
		expect((await now(good.id)).state).toBe('passed');
		expect((await now(own.id)).state).toBe('submitted');
	});
});

it('what was corrected comes back into the queue and is decided in its new version', async () => {
	await world({
		statements: aPlan().statements.map((one) => ({ ...one, required: false })),
		categories: aPlan().categories.map((one) => ({
			...one,
			materials: one.materials.map((material) => ({ ...material, required: false }))
		}))
	});
	const { id } = await waiting({ content: content() });
	await decide(db, wang, id, back());
	const sent = await submitEntry(db, { ...author, now: wang.now + 1 }, id, 'zh');
	expect(sent.ok && sent.value.version).toBe(2);
	expect(await reasonOf(decide(db, wang, id, says()))).toBe('stale');
	expect((await decide(db, wang, id, says({ version: 2 }))).ok).toBe(true);
});
