import { readdirSync } from 'node:fs';
import { join, relative } from 'node:path';
import { eq } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import { always } from '$lib/domain/check/addresses';
import type { Who } from '$lib/domain/people/who';
import { anEdition } from '$tests/contests';
import { NOON, place, putAll } from '$tests/make';
import { sample as someone } from '$tests/people';
import { assets, items, people, versions } from '../db/schema';
import { write } from '../db/write';
import { putSetting } from '../site';
import { answeredOf } from './check';
import { enterAll } from './enter';
import { maskNumbers } from './mask';
import { panelOf } from './panel';
import { queueOf } from './queue';
import { approve, sendBack, submit, trash, withdraw } from './review';
import {
	HOUR,
	editor,
	approvers,
	by,
	db,
	page,
	said,
	saved,
	names
} from '$tests/worlds/studio-check';

describe('links inside', () => {
	const root = join(import.meta.dirname, '..', '..', '..', 'routes');
	const routes = readdirSync(root, { recursive: true, withFileTypes: true })
		.filter(({ name }) => name === '+page.svelte' || name === '+server.ts')
		.map(({ parentPath }) => relative(root, parentPath));
	const address = (route: string) =>
		`/${route
			.split('/')
			.filter((part) => !/^\(.*\)$/.test(part))
			.join('/')}`.replace('[x+2e]', '.');

	it('know every public page that needs no name', () => {
		const known = routes
			.filter((route) => route.startsWith('(public)') && !route.includes('['))
			.map(address)
			.filter((path) => !/\.js(?:on)?\b/.test(path) && !path.endsWith('/suggest'));
		expect(known.length).toBeGreaterThan(8);
		expect(known.filter((path) => !always.has(path))).toEqual([]);
	});

	it('know none that is not there', () => {
		const there = new Set(routes.map(address));
		expect([...always].filter((path) => !there.has(path))).toEqual([]);
	});

	it('to a contest or an edition are alive while the public sees it', async () => {
		const { contestSlug, slug } = await anEdition(db);
		const path = `/contests/${contestSlug}/${slug}`;
		const asked = [`/contests/${contestSlug}`, path, `${path}x`, '/contests/none'];
		expect([...(await answeredOf(db, asked))]).toEqual([`/contests/${contestSlug}`, path]);
	});

	it('are alive when the public is answered there, not when only a draft is', async () => {
		await putAll(db, [place({ slug: 'hall' }), place({ slug: 'hidden', draft: true } as never)]);
		await saved(page('a-draft', said('x')));
		const asked = ['/', '/places/hall', '/places/hidden', '/pages/a-draft', '/nothing', '/files/x'];
		expect([...(await answeredOf(db, asked))]).toEqual(['/', '/places/hall']);
		expect(await names('pages', page('x-page', said('看', '/en/places/hall?x=1')))).toEqual([]);
		expect(await names('pages', page('x-page', said('看', '/places/hidden')))).toEqual([
			'link-dead'
		]);
	});

	it('to a file are alive while the file is in the library', async () => {
		const put = { form: 'document', originalName: 'a.pdf', sha256: 'x', type: 'application/pdf' };
		await write(db, (tx) =>
			tx.insert(assets).values({ ...put, id: 'a1', key: 'media/a1.pdf', bytes: 1 } as never)
		);
		const content = page('x-page', said('看', '/files/media/a1.pdf'));
		expect(await names('pages', content)).toEqual([]);
		await write(db, (tx) => tx.update(assets).set({ trashedAt: NOON }).where(eq(assets.id, 'a1')));
		expect(await names('pages', content)).toEqual(['link-dead']);
	});
});

describe('masking', () => {
	it('saves a draft without the numbers, which then may be submitted', async () => {
		const id = await saved(page('x-page', said('电话 13800138000')));
		expect((await maskNumbers(db, by(editor), 'pages', id, { number: 1 })).ok).toBe(true);
		const [row] = await db.select().from(versions).where(eq(versions.number, 2));
		expect(JSON.stringify(row!.content)).toContain('138****8000');
		expect((await submit(db, by(editor), 'pages', id, { number: 2 })).ok).toBe(true);
		expect(await maskNumbers(db, by(editor), 'pages', id, { number: 2 })).toEqual({
			ok: false,
			refusals: [{ field: '', reason: 'nothing-to-mask' }]
		});
	});
});

describe('a naming', () => {
	it('by a town never gets into review, by a county it does', async () => {
		await putAll(db, [place({ slug: 'hall' })]);
		await write(db, enterAll);
		const honour = (issuerRank: string) => ({
			title: { zh: '清廉村居' },
			place: 'hall',
			form: 'naming',
			level: 'district',
			issuerRank
		});
		const reasons = async (rank: string) => {
			const id = await saved(honour(rank), 'honours');
			const seen = (await panelOf(db, by(editor), 'honours', id))!.checked!.mark;
			const done = await submit(db, by(editor), 'honours', id, { number: 1, seen });
			return done.ok || ('refusals' in done && done.refusals.map(({ reason }) => reason));
		};
		expect(await reasons('town')).toEqual(['checks']);
		expect(await reasons('department')).toEqual(['checks']);
		expect(await reasons('county')).toBe(true);
	});
});

describe('what stood before the studio', () => {
	it('is withdrawn, passed again and public again under the same address', async () => {
		const [id] = await putAll(db, [place({ slug: 'hall' })]);
		await write(db, enterAll);
		await withdraw(db, by(editor), 'places', id!, { number: 0, comment: '核对' });
		const seen = async () => (await panelOf(db, by(editor), 'places', id!))!.checked!.mark;
		const given = { number: 0, seen: await seen() };
		expect((await submit(db, by(editor), 'places', id!, given)).ok).toBe(true);
		for (const who of approvers)
			expect((await approve(db, by(who), 'places', id!, given)).ok).toBe(true);
		expect((await panelOf(db, by(editor), 'places', id!))!.address).toBe('/places/hall');
	});

	it('goes into the trash only when nothing leans on it', async () => {
		const [id] = await putAll(db, [place({ slug: 'hall' })]);
		await write(db, enterAll);
		const honour = await saved(
			{ title: { zh: '荣誉' }, place: 'hall', form: 'honour', level: 'city' },
			'honours'
		);
		await withdraw(db, by(editor), 'places', id!, { number: 0, comment: '核对' });
		expect(await trash(db, by(editor), 'places', id!, { number: 0 })).toEqual({
			ok: false,
			refusals: [{ field: '', reason: 'still-used' }]
		});
		expect((await trash(db, by(editor), 'honours', honour, { number: 1 })).ok).toBe(true);
		expect((await trash(db, by(editor), 'places', id!, { number: 0 })).ok).toBe(true);
	});
});

it('the queue shows what waits for me first, and when it is late', async () => {
	await write(db, (tx) =>
		tx.insert(people).values({ id: 'editor', email: 'e@x.cn', name: '编辑' })
	);
	const ids: string[] = [];
	for (const [slug, late] of [
		['first-page', 80],
		['second-page', 2],
		['third-page', 1]
	] as const) {
		const id = await saved(page(slug, said('x')));
		await submit(db, by(editor, NOON - late * HOUR), 'pages', id, { number: 1 });
		ids.push(id);
	}
	const [ann, bob] = approvers as [Who, Who];
	await approve(db, by(ann), 'pages', ids[1]!, { number: 1 });
	const look = async (who: Who, view: 'mine' | 'all' | 'returned', overdue = false) => {
		const queue = await queueOf(db, by(who), { view, noun: null, overdue });
		return { list: queue.waiting.map(({ titleZh }) => titleZh), counts: queue.counts };
	};
	expect(await look(ann, 'mine')).toEqual({
		list: ['first-page', 'third-page'],
		counts: { mine: 2, all: 3, scheduled: 0, returned: 0 }
	});
	expect((await look(ann, 'all')).list).toEqual(['first-page', 'third-page', 'second-page']);
	expect((await look(bob, 'mine')).list).toEqual(['first-page', 'second-page', 'third-page']);
	expect((await look(bob, 'mine', true)).list).toEqual(['first-page']);
	await write(db, (tx) => putSetting(tx, 'review.days', 4));
	expect((await look(bob, 'mine', true)).list).toEqual([]);
	await write(db, (tx) => putSetting(tx, 'review.days', null));
	expect((await look(editor, 'mine')).list).toEqual([]);
	await sendBack(db, by(bob), 'pages', ids[2]!, { number: 1, comment: '再改' });
	expect((await look(editor, 'returned')).list).toEqual(['third-page']);
	expect((await look(bob, 'returned')).list).toEqual([]);
	expect((await look(someone('x', 'citizen'), 'all')).list).toEqual([]);
	expect((await db.select().from(items)).length).toBe(3);
});
