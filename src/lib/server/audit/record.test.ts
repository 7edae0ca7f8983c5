import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { eq } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import { canonical } from '$lib/domain/audit/canonical';
import { append, emptyFrontier } from '$lib/domain/audit/merkle';
import type { By } from '$lib/domain/people/who';
import { emptyDb, NOON } from '$tests/make';
import { audit, auditPersonal, auditTree } from '../db/schema';
import { write } from '../db/write';
import { commitment, leafOf, sha256, storedHashes } from './bytes';
import { keep, personal, record, verify } from '.';

const who = {
	id: 'wang',
	name: '王',
	email: 'wang@demo.invalid',
	grants: [],
	session: 's',
	strong: true,
	provedAt: NOON
};
const by = (now = NOON): By => ({ who, address: '203.0.113.9', now });
const act = { act: 'publish', noun: 'places', id: 'p1' };

describe('a record', () => {
	it('is numbered from one, chained and kept in canonical form', async () => {
		const db = await emptyDb();
		await write(db, (tx) => record(tx, by(), { ...act, before: { b: 1, a: null }, why: '更正' }));
		await write(db, (tx) => record(tx, by(NOON + 5), act));
		const rows = await db.select().from(audit);
		expect(
			rows.map(({ seq, at, act, noun, thing, person }) => [seq, at, act, noun, thing, person])
		).toEqual([
			[1, NOON, 'publish', 'places', 'p1', 'wang'],
			[2, NOON + 5, 'publish', 'places', 'p1', 'wang']
		]);
		const told = JSON.parse(rows[0]!.record);
		expect([told.before, told.why, canonical(told)]).toEqual([
			{ a: null, b: 1 },
			'更正',
			rows[0]!.record
		]);
		const tree = rows
			.map((row) => leafOf(row.record))
			.reduce((f, l) => append(sha256, f, l), emptyFrontier);
		expect(await db.select().from(auditTree)).toEqual([
			{ id: 1, size: 2, at: NOON + 5, hashes: storedHashes(tree) }
		]);
	});

	it('is never dated before the one before it, and says what a clock set back showed', async () => {
		const db = await emptyDb();
		await write(db, (tx) => record(tx, by(), act));
		await write(db, (tx) => record(tx, by(NOON - 3_600_000), act));
		const rows = await db.select().from(audit);
		expect(rows.map(({ at, record }) => [at, JSON.parse(record).clock])).toEqual([
			[NOON, undefined],
			[NOON, NOON - 3_600_000]
		]);
	});

	it('holds no address, no name and nothing marked personal, but commitments to them', async () => {
		const db = await emptyDb();
		await write(db, (tx) =>
			record(tx, by(), {
				act: 'register',
				noun: 'people',
				id: 'li',
				title: personal('李'),
				after: { mail: [personal('li@demo.invalid', 'li')], role: 'citizen' }
			})
		);
		const [row] = await db.select().from(audit);
		expect(row!.record).not.toMatch(/203\.0|李|li@|王|wang@/);
		const kept = await db.select().from(auditPersonal);
		expect(kept.map(({ path, person, value }) => [path, person, value]).sort()).toEqual([
			['/after/mail/0', 'li', '"li@demo.invalid"'],
			['/from', 'wang', '"203.0.113.9"'],
			['/title', 'li', '"李"']
		]);
		const { after } = JSON.parse(row!.record);
		const mail = kept.find(({ path }) => path === '/after/mail/0')!;
		expect(after).toEqual({
			mail: [{ '@personal': commitment(mail.salt, mail.value), of: 'li' }],
			role: 'citizen'
		});
	});

	it('of something nonsense is still one line, in order, and can be verified', async () => {
		const dataDir = mkdtempSync(join(tmpdir(), 'liantu-record-'));
		const db = await emptyDb();
		const keeping = await keep(db, { dataDir, name: 'x', clock: () => NOON });
		const texts = ['\ud800', 'a\0b', '\r\n\u001b[31m', '"}', '𠮷'.repeat(400), ''];
		for (const text of texts)
			await write(db, (tx) =>
				record(tx, by(), {
					act: text,
					noun: text,
					id: text,
					title: text,
					before: { [text]: text },
					after: personal({ [text]: [text] }),
					why: text
				})
			);
		await keeping.stop();
		const rows = await db.select().from(audit);
		expect(rows.filter(({ record }) => /[\r\n\0\u001b]/.test(record))).toEqual([]);
		const { findings, records } = await verify(db, { dataDir, now: NOON });
		expect([findings, records]).toEqual([[], texts.length]);
		rmSync(dataDir, { recursive: true });
	});

	it('vanishes with the act when that fails', async () => {
		const db = await emptyDb();
		const broken = write(db, async (tx) => {
			await record(tx, by(), act);
			throw new Error('power cut');
		});
		await expect(broken).rejects.toThrow('power cut');
		await write(db, (tx) => record(tx, by(), act));
		expect((await db.select().from(audit)).map(({ seq }) => seq)).toEqual([1]);
	});

	it('is never changed, removed, replaced or put in between', async () => {
		const db = await emptyDb();
		await write(db, (tx) => record(tx, by(), act));
		const [row] = await db.select().from(audit);
		const attempts = [
			() => write(db, (tx) => tx.update(audit).set({ act: 'view' })),
			() => write(db, (tx) => tx.delete(audit).where(eq(audit.seq, 1))),
			() => write(db, (tx) => tx.insert(audit).values({ ...row!, seq: 0 })),
			() => write(db, (tx) => tx.run('INSERT OR REPLACE INTO audit SELECT * FROM audit'))
		];
		for (const attempt of attempts) await expect(attempt()).rejects.toThrow();
		expect(await db.select().from(audit)).toEqual([row]);
	});
});
