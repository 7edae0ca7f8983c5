import { beforeEach, expect, test } from 'vitest';
import { emptyDb } from '$tests/make';
import { by } from '$tests/media';
import type { Db } from '../db/open';
import { audit } from '../db/schema';
import { dropView, keepView, viewLimits, views } from './views';

let db: Db;
beforeEach(async () => {
	db = await emptyDb();
});

const ann = by('editor', { id: 'ann' });
const bob = by('editor', { id: 'bob' });
const operator = by('operator');
const keep = (who = ann, over: { name?: string; query?: string; shared?: boolean } = {}) =>
	keepView(db, who, 'places', { name: '我的草稿', query: '?state=draft', shared: false, ...over });
const seen = async (who = ann) =>
	(await views(db, who.who, 'places')).map(
		({ name, query, shared, own }) =>
			`${name} ${query}${shared ? ' shared' : ''}${own ? ' own' : ''}`
	);

test('a view is the own one until it is shared', async () => {
	await keep();
	await keep(bob, { name: '村居', query: '?kind=unit&page=3', shared: true });
	expect(await seen()).toEqual(['我的草稿 ?state=draft own', '村居 ?kind=unit shared']);
	expect(await seen(bob)).toEqual(['村居 ?kind=unit shared own']);
	expect(await views(db, ann.who, 'trails')).toEqual([]);
	expect(await views(db, null, 'places')).toEqual([]);
});

test('keeping one under the same name replaces it', async () => {
	await keep();
	await keep(ann, { query: '?state=review' });
	expect(await seen()).toEqual(['我的草稿 ?state=review own']);
});

test('what makes no sense in a query is not kept', async () => {
	await keep(ann, { query: '?state=nonsense&kind=unit&evil=%3Cscript%3E' });
	expect(await seen()).toEqual(['我的草稿 ?kind=unit own']);
});

test('a name is asked for, and has a length', async () => {
	const reasons = async (name: string) => {
		const kept = await keep(ann, { name });
		return kept.ok ? [] : kept.refusals.map(({ reason }) => reason);
	};
	expect([await reasons(' \n'), await reasons('x'.repeat(61))]).toEqual([
		['required'],
		['too-long']
	]);
});

test('there is an end to how many', async () => {
	for (let n = 0; n < viewLimits.each; n++) await keep(ann, { name: `v${n}` });
	expect((await keep(ann, { name: 'one more' })).ok).toBe(false);
	expect((await keep(ann, { name: 'v3' })).ok).toBe(true);
});

test('the own one is dropped by oneself, a shared one also by an operator, another by nobody', async () => {
	const kept = await keep();
	const shared = await keep(bob, { name: '村居', shared: true });
	if (!kept.ok || !shared.ok) throw new Error('not kept');
	expect([
		await dropView(db, bob, 'places', kept.value),
		await dropView(db, ann, 'places', shared.value),
		await dropView(db, ann, 'trails', kept.value)
	]).toEqual([
		{ ok: false, refusals: [{ field: 'view', reason: 'missing' }] },
		{ ok: false, refusals: [{ field: 'view', reason: 'not-yours' }] },
		{ ok: false, refusals: [{ field: 'view', reason: 'missing' }] }
	]);
	expect((await dropView(db, operator, 'places', shared.value)).ok).toBe(true);
	expect((await dropView(db, ann, 'places', kept.value)).ok).toBe(true);
	expect([await seen(), await seen(bob)]).toEqual([[], []]);
	const acts = (await db.select().from(audit).orderBy(audit.seq)).map(({ act }) => act);
	expect(acts).toEqual(['create', 'create', 'refuse', 'remove', 'remove']);
});
