import { and, eq } from 'drizzle-orm';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Db } from '$lib/server/db/open';
import { audit, entries, objections } from '$lib/server/db/schema';
import { write } from '$lib/server/db/write';
import { content } from '../../../../tests/contests';
import { reasons } from '../../../../tests/judged';
import { emptyDb, NOON } from '../../../../tests/make';
import { noticed, objected, objection } from '../../../../tests/noticed';
import type { ANotice } from '../../../../tests/noticed';
import { forgetOld } from '../retention';
import { noticeDesk } from './notice-desk';
import { openLetter, openObjection } from './objection-desk';
import { fileObjection, withdrawObjection } from './objections';

const DAY = 86_400_000;
let db: Db;
let notice: ANotice;
beforeEach(async () => {
	db = await emptyDb();
	notice = await noticed(db);
});

const records = async (act: string) =>
	(
		await db
			.select({ person: audit.person })
			.from(audit)
			.where(and(eq(audit.noun, 'objections'), eq(audit.act, act)))
	).map(({ person }) => person);

describe('an objection before the office', () => {
	it('is listed without who made it, and opened on the record: once for each who looks', async () => {
		const { id } = await objected(db, notice);
		const { round, one, two } = notice;
		const desk = await noticeDesk(db, one.who, round.editionId, NOON);
		expect(desk.objections.map(({ number, state }) => [number, state])).toEqual([
			[round.entries[0]!.number, 'received']
		]);
		expect(JSON.stringify(desk)).not.toContain('王小明');
		expect(await records('view')).toEqual([]);
		for (const by of [one, one, two, one]) {
			const opened = await openObjection(db, by, round.editionId, id);
			expect(opened.ok && opened.value.said!.name).toBe('王小明');
		}
		expect(await records('view')).toEqual([one.who!.id, two.who!.id]);
	});

	it('says how many jurors are fresh, and shows no figure while they judge', async () => {
		const { id } = await objected(db, notice);
		const opened = await openObjection(db, notice.one, notice.round.editionId, id);
		expect(opened.ok && [opened.value.fresh, opened.value.usual, opened.value.again]).toEqual([
			3,
			3,
			null
		]);
	});

	it('is nothing to whoever has an entry of their own, nor under another edition', async () => {
		const { id } = await objected(db, notice);
		const { round, one } = notice;
		expect(reasons(await openObjection(db, one, 'another', id))).toEqual(['gone']);
		await write(db, (tx) =>
			tx
				.update(entries)
				.set({ content: content({ contact: { ...content().contact!, email: one.who!.email } }) })
				.where(eq(entries.id, round.entries[3]!.id))
		);
		expect(reasons(await openObjection(db, one, round.editionId, id))).toEqual(['stands-apart']);
		expect(reasons(await openLetter(db, one, round.editionId, id))).toEqual(['stands-apart']);
		expect((await noticeDesk(db, one.who, round.editionId, NOON)).objections).toEqual([]);
		expect(await records('view')).toEqual([]);
	});

	it('gives its letter to the office, and records every time', async () => {
		const { round, one, id: noticeId } = notice;
		const unit = { kind: 'unit', name: '某村村民委员会', liaison: '李主任' };
		const letter = { key: 'letters/a', sha256: 'b' };
		const filed = await fileObjection(
			db,
			{ who: null, address: null, now: NOON },
			noticeId,
			objection(round.entries[0]!.number, unit),
			{ letter, locale: 'zh' }
		);
		const id = filed.ok ? filed.value.id : '';
		for (let time = 0; time < 2; time++)
			expect(await openLetter(db, one, round.editionId, id)).toEqual({
				ok: true,
				value: 'letters/a'
			});
		expect(await records('download')).toEqual([one.who!.id, one.who!.id]);
		const { id: bare } = await objected(db, notice, 1);
		expect(reasons(await openLetter(db, one, round.editionId, bare))).toEqual(['gone']);
	});

	it('that was taken back is deleted by its date like every other', async () => {
		const { id, receipt } = await objected(db, notice);
		const by = { who: null, address: null, now: NOON };
		await withdrawObjection(db, by, notice.round.editionId, receipt);
		expect((await forgetOld(db, NOON + 181 * DAY)).objections).toBe(1);
		const [row] = await db.select().from(objections).where(eq(objections.id, id));
		expect(row!.sealed).toBe(null);
	});
});
