import { beforeEach, describe, expect, it } from 'vitest';
import { and, asc, eq } from 'drizzle-orm';
import { newRound } from '$lib/domain/judging/round-new';
import { seedOf } from '$lib/domain/judging/rule/seed';
import { takes } from '$lib/domain/judging/state';
import { aRound, someTasks } from '../../../../tests/judging';
import type { ARound } from '../../../../tests/judging';
import { emptyDb, NOON } from '../../../../tests/make';
import { asRole } from '../../../../tests/people';
import type { Db } from '../db/open';
import { audit, decisions, entries, roundEntries, rounds } from '../db/schema';
import { write } from '../db/write';
import { digest } from './results';
import { addRounds } from './rounds-add';
import { admit } from './rounds-admit';
import { saveRound } from './rounds';
import { fieldOf } from './rounds-field';
import { closeDue } from './rounds-steps';
import { fixRule, sealRound } from './seal';
import { sealedOf } from './seal-log';

const by = asRole('organizer');
let db: Db;
let round: ARound;
beforeEach(async () => {
	db = await emptyDb();
	round = await aRound(db, { state: 'draft', entries: 5, jurors: 3 });
});

const row = async () => (await db.select().from(rounds).where(eq(rounds.id, round.roundId)))[0]!;
const reasons = (done: { ok: boolean; refusals?: { reason: string }[] }) =>
	done.ok ? 'done' : done.refusals!.map(({ reason }) => reason).join(' ');
async function sealed(chance = '', words = '') {
	const fixed = await fixRule(db, by, round.roundId, { version: 1, chance });
	if (!fixed.ok) throw new Error(reasons(fixed));
	return sealRound(db, by, round.roundId, { hash: fixed.value.hash, words });
}

describe('a plan', () => {
	it('is saved as its next version, and one made from an older overwrites nothing', async () => {
		const said = { ...round.plan, perEntry: 2 };
		expect(await saveRound(db, by, round.roundId, { version: 1, said })).toEqual({
			...{ ok: true, version: 2, changed: true }
		});
		const other = await saveRound(db, by, round.roundId, {
			...{ version: 1, said: { ...round.plan, perEntry: 1 } }
		});
		expect(other).toMatchObject({ ok: false, conflict: { version: 2, theirs: { perEntry: 2 } } });
		expect((await row()).plan.perEntry).toBe(2);
		expect(await saveRound(db, by, round.roundId, { version: 1, said })).toMatchObject({
			changed: false
		});
	});

	it('that says what no round may is refused at its input', async () => {
		const wrong = { ...round.plan, criteria: round.plan.criteria.slice(1), secret: 1 };
		const said = await saveRound(db, by, round.roundId, { version: 1, said: wrong });
		expect(said).toMatchObject({ ok: false });
		expect('refusals' in said && said.refusals.map(({ reason }) => reason)).toContain(
			'unknown-field'
		);
	});

	it('comes three at once from the dates of the edition, and one more like another', async () => {
		const fresh = await aRound(db, { state: 'draft', entries: 0, jurors: 0 });
		expect(reasons(await addRounds(db, by, fresh.editionId, { as: 'dates' }))).toBe('rounds-there');
		const more = await addRounds(db, by, fresh.editionId, { as: 'round', of: fresh.roundId });
		expect(more.ok && more.value.map(({ ordinal, plan }) => [ordinal, plan.dates])).toEqual([
			[2, { opensAt: null, closesAt: null }]
		]);
	});
});

describe('sealing', () => {
	it('takes the rule that was fixed, fills the field with codes, and never changes again', async () => {
		expect(reasons(await sealed())).toBe('done');
		const { state, rule, ruleHash, seed } = await row();
		expect([state, digest(rule!), seed!.length]).toEqual(['sealed', ruleHash, 64]);
		const field = await db.select().from(roundEntries);
		expect(new Set(field.map(({ code }) => code)).size).toBe(5);
		for (const { code } of field) expect(code).toMatch(/^[2-9B-DF-HJ-NP-TV-Z]{4}$/);
		const touch = (set: object) =>
			write(db, (tx) => tx.update(rounds).set(set).where(eq(rounds.id, round.roundId)));
		await expect(touch({ rule: '{}' })).rejects.toThrow();
		await expect(touch({ seed: 'another' })).rejects.toThrow();
		await expect(touch({ plan: newRound({ zh: '另一个' }) })).rejects.toThrow();
		expect(reasons(await saveRound(db, by, round.roundId, { version: 1, said: {} }))).toBe(
			'is-sealed'
		);
	});

	it('makes the seed of the rule, the log and the public chance, which all stand in the log', async () => {
		await sealed('福彩 3D 第 2026320 期', '3 1 4');
		const said = (await sealedOf(db, round.roundId))!;
		expect([said.words, said.chance, said.times]).toEqual(['3 1 4', '福彩 3D 第 2026320 期', 1]);
		expect(seedOf(said, digest)).toBe((await row()).seed);
		const [before] = await db
			.select({ act: audit.act })
			.from(audit)
			.where(and(eq(audit.noun, 'rounds'), eq(audit.seq, said.size)));
		expect(before).toEqual({ act: 'fix' });
		const { rule, ruleHash, seed } = await row();
		expect([ruleHash, seed]).toEqual([digest(rule!), said.seed]);
	});

	it('is refused without words where a chance was named, with words where none was, and unfixed', async () => {
		const seal = (hash: string, words: string) => sealRound(db, by, round.roundId, { hash, words });
		expect(reasons(await seal('0'.repeat(64), ''))).toBe('not-fixed');
		const fixed = await fixRule(db, by, round.roundId, { version: 1, chance: '掷骰' });
		const hash = fixed.ok ? fixed.value.hash : '';
		expect(reasons(await seal(hash, ''))).toBe('missing');
		const plain = await fixRule(db, by, round.roundId, { version: 1, chance: '' });
		expect(reasons(await seal(plain.ok ? plain.value.hash : '', '1 2 3'))).toBe('none-named');
		expect(reasons(await seal(hash, ''))).toBe('changed-since-fixed');
	});

	it('is refused once plan, field or panel are not what was fixed', async () => {
		const fixed = await fixRule(db, by, round.roundId, { version: 1, chance: '' });
		const hash = fixed.ok ? fixed.value.hash : '';
		await write(db, (tx) =>
			tx.update(entries).set({ state: 'refused' }).where(eq(entries.id, round.entries[0]!.id))
		);
		expect(reasons(await sealRound(db, by, round.roundId, { hash, words: '' }))).toBe(
			'changed-since-fixed'
		);
		expect((await row()).state).toBe('draft');
	});

	it('says what is missing, and is nobody else’s than an organizer’s', async () => {
		const empty = await aRound(db, { state: 'draft', entries: 0, jurors: 0 });
		const fix = (who: typeof by) => fixRule(db, who, empty.roundId, { version: 1, chance: '' });
		expect(reasons(await fix(by))).toBe('no-field no-panel');
		expect(reasons(await fix(asRole('editor')))).toBe('gone');
		expect(reasons(await fix(asRole('juror')))).toBe('gone');
	});

	it('stands in the log step by step, and is marked for the signature', async () => {
		await sealed();
		const records = await db.select().from(audit).orderBy(asc(audit.seq));
		expect(records.map(({ noun, act }) => `${noun} ${act}`)).toEqual([
			'rounds fix',
			'rounds seal',
			'phases mark'
		]);
	});
});

describe('the field of a later round', () => {
	it('is what was let go on, and what is let in by hand for a reason', async () => {
		const first = await aRound(db, { state: 'released', entries: 3, jurors: 1 });
		const more = await addRounds(db, by, first.editionId, { as: 'new' });
		const id = more.ok ? more.value[0]!.id : '';
		const { number } = first.entries[0]!;
		expect(reasons(await admit(db, by, id, { number, why: ' ' }))).toBe('missing');
		expect(reasons(await admit(db, by, id, { number: 'no', why: '漏登' }))).toBe('not-passed');
		expect(reasons(await admit(db, by, id, { number, why: '漏登' }))).toBe('done');
		expect(reasons(await admit(db, by, id, { number, why: '漏登' }))).toBe('twice');
		const [, on] = first.entries;
		await write(db, (tx) =>
			tx.insert(decisions).values({
				...{ roundId: first.roundId, entryId: on!.id, verdict: 'advance', origin: 'rule' },
				...{ place: 1, at: NOON, releasedAt: NOON }
			})
		);
		const [next] = await db.select().from(rounds).where(eq(rounds.id, id));
		expect((await fieldOf(db, next!)).map((one) => [one.entryId, one.byHand])).toEqual([
			[first.entries[0]!.id, true],
			[on!.id, false]
		]);
	});
});

describe('closing', () => {
	it('at its time the round is closed by the clock, and takes nothing from that moment', async () => {
		const open = await aRound(db, { entries: 2, jurors: 2 });
		await someTasks(db, open);
		const of = async () => (await db.select().from(rounds).where(eq(rounds.id, open.roundId)))[0]!;
		const { closesAt } = await of();
		expect(takes(await of(), closesAt! - 1)).toBe(true);
		expect(takes(await of(), closesAt!)).toBe(false);
		expect([await closeDue(db, closesAt! - 1), await closeDue(db, closesAt!)]).toEqual([0, 1]);
		expect((await of()).state).toBe('closed');
		const [said] = await db
			.select()
			.from(audit)
			.where(and(eq(audit.act, 'close'), eq(audit.thing, open.roundId)));
		expect(JSON.parse(said!.record)).toMatchObject({
			machine: 'clock',
			after: { open: 4, none: 2, short: 0 }
		});
	});
});
