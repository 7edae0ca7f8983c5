import { expect, test } from 'vitest';
import { emptyDb } from '$tests/make';
import { by } from '$tests/media';
import { GET } from './+server';
import { audit } from '$lib/server/db/schema';

test('the record taken out as a table is recorded once, without the name that was looked for', async () => {
	const db = await emptyDb();
	const operator = by('operator');
	const url = new URL('https://liantu.test/studio/audit/audit.csv?who=金丝雀&act=sign-in');
	const asked = { locals: { db, who: operator.who, by: operator }, url };
	const answer = await GET(asked as unknown as Parameters<typeof GET>[0]);
	expect(answer.status).toBe(200);
	await answer.text();
	const rows = await db.select().from(audit);
	expect(rows.map(({ act, noun, thing, person }) => [act, noun, thing, person])).toEqual([
		['export', 'audit', 'csv', 'operator']
	]);
	expect(rows[0]!.record).toContain('act=sign-in');
	expect(rows[0]!.record).not.toContain('金丝雀');
	expect(rows[0]!.record).not.toContain(encodeURIComponent('金丝雀'));
});
