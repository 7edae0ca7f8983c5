// Long because every law files its objection in the same released world.
import { eq } from 'drizzle-orm';
import { beforeEach, describe, expect, it } from 'vitest';
import type { By } from '$lib/domain/people/who';
import type { Db } from '$lib/server/db/open';
import {
	audit,
	conflicts,
	decisions,
	newId,
	objections,
	outbox,
	rounds,
	tasks
} from '$lib/server/db/schema';
import { write } from '$lib/server/db/write';
import { judged, one, reasons, release, shut, two } from '../../../../tests/judged';
import { scored, someJurors } from '../../../../tests/judging';
import type { AJuror, ARound } from '../../../../tests/judging';
import { emptyDb, NOON } from '../../../../tests/make';
import { forgetOld } from '../retention';
import { decideByRule } from './decisions';
import { askFinal, confirmFinal, noticeOf, publishNotice } from './notices';
import { judgeAgain } from './objection-again';
import { settleObjection } from './objection-deeds';
import {
	fileObjection,
	followObjection,
	publishedObjections,
	saidIn,
	withdrawObjection
} from './objections';
import { prizesOf, savePrizes } from './prizes';

const DAY = 86_400_000;
const UNTIL = Date.parse('2026-11-30T00:00:00+08:00');
const citizen: By = { who: null, address: '198.51.100.7', now: NOON };
const later = (by: By, now: number): By => ({
	...by,
	now,
	who: by.who && { ...by.who, provedAt: now }
});

let db: Db;
let round: ARound;
let notice: string;
let fresh: AJuror[];
beforeEach(async () => {
	db = await emptyDb();
	round = await judged(db, {}, true);
	fresh = await someJurors(db, round.editionId, 4);
	await savePrizes(db, one, round.editionId, [
		{ id: null, title: { zh: '金奖' }, categories: null, most: 1, each: false, least: null }
	]);
	await decideByRule(db, one, round.roundId);
	await release(db, round.roundId);
	await publishNotice(db, one, round.editionId, {
		...{ kind: 'days', days: 7, contact: { zh: '组委会' }, note: null }
	});
	notice = (await noticeOf(db, round.editionId))!.id;
});

const typed = (over: object = {}) => ({
	...{ number: round.entries[0]!.number, kind: 'person', ground: 'originality' },
	...{ name: '王小明', liaison: '', phone: '13800000000', email: 'wang@example.cn' },
	text: '这部影片的画面与另一部作品相同，请核对。',
	...over
});
const file = (
	over: object = {},
	by: By = citizen,
	letter: { key: string; sha256: string } | null = null
) => fileObjection(db, by, notice, typed(over), { letter, locale: 'zh' });
async function filed(): Promise<{ id: string; receipt: string }> {
	const said = await file();
	if (!said.ok) throw new Error(JSON.stringify(said.refusals));
	return said.value;
}
const rejected = {
	state: 'rejected',
	outcome: { zh: '经核对，画面不同。' },
	decision: null
} as const;
const row = async (id: string) =>
	(await db.select().from(objections).where(eq(objections.id, id)))[0]!;

describe('an objection', () => {
	it('is taken with a real name until the last moment, and gets a receipt that alone opens it', async () => {
		const { id, receipt } = await filed();
		expect(receipt).toMatch(/^([2-9A-HJKMNP-Z]{4}-){3}[2-9A-HJKMNP-Z]{4}$/);
		const seen = await followObjection(db, round.editionId, ` ${receipt.toLowerCase()} `);
		expect([seen!.id, seen!.state, seen!.oldFigure]).toEqual([id, 'received', null]);
		const other = receipt.slice(0, -1) + (receipt.endsWith('A') ? 'B' : 'A');
		expect(await followObjection(db, round.editionId, other)).toBe(null);
		expect(reasons(await file({}, later(citizen, UNTIL - 1)))).toBe('ok');
		expect(reasons(await file({}, later(citizen, UNTIL)))).toEqual(['over']);
	});

	it('of a unit comes with its seal', async () => {
		const unit = { kind: 'unit', name: '某村村民委员会', liaison: '李主任' };
		expect(reasons(await file(unit))).toEqual(['missing']);
		expect(reasons(await file(unit, citizen, { key: 'letters/x', sha256: 'y' }))).toBe('ok');
	});

	it('says what is missing or wrong, and never stores a report that belongs to 12388', async () => {
		expect(
			reasons(
				await file({
					kind: 'x',
					ground: 'y',
					number: '',
					name: '王',
					phone: 'z',
					email: 'a\r\nBcc: b@c.cn',
					text: '短'
				})
			)
		).toEqual([
			'unknown',
			'unknown',
			'missing',
			'real-name',
			'bad-phone',
			'bad-address',
			'too-short'
		]);
		expect(reasons(await file({ text: '我要举报某人收受红包，请查处。' }))).toEqual(['accusation']);
		expect(reasons(await file({ number: '7-W-9999' }))).toEqual(['unknown-number']);
		expect(await db.$count(objections)).toBe(0);
	});

	it('keeps who objects sealed, out of the record, and deletes it by its date', async () => {
		const { id } = await filed();
		const stored = await row(id);
		expect(JSON.stringify(stored)).not.toContain('王小明');
		expect(saidIn(stored)!.name).toBe('王小明');
		const records = await db.select().from(audit).where(eq(audit.noun, 'objections'));
		expect(records.map(({ act, thing }) => [act, thing])).toEqual([['file', id]]);
		expect(records[0]!.record).not.toContain('画面');
		await settleObjection(db, one, id, rejected);
		expect((await forgetOld(db, NOON + 179 * DAY)).objections).toBe(undefined);
		expect((await forgetOld(db, NOON + 181 * DAY)).objections).toBe(1);
		expect(saidIn(await row(id))).toBe(null);
		expect((await row(id)).outcome!.zh).toBe(rejected.outcome.zh);
	});

	it('can be taken back by its receipt while nobody dealt with it', async () => {
		const { id, receipt } = await filed();
		expect(reasons(await withdrawObjection(db, citizen, round.editionId, 'AAAA'))).toEqual([
			'unknown-receipt'
		]);
		expect(reasons(await withdrawObjection(db, citizen, round.editionId, receipt))).toBe('ok');
		expect(reasons(await settleObjection(db, one, id, rejected))).toEqual(['decided']);
	});

	it('is answered in public without a name, and by mail', async () => {
		const { id } = await filed();
		expect((await publishedObjections(db, round.editionId)).open).toBe(1);
		expect(
			reasons(await settleObjection(db, one, id, { ...rejected, outcome: { zh: ' ' } }))
		).toEqual(['missing']);
		await settleObjection(db, one, id, rejected);
		const told = await publishedObjections(db, round.editionId);
		expect([told.open, told.decided.length, told.decided[0]!.outcome!.zh]).toEqual([
			0,
			1,
			rejected.outcome.zh
		]);
		expect(JSON.stringify(told)).not.toContain('王小明');
		const mails = await db.select().from(outbox).where(eq(outbox.to, 'wang@example.cn'));
		expect(mails.map(({ template }) => template)).toEqual([
			'objection-received',
			'objection-answered'
		]);
	});
});

describe('judging again', () => {
	it('is done by jurors who never had the entry and stand in no conflict with it', async () => {
		const { id } = await filed();
		await write(db, (tx) =>
			tx.insert(conflicts).values({
				...{ id: newId(NOON), editionId: round.editionId, jurorId: fresh[0]!.id },
				...{ entryId: round.entries[0]!.id, kind: 'family', source: 'declared', at: NOON }
			})
		);
		const ask = (count: number) => judgeAgain(db, one, id, { count, days: 5 });
		expect(reasons(await ask(4))).toEqual(['too-few-fresh']);
		const again = await ask(3);
		if (!again.ok) throw new Error('refused');
		expect(again.value.jurors.toSorted()).toEqual(
			fresh
				.slice(1)
				.map(({ label }) => label)
				.toSorted()
		);
		expect(reasons(await ask(1))).toEqual(['judging']);
		expect(reasons(await settleObjection(db, one, id, rejected))).toEqual(['judging']);
		const dealt = await db.select().from(tasks).where(eq(tasks.roundId, again.value.roundId));
		expect(dealt.map(({ kind }) => kind)).toEqual(['objection', 'objection', 'objection']);
	});

	it('shows the score before and after, and may change the prize; then the notice runs once more', async () => {
		const { id, receipt } = await filed();
		const again = await judgeAgain(db, one, id, { count: 3, days: 5 });
		if (!again.ok) throw new Error('refused');
		const { roundId } = again.value;
		await scored(db, { ...round, roundId, jurors: fresh }, () => 60);
		await shut(db, roundId);
		const upheld = {
			...({ state: 'upheld', outcome: { zh: '异议成立，取消拟授的奖项。' } } as const),
			decision: { verdict: 'stop', prize: null }
		} as const;
		expect(reasons(await settleObjection(db, one, id, upheld))).toBe('ok');
		const seen = await followObjection(db, round.editionId, receipt);
		expect([seen!.oldFigure, seen!.newFigure]).toEqual([900_000, 600_000]);
		const rows = await db
			.select()
			.from(decisions)
			.where(eq(decisions.entryId, round.entries[0]!.id));
		expect(
			rows.map(({ verdict, prizeId, origin, figure }) => [verdict, prizeId, origin, figure])
		).toEqual([['stop', null, 'objection', 600_000]]);
		expect((await db.select().from(rounds).where(eq(rounds.id, roundId)))[0]!.state).toBe(
			'released'
		);
		expect(reasons(await askFinal(db, later(one, UNTIL), notice))).toEqual(['notice-again']);
		expect(
			reasons(
				await publishNotice(db, one, round.editionId, {
					kind: 'days',
					days: 5,
					contact: { zh: '组委会' },
					note: null
				})
			)
		).toBe('ok');
		const second = await noticeOf(db, round.editionId);
		expect(second!.ordinal).toBe(2);
		expect(reasons(await askFinal(db, later(one, UNTIL), second!.id))).toBe('ok');
		expect(reasons(await confirmFinal(db, later(two, UNTIL), second!.id))).toBe('ok');
	});

	it('never gives more prizes than there are', async () => {
		const other = await file({ number: round.entries[1]!.number });
		const [gold] = await prizesOf(db, round.editionId);
		const id = other.ok ? other.value.id : '';
		expect(
			reasons(
				await settleObjection(db, one, id, {
					...{ state: 'upheld', outcome: { zh: '成立。' } },
					decision: { verdict: 'award', prize: gold!.id }
				})
			)
		).toEqual(['too-many']);
		expect((await row(id)).state).toBe('received');
	});
});
