import { beforeEach, describe, expect, it } from 'vitest';
import type { Db } from '$lib/server/db/open';
import { objections, outbox } from '$lib/server/db/schema';
import { write } from '$lib/server/db/write';
import { emptyDb, NOON } from '$tests/make';
import { noticed, objected, objection } from '$tests/noticed';
import type { ANotice } from '$tests/noticed';
import { putDay } from '../calendar';
import { unseal } from '../keys';
import { sealedFor } from '../mail';
import { putSetting } from '../site';
import { asRole } from '$tests/people';
import { noticeDesk } from './notice-desk';
import { openObjection } from './objection-desk';
import { fileObjection, followObjection, withdrawObjection } from './objections';

const DAY = 86_400_000;
let db: Db;
let notice: ANotice;
beforeEach(async () => {
	db = await emptyDb();
	notice = await noticed(db);
});

const file = async (number: string, now = NOON) => {
	const by = { who: null, address: null, now };
	const said = await fileObjection(db, by, notice.id, objection(number), {
		...{ letter: null, locale: 'zh' as const }
	});
	if (!said.ok) throw new Error(JSON.stringify(said.refusals));
	return said.value;
};
const days = (n: number) => write(db, (tx) => putSetting(tx, 'objections.days', n));
const lines = async (now: number) =>
	(await noticeDesk(db, notice.one.who, notice.round.editionId, now)).objections;

describe('an objection', () => {
	it('is to be answered within fifteen working days, or as many as the office set', async () => {
		const [one] = notice.round.entries;
		// NOON is Sunday, 22 November 2026.
		expect((await file(one!.number)).dueDay).toBe('2026-12-11');
		await days(3);
		expect((await file(one!.number)).dueDay).toBe('2026-11-25');
		const operator = asRole('operator', { now: NOON });
		const off = { day: '2026-11-24', works: false, name: '停电', source: null };
		expect((await putDay(db, operator, off)).ok).toBe(true);
		expect((await file(one!.number)).dueDay).toBe('2026-11-26');
		// What was promised stays, whatever the calendar says later.
		const kept = await db.select({ day: objections.dueDay }).from(objections);
		expect(kept.map(({ day }) => day).toSorted()).toEqual([
			...['2026-11-25', '2026-11-26', '2026-12-11']
		]);
	});

	it('tells its day with the receipt, by mail, and to whoever follows it until it is answered', async () => {
		const { receipt, dueDay } = await file(notice.round.entries[0]!.number);
		const [mail] = (await db.select().from(outbox)).filter(
			({ template }) => template === 'objection-received'
		);
		expect(unseal(mail!.body!, sealedFor(mail!.id))).toContain('会在 2026年12月11日 以前答复');
		const { editionId } = notice.round;
		expect((await followObjection(db, editionId, receipt))!.dueDay).toBe(dueDay);
		const by = { who: null, address: null, now: NOON };
		expect((await withdrawObjection(db, by, editionId, receipt)).ok).toBe(true);
		expect((await followObjection(db, editionId, receipt))!.dueDay).toBe(null);
	});
});

describe('the desk', () => {
	it('has open objections first, those due first, and marks those that are late', async () => {
		const [a, b, c] = notice.round.entries.map(({ number }) => number) as [string, string, string];
		await days(9);
		const { receipt } = await file(c, NOON);
		await file(a, NOON + 1);
		await days(2);
		await file(b, NOON + 2);
		const by = { who: null, address: null, now: NOON + 3 };
		await withdrawObjection(db, by, notice.round.editionId, receipt);
		const at = async (now: number) =>
			(await lines(now)).map(({ number, late }) => `${number}${late ? ' late' : ''}`);
		expect(await at(NOON + 2 * DAY)).toEqual([b, a, c]);
		expect(await at(NOON + 3 * DAY)).toEqual([`${b} late`, a, c]);
		expect(await at(NOON + 60 * DAY)).toEqual([`${b} late`, `${a} late`, c]);
	});

	it('says on the objection’s own page when it is to be answered', async () => {
		const { id } = await objected(db, notice);
		const open = async (now: number) => {
			const found = await openObjection(db, { ...notice.one, now }, notice.round.editionId, id);
			return found.ok ? [found.value.dueDay, found.value.late] : found.refusals;
		};
		expect(await open(NOON)).toEqual(['2026-12-11', false]);
		expect(await open(NOON + 22 * DAY)).toEqual(['2026-12-11', true]);
	});
});
