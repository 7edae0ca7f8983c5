import { expect, test } from 'vitest';
import { all } from '$lib/server/corrections';
import { NOON, emptyDb, place, putAll } from '$tests/make';
import { actions } from './+page.server';

test('a body that is no form is refused and no defect, and nothing is stored', async () => {
	const db = await emptyDb();
	await putAll(db, [place({ slug: 'hall' })]);
	const request = new Request('https://lian.invalid/places/hall/correct', {
		method: 'POST',
		headers: { 'content-type': 'multipart/form-data; boundary=x' },
		body: 'junk'
	});
	const event = {
		request,
		params: { slug: 'hall' },
		locals: { db, now: NOON, locale: 'zh' },
		getClientAddress: () => '192.0.2.1'
	} as unknown as Parameters<NonNullable<typeof actions.default>>[0];
	await expect(Promise.resolve(actions.default!(event))).rejects.toMatchObject({ status: 400 });
	expect(await all(db)).toEqual([]);
});
