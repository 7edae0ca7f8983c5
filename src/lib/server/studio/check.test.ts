import { readdirSync } from 'node:fs';
import { join, relative } from 'node:path';
import { eq } from 'drizzle-orm';
import { beforeEach, describe, expect, it } from 'vitest';
import { always } from '$lib/domain/check/addresses';
import type { By, Who } from '$lib/domain/people/who';
import type { Content } from '$lib/domain/studio/field';
import type { Noun } from '$lib/domain/studio/noun';
import { anEdition } from '$tests/contests';
import { emptyDb, NOON, place, putAll } from '$tests/make';
import { sample as someone } from '$tests/people';
import type { Db } from '../db/open';
import { assets, audit, items, people, versions, words } from '../db/schema';
import { write } from '../db/write';
import { putSetting } from '../site';
import { answeredOf, checked } from './check';
import { enterAll } from './enter';
import { maskNumbers } from './mask';
import { panelOf } from './panel';
import { queueOf } from './queue';
import { approve, sendBack, submit, trash, withdraw } from './review';
import { save } from './save';
import { addWord, importWords, listWords, plantWords, removeWord, switchWord } from './word-list';
import { readWords, tableOf } from './word-table';

const HOUR = 3_600_000;
const editor = someone('editor', 'editor');
const operator = someone('operator', 'operator');
const approvers = ['ann', 'bob', 'cat'].map((id) => someone(id, 'approver'));
const by = (who: Who, now = NOON): By => ({ who, address: null, now });

let db: Db;
beforeEach(async () => {
	db = await emptyDb();
});

const paragraph = (...content: unknown[]) => ({
	type: 'doc',
	content: [{ type: 'paragraph', content }]
});
const page = (slug: string, ...content: unknown[]) => ({
	slug,
	title: { zh: slug },
	body: { zh: paragraph(...content) }
});
const said = (text: string, href?: string) => ({
	type: 'text',
	text,
	...(href ? { marks: [{ type: 'link', attrs: { href } }] } : {})
});

async function saved(content: object, noun: Noun = 'pages', who = editor): Promise<string> {
	const result = await save(db, by(who), noun, { id: null, base: 0, content });
	if (!result.ok) throw new Error(JSON.stringify(result));
	return result.id;
}
const names = async (noun: Noun, content: object) =>
	(await checked(db, noun, 'x', content as Content)).found.map(({ check }) => check);

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
			.filter((path) => !path.includes('.json') && !path.endsWith('/suggest'));
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

describe('the word list', () => {
	it('is found in texts, follows every change, and is shipped once', async () => {
		await plantWords(db, NOON);
		const content = page('x-page', said('房屋修茸一新，微笑服务'));
		expect(await names('pages', content)).toEqual(['word-wrong']);
		const entry = {
			word: '微笑',
			suggestion: null,
			note: null,
			sort: 'sensitive',
			severity: 'error',
			scope: 'pages'
		} as const;
		const added = await addWord(db, by(operator), entry);
		expect(await names('pages', content)).toEqual(['word-sensitive', 'word-wrong']);
		const id = added.ok ? added.value : '';
		expect(await addWord(db, by(operator), entry)).toEqual({
			ok: false,
			refusals: [{ field: 'word', reason: 'taken' }]
		});
		await switchWord(db, by(operator), id, false);
		expect(await names('pages', content)).toEqual(['word-wrong']);
		await switchWord(db, by(operator), id, true);
		await removeWord(db, by(operator), id);
		const [wrong] = (await listWords(db, { q: '修茸', page: 1 })).words;
		await removeWord(db, by(operator), wrong!.id);
		await plantWords(db, NOON);
		expect(await names('pages', content)).toEqual([]);
		expect((await removeWord(db, by(operator), id)).ok).toBe(false);
	});

	it('is read from a table, all of it or nothing, in the encodings of offices', async () => {
		const good = readWords(Buffer.from('\ufeffword,suggestion\n修茸,修葺\n\n"a,b",c\n'));
		expect(good.ok && good.value.map(({ word, suggestion }) => [word, suggestion])).toEqual([
			['修茸', '修葺'],
			['a,b', 'c']
		]);
		const bad = readWords(Buffer.from('word,sort\n对,wrong\n,wrong\n错,rude\n'));
		expect(!bad.ok && bad.refusals).toEqual([
			{ field: 'word', reason: 'required', detail: { row: 3 } },
			{ field: 'sort', reason: 'not-a-choice', detail: { row: 4 } }
		]);
		for (const broken of ['', 'title\nx', 'word\n"open', 'word\n\0'])
			expect(readWords(Buffer.from(broken)).ok, broken).toBe(false);
		if (!good.ok) throw new Error();
		expect(await importWords(db, by(operator), good.value)).toEqual({
			ok: true,
			value: { added: 2, changed: 0 }
		});
		expect(await importWords(db, by(operator), good.value)).toEqual({
			ok: true,
			value: { added: 0, changed: 2 }
		});
		const acts = (await db.select().from(audit)).map(({ act, noun }) => `${act} ${noun}`);
		expect(acts).toEqual(['import words', 'import words']);
	});

	it('goes out so that a spreadsheet runs nothing, and comes back the same', async () => {
		const entries = readWords(Buffer.from('word,note\n=cmd(),@x\n"引""号",a\n'));
		if (!entries.ok) throw new Error();
		await importWords(db, by(operator), entries.value);
		const table = tableOf(await db.select().from(words));
		expect(table.split('\r\n').some((line) => /(^|,)"?[=@+-]/.test(line))).toBe(false);
		const back = readWords(Buffer.from(table));
		expect(back.ok && back.value.map(({ word, note }) => [word, note]).sort()).toEqual([
			['=cmd()', '@x'],
			['引"号', 'a']
		]);
	});

	it('refuses more words than it can hold, and keeps what it held', async () => {
		const entries = Array.from({ length: 50_001 }, (_, index) => ({
			word: `词${index}`,
			suggestion: null,
			note: null,
			sort: 'wrong' as const,
			severity: 'warning' as const,
			scope: 'all' as const
		}));
		expect(await importWords(db, by(operator), entries)).toEqual({
			ok: false,
			refusals: [{ field: 'file', reason: 'too-many' }]
		});
		expect((await listWords(db, { q: '', page: 1 })).total).toBe(0);
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
