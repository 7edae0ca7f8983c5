import { beforeEach, describe, expect, it } from 'vitest';
import { anEdition, anEntry } from '../../../../tests/contests';
import type { AnEdition } from '../../../../tests/contests';
import { emptyDb, NOON } from '../../../../tests/make';
import { asRole } from '../../../../tests/people';
import type { Db } from '../db/open';
import { accessCodes, audit } from '../db/schema';
import { write } from '../db/write';
import { codesOf, createCode, revokeCode } from './codes';
import { codeMeant, useCode } from './entry-code';

const by = asRole('organizer');
const HOUR = 3_600_000;
let db: Db;
let made: AnEdition;
let code: string;
let id: string;
beforeEach(async () => {
	db = await emptyDb();
	made = await anEdition(db);
	const created = await createCode(db, by, made.editionId, { reason: '停电一天', hours: 24 });
	if (!created.ok) throw new Error('no code');
	({ code, id } = created.value);
});

/** `good`, or why not. */
const check = async (typed: string, now = NOON, editionId = made.editionId) => {
	const ruled = await codeMeant(db, editionId, typed, now);
	return ruled.ok ? 'good' : ruled.refusals[0]!.reason;
};
const use = (codeId: string, entryId: string) =>
	write(db, (tx) => useCode(tx, codeId, entryId, NOON));

describe('an access code', () => {
	it('is nowhere in the database nor in the record', async () => {
		const kept = JSON.stringify([
			await db.select().from(accessCodes),
			await db.select().from(audit)
		]);
		expect(kept).toContain('停电一天');
		expect(kept.includes(code)).toBe(false);
		expect(kept.toLowerCase().includes(code.replaceAll('-', '').toLowerCase())).toBe(false);
	});

	it('says in the chain that it was given, and why only where that can be erased', async () => {
		const records = await db.select().from(audit);
		expect(records.map(({ act, noun }) => [act, noun])).toContainEqual(['create', 'codes']);
		expect(JSON.stringify(records)).not.toContain('停电一天');
	});

	it('is taken as people type it', async () => {
		expect(code).toMatch(/^([2-9A-Z]{4}-){3}[2-9A-Z]{4}$/);
		for (const typed of [code, code.toLowerCase(), ` ${code.replaceAll('-', ' ')} `])
			expect(await check(typed)).toBe('good');
		expect(await codeMeant(db, made.editionId, code.toLowerCase(), NOON)).toMatchObject({
			ok: true,
			value: { id }
		});
	});

	it('is good until its hour, in its edition alone', async () => {
		expect(await check(code, NOON + 24 * HOUR - 1)).toBe('good');
		expect(await check(code, NOON + 24 * HOUR)).toBe('code');
		const other = await anEdition(db);
		expect(await check(code, NOON, other.editionId)).toBe('code');
		expect(await check('2222-2222-2222-2222')).toBe('code');
	});

	it('lets in one entry and no other', async () => {
		const one = await anEntry(db, made);
		await use(id, one.id);
		expect(await check(code)).toBe('code');
		expect(await codesOf(db, made.editionId)).toMatchObject([{ id, usedBy: one.id, usedAt: NOON }]);
	});

	it('taken back is good no more; used it cannot be taken back', async () => {
		const entry = await anEntry(db, made);
		const second = await createCode(db, by, made.editionId, { reason: '网络中断', hours: 1 });
		expect((await revokeCode(db, by, made.editionId, id)).ok).toBe(true);
		expect(await check(code)).toBe('code');
		if (!second.ok) throw new Error('no code');
		await use(second.value.id, entry.id);
		expect(await revokeCode(db, by, made.editionId, second.value.id)).toEqual({
			ok: false,
			refusals: [{ field: '', reason: 'code-used' }]
		});
	});

	it('is not made without a reason, nor for a draft of an edition', async () => {
		expect(await createCode(db, by, made.editionId, { reason: ' ', hours: 24 })).toEqual({
			ok: false,
			refusals: [{ field: 'reason', reason: 'missing' }]
		});
		const draft = await anEdition(db, { state: 'draft' });
		expect(await createCode(db, by, draft.editionId, { reason: '停电一天', hours: 24 })).toEqual({
			ok: false,
			refusals: [{ field: '', reason: 'not-published' }]
		});
	});
});
