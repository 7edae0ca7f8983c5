import { and, asc, eq } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import { readTyped, typedOf } from '$lib/domain/judging/desk/sheet-form';
import { emptySheet } from '$lib/domain/judging/sheet';
import type { By } from '$lib/domain/people/who';
import { aRound, evenly, someTasks } from '../../../../tests/judging';
import type { ARound } from '../../../../tests/judging';
import { emptyDb, NOON } from '../../../../tests/make';
import { asRole } from '../../../../tests/people';
import type { Db } from '../db/open';
import { audit, panel, rounds, sheetVersions, tasks } from '../db/schema';
import { write } from '../db/write';
import { lockSheet, saveSheet } from './score';
import type { Saving } from './score';

const DAY = 86_400_000;

interface World {
	db: Db;
	round: ARound;
	by: By;
	asked: { roundId: string; code: string; taskId: string };
	other: { roundId: string; code: string; taskId: string };
}

/** Two jurors, two entries; the first juror has the first, the second the second. */
async function world(plan: Parameters<typeof aRound>[1] = {}): Promise<World> {
	const db = await emptyDb();
	const round = await aRound(db, { entries: 2, jurors: 2, ...plan });
	const [mine, theirs] = await someTasks(db, round, {
		pairs: [
			[0, 0],
			[1, 1]
		]
	});
	const asked = (n: number, task: { id: string }) => ({
		roundId: round.roundId,
		code: round.entries[n]!.code,
		taskId: task.id
	});
	return {
		db,
		round,
		by: asRole('juror', { id: round.jurors[0]!.personId }),
		asked: asked(0, mine!),
		other: asked(1, theirs!)
	};
}

let keys = 0;
const saving = (points: number | Record<string, string>, over: Partial<Saving> = {}): Saving => ({
	typed: (plan) =>
		typeof points === 'number'
			? typedOf(plan, evenly(plan, points))
			: { ...typedOf(plan, emptySheet), ...{ marks: points } },
	revision: 0,
	key: `key-${++keys}`,
	typedAt: null,
	...over
});
const rowOf = async ({ db, asked }: World) =>
	(await db.select().from(tasks).where(eq(tasks.id, asked.taskId)))[0]!;
const recordsOf = async ({ db, asked }: World) =>
	(
		await db
			.select({ act: audit.act })
			.from(audit)
			.where(and(eq(audit.noun, 'scores'), eq(audit.thing, asked.taskId)))
			.orderBy(asc(audit.seq))
	).map(({ act }) => act);
const reason = (said: { ok: boolean; refusals?: { reason: string }[] }) =>
	said.ok ? 'ok' : said.refusals![0]!.reason;

describe('a sheet is saved', () => {
	it('as far as it is filled in, and is whole with the last mark', async () => {
		const w = await world();
		const first = await saveSheet(w.db, w.by, w.asked, saving({ theme: '80' }));
		expect(first).toMatchObject({ ok: true, value: { revision: 1, state: 'open', total: null } });
		const whole = await saveSheet(w.db, w.by, w.asked, saving(80, { revision: 1 }));
		expect(whole).toMatchObject({
			ok: true,
			value: { revision: 2, state: 'scored', total: 800_000 }
		});
		expect(await recordsOf(w)).toEqual(['save', 'save']);
		expect(await w.db.$count(sheetVersions)).toBe(2);
	});

	it('once, however often it is sent', async () => {
		const w = await world();
		const sent = saving(80);
		const said = await Promise.all([1, 2, 3].map(() => saveSheet(w.db, w.by, w.asked, sent)));
		expect(said.map(reason)).toEqual(['ok', 'ok', 'ok']);
		expect(await recordsOf(w)).toEqual(['save']);
	});

	it('never over something typed elsewhere: both are shown', async () => {
		const w = await world();
		await saveSheet(w.db, w.by, w.asked, saving(80));
		const said = await saveSheet(w.db, w.by, w.asked, saving(90));
		expect(said).toMatchObject({
			ok: false,
			refusals: [{ reason: 'clash' }],
			stands: { revision: 1, total: 800_000 }
		});
		expect((await rowOf(w)).total).toBe(800_000);
	});

	it('up to the second before the round closes, by the clock of the server', async () => {
		const w = await world();
		const closes = NOON + 10 * DAY;
		expect(reason(await saveSheet(w.db, { ...w.by, now: closes - 1 }, w.asked, saving(80)))).toBe(
			'ok'
		);
		expect(
			reason(await saveSheet(w.db, { ...w.by, now: closes }, w.asked, saving(70, { revision: 1 })))
		).toBe('closed');
		expect((await rowOf(w)).total).toBe(800_000);
	});

	it('not before it begins, nor once the office closed it', async () => {
		const w = await world();
		expect(
			reason(await saveSheet(w.db, { ...w.by, now: NOON - 2 * DAY }, w.asked, saving(80)))
		).toBe('not-begun');
		await write(w.db, (tx) => tx.update(rounds).set({ state: 'closed', closedAt: NOON }));
		expect(reason(await saveSheet(w.db, w.by, w.asked, saving(80)))).toBe('closed');
	});

	it('by its juror alone, and every other task is equally gone', async () => {
		const w = await world();
		const gone = { ok: false, refusals: [{ field: '', reason: 'gone' }] };
		const tries = [
			w.other,
			{ ...w.asked, code: w.other.code },
			{ ...w.asked, roundId: 'nowhere' },
			{ ...w.asked, taskId: '__proto__' }
		];
		for (const asked of tries) expect(await saveSheet(w.db, w.by, asked, saving(80))).toEqual(gone);
		expect(await saveSheet(w.db, asRole('organizer'), w.asked, saving(80))).toEqual(gone);
		for (const state of ['recused', 'moved'] as const) {
			await write(w.db, (tx) =>
				tx.update(tasks).set({ state, endedAt: NOON, why: '…' }).where(eq(tasks.id, w.asked.taskId))
			);
			expect(await saveSheet(w.db, w.by, w.asked, saving(80))).toEqual(gone);
		}
	});

	it('no longer by a juror who left the panel', async () => {
		const w = await world();
		await write(w.db, (tx) => tx.update(panel).set({ leftAt: NOON, leftWhy: '出差' }));
		expect(reason(await saveSheet(w.db, w.by, w.asked, saving(80)))).toBe('gone');
	});

	it('only with marks on the scale, and nothing of the rest is written', async () => {
		const w = await world();
		const bad: Record<string, string> = {
			NaN: 'not-a-number',
			'-1': 'off-scale',
			'101': 'off-scale',
			'80.123456789012': 'too-fine',
			'1e2': 'not-a-number',
			Infinity: 'not-a-number',
			'0x10': 'not-a-number',
			'８０。５': 'not-a-number'
		};
		for (const [text, why] of Object.entries(bad))
			expect(reason(await saveSheet(w.db, w.by, w.asked, saving({ theme: text })))).toBe(why);
		expect(await rowOf(w)).toMatchObject({ revision: 0, sheet: null, state: 'open' });
		expect(await recordsOf(w)).toEqual([]);
	});

	it('with nothing in it but what the round asks for', async () => {
		const w = await world();
		const form = new URLSearchParams(
			'marks.theme=80&marks.__proto__=1&__proto__=2&marks.other=3&total=999&state=locked'
		);
		const sent = { get: (n: string) => form.get(n), all: (n: string) => form.getAll(n) };
		await saveSheet(w.db, w.by, w.asked, { ...saving(0), typed: (plan) => readTyped(plan, sent) });
		expect((await rowOf(w)).sheet).toEqual({ ...emptySheet, marks: { theme: 8000 } });
		expect((await rowOf(w)).state).toBe('open');
	});
});

describe('a sheet is locked', () => {
	it('as it was sent, with one record', async () => {
		const w = await world();
		expect(await lockSheet(w.db, w.by, w.asked, saving(80))).toMatchObject({
			ok: true,
			value: { revision: 1, state: 'locked', total: 800_000 }
		});
		expect(await recordsOf(w)).toEqual(['lock']);
		expect(await rowOf(w)).toMatchObject({ lockedAt: NOON, scoredAt: NOON });
	});

	it('only when whole; what was sent is kept all the same', async () => {
		const w = await world();
		const said = await lockSheet(w.db, w.by, w.asked, saving({ theme: '80' }));
		expect(said.ok ? [] : said.refusals.map(({ field }) => field)).toEqual([
			'marks.story',
			'marks.craft',
			'marks.reach'
		]);
		expect(await rowOf(w)).toMatchObject({ state: 'open', revision: 1 });
	});

	it('and takes no more scores', async () => {
		const w = await world();
		await lockSheet(w.db, w.by, w.asked, saving(80));
		const said = await saveSheet(w.db, w.by, w.asked, saving(90, { revision: 1 }));
		expect(said).toMatchObject({ ok: false, refusals: [{ reason: 'locked' }] });
	});
});
