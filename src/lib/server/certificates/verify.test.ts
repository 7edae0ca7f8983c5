import { eq } from 'drizzle-orm';
import { beforeEach, describe, expect, it } from 'vitest';
import { grouped } from '$lib/domain/certificates/code';
import { awarded, issuing, nowhere as env } from '$tests/certificates';
import { NOON } from '$tests/make';
import { audit, certificateNames, certificates, entries } from '../db/schema';
import { write } from '../db/write';
import { eraseNames } from './erase';
import { readiness } from './issue';
import { reissue, revoke } from './revoke';
import { verify } from './verify';

let world: Awaited<ReturnType<typeof issuing>>;
let { db, by, edition, all, issueAll, records } = {} as typeof world;

beforeEach(async () => {
	world = await issuing();
	({ db, by, edition, all, issueAll, records } = world);
});

describe('a check code', () => {
	const issued = async () => {
		await awarded(db, edition, [{ names: ['欧阳青', '李明'], title: '清风徐来' }]);
		await issueAll();
		return (await all())[0]!;
	};

	it('says what was awarded, and names people by their first sign', async () => {
		const one = await issued();
		expect(await verify(db, grouped(one.code).toLowerCase())).toEqual({
			kind: 'found',
			certificate: {
				code: one.code,
				award: { zh: '一等奖', en: 'First Prize' },
				contest: one.printed.contest,
				edition: { zh: '第7届测试', en: 'Test edition 7' },
				entry: '清风徐来',
				number: one.number,
				unit: null,
				issuer: '测试主办单位',
				names: ['欧**', '李*'],
				issuedAt: by.now,
				revoked: null
			}
		});
	});

	it('names them in full once they agreed to be shown to the public', async () => {
		const one = await issued();
		await write(db, (tx) => tx.update(entries).set({ publicConsentAt: NOON }));
		expect(await verify(db, one.code)).toMatchObject({
			certificate: { names: ['欧阳青', '李明'] }
		});
	});

	it('tells a slip of the hand from a code nobody issued', async () => {
		await issued();
		expect(await verify(db, '0000-0000-0000-0000-0001')).toEqual({
			kind: 'trouble',
			trouble: 'check'
		});
		expect(await verify(db, '0000-0000-0000-0000-0000')).toEqual({
			kind: 'unknown',
			code: '0'.repeat(20)
		});
	});

	it('tells of a revocation at once, with the kind of reason and not its words', async () => {
		const one = await issued();
		const why = { id: one.id, kind: 'withdrawn', why: '评选结果更正' };
		expect(await revoke(db, by, edition.editionId, { ...why, kind: 'corrected' })).toMatchObject({
			ok: false
		});
		expect(await revoke(db, by, edition.editionId, why)).toEqual({ ok: true, value: true });
		expect(await verify(db, one.code)).toMatchObject({
			certificate: { revoked: { at: by.now, why: 'withdrawn', replaced: false } }
		});
		expect(JSON.stringify(await verify(db, one.code))).not.toContain('评选结果更正');
		expect(await revoke(db, by, edition.editionId, why)).toEqual({
			ok: false,
			refusals: [{ field: '', reason: 'revoked' }]
		});
		expect(await records()).toEqual(['issue', 'annul']);
		// The award is due again, for whoever decides so.
		expect((await readiness(db, env, edition.editionId, NOON))!.due.length).toBe(1);
	});

	it('is a new one when a name is corrected, and the old one says so', async () => {
		const one = await issued();
		const change = { id: one.id, names: ['欧阳清', '李明'], unit: '', why: '姓名有误' };
		const made = await reissue(db, by, env, edition.editionId, change);
		expect(made.ok).toBe(true);
		const [next] = await all();
		expect([next!.names, next!.replaces, next!.code === one.code]).toEqual([
			['欧阳清', '李明'],
			one.id,
			false
		]);
		expect(await verify(db, one.code)).toMatchObject({
			certificate: { revoked: { why: 'corrected', replaced: true } }
		});
		expect(await verify(db, next!.code)).toMatchObject({ certificate: { revoked: null } });
		expect(await records()).toEqual(['issue', 'reissue']);
	});

	it('is not changed to the same names, nor to ones no type has', async () => {
		const one = await issued();
		const change = { id: one.id, unit: '', why: '姓名有误' };
		const to = (names: string[]) => reissue(db, by, env, edition.editionId, { ...change, names });
		expect(await to(['欧阳青', '李明'])).toMatchObject({ refusals: [{ reason: 'same' }] });
		expect(await to(['李\u{e000}'])).toMatchObject({ refusals: [{ reason: 'lacking' }] });
		expect((await all())[0]!.id).toBe(one.id);
	});

	it('holds when names are erased: award, entry and date stay', async () => {
		const one = await issued();
		expect(await write(db, (tx) => eraseNames(tx, one.entryId!))).toBe(1);
		expect(await db.select().from(certificateNames)).toEqual([]);
		expect(await verify(db, one.code)).toMatchObject({
			certificate: { names: null, entry: '清风徐来', number: one.number, revoked: null }
		});
		const [row] = await db.select().from(certificates).where(eq(certificates.id, one.id));
		expect(JSON.stringify(row)).not.toContain('欧阳青');
		const trail = JSON.stringify(await db.select().from(audit));
		expect(trail.includes('欧阳青')).toBe(false);
	});
});
