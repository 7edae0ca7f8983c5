import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { anEdition, anEntry } from '$tests/contests';
import { NOON } from '$tests/make';
import { mails, somebody } from '$tests/people';
import { uploads } from '../db/schema';
import { expire, sweepIncoming, warn } from './sweep';
import { forgetUploads } from './sweep-erased';
import { DAY, db, yard, upload, lay } from '$tests/worlds/sweep';

it('an unfinished upload is mailed about once, a day before it ends', async () => {
	const personId = await somebody(db, { email: 'li@example.cn', name: '李青', locale: 'zh' });
	const entryId = 'e1';
	for (const part of [0, 1])
		await upload({ personId, entryId, expiresAt: NOON + DAY - part, partial: true });
	await upload({ personId, entryId, expiresAt: NOON + 2 * DAY });
	await upload({ personId, entryId, expiresAt: NOON + DAY, state: 'kept' });
	expect(await warn(yard, NOON)).toBe(1);
	expect(await warn(yard, NOON)).toBe(0);
	const [sent, ...more] = await mails(db);
	expect(more).toEqual([]);
	expect([sent!.to, sent!.template]).toEqual(['li@example.cn', 'upload-expires']);
	expect(sent!.subject).toContain('film. mp4');
	expect(sent!.link).toMatch(/\/account\/entries\/e1$/);
});

it('what nobody went on with expires with its bytes; what is complete does not', async () => {
	const old = { expiresAt: NOON };
	const gone = [await upload(old), await upload({ ...old, partial: true, state: 'complete' })];
	const stays = [await upload({ ...old, state: 'complete' }), await upload({})];
	expect(await expire(yard, NOON)).toBe(2);
	expect(readdirSync(yard.incoming).sort()).toEqual(stays.sort());
	const states = await db.select({ id: uploads.id, state: uploads.state }).from(uploads);
	for (const { id, state } of states)
		expect([id, state === 'expired']).toEqual([id, gone.includes(id)]);
});

it('files among the incoming that no upload is about are removed, once they are a day old', async () => {
	const whole = await upload({ state: 'complete' });
	const wanted = [
		whole,
		await upload({}),
		await upload({ state: 'ended', partial: true, joinedTo: whole })
	];
	const kept = await upload({ state: 'kept' });
	await upload({ state: 'ended', partial: true, joinedTo: kept });
	lay(join(yard.incoming, 'stranger'));
	lay(join(yard.incoming, 'young'), NOON - DAY + 1);
	expect(await sweepIncoming(yard, NOON)).toBe(3);
	expect(readdirSync(yard.incoming).sort()).toEqual([...wanted, 'young'].sort());
});

it('uploads that came to nothing are forgotten after a month, or with their entry', async () => {
	const { id: entryId } = await anEntry(db, await anEdition(db), {});
	const old = { entryId, updatedAt: NOON - 30 * DAY };
	for (const state of ['ended', 'expired', 'refused'] as const) await upload({ ...old, state });
	await upload({ state: 'refused', entryId: 'deleted', updatedAt: NOON });
	const whole = await upload({ ...old, state: 'complete' });
	const stays = [
		whole,
		await upload({ ...old, state: 'ended', partial: true, joinedTo: whole }),
		await upload({ ...old, state: 'open' }),
		await upload({ ...old, state: 'kept' }),
		await upload({ ...old, state: 'ended', updatedAt: old.updatedAt + 1 })
	];
	expect(await forgetUploads(yard, NOON)).toBe(4);
	const left = await db.select({ id: uploads.id }).from(uploads);
	expect(left.map(({ id }) => id).sort()).toEqual(stays.sort());
});
