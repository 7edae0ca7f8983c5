import { describe, expect, it } from 'vitest';
import type { Content } from '$lib/domain/studio/field';
import { ofParagraphs } from '$lib/domain/rich/rich';
import { emptyDb, NOON, place, putAll } from '$tests/make';
import { assets, documents as documentTable } from '../../db/schema';
import type { Db } from '../../db/open';
import { write } from '../../db/write';
import * as articles from '../../articles';
import { find, understand } from '../../search';
import { keeper as article } from './articles';
import { keeper as document } from './documents';

const told: Content = article.shape.parse({
	slug: 'hall-opens',
	title: { zh: '展馆开放', en: 'The hall opens' },
	body: { zh: ofParagraphs(['竹林深处。']), en: null },
	place: 'hall',
	sourceName: '余杭晨报',
	sourceUrl: 'https://example.cn/a',
	originalTitle: '旧题',
	author: '某单位',
	repost: true,
	pinned: true
}) as Content;

const paper: Content = document.shape.parse({
	slug: 'rules',
	title: { zh: '办法' },
	number: '余廉〔2024〕3号',
	issuer: { zh: '某办公室' },
	validity: 'in-force',
	date: '2024-03-05',
	validFrom: '2024-04-01',
	validUntil: '2029-03-31',
	body: { zh: ofParagraphs(['第一条']) },
	file: 'pdf-1'
}) as Content;

const hits = async (db: Db, q: string, at = NOON) => {
	const ruled = await understand(db, q, ['article', 'document'], at);
	const match = ruled.ok ? ruled.value?.match : null;
	if (!match) return [];
	const { hits } = await find(db, match, { among: ['article', 'document'], at, limit: 9 });
	return hits.map(({ subject, id }) => `${subject} ${id}`);
};

describe('an article', () => {
	it('comes back from its tables as it was put there, without a loss', async () => {
		const db = await emptyDb();
		await putAll(db, [place({ slug: 'hall' })]);
		await write(db, (tx) => article.put(tx, 'a1', told, NOON));
		const back = await article.read(db, 'a1');
		expect(article.shape.parse(back)).toEqual(
			article.shape.parse({
				...told,
				title: { zh: '展馆开放', en: 'The hall opens' },
				summary: null,
				source: null
			})
		);
	});

	it('keeps its day of publication when it is published again, and is found by its words', async () => {
		const db = await emptyDb();
		await putAll(db, [place({ slug: 'hall' })]);
		await write(db, (tx) => article.put(tx, 'a1', told, NOON));
		await write(db, (tx) =>
			article.put(
				tx,
				'a1',
				{ ...told, body: { zh: ofParagraphs(['溪边。']), en: null } } as unknown as Content,
				NOON + 5
			)
		);
		expect((await articles.bySlug(db, 'hall-opens', NOON))?.publishedAt).toBe(NOON);
		expect(await hits(db, '溪边')).toEqual(['article a1']);
		expect(await hits(db, '竹林')).toEqual([]);
		expect(await hits(db, '旧题')).toEqual(['article a1']);
	});

	it('is gone from page, list and search when it is withdrawn', async () => {
		const db = await emptyDb();
		await putAll(db, [place({ slug: 'hall' })]);
		await write(db, (tx) => article.put(tx, 'a1', told, NOON));
		await write(db, (tx) => article.withdraw(tx, 'a1', NOON));
		expect(await articles.bySlug(db, 'hall-opens', NOON)).toBeNull();
		expect((await articles.list(db, { at: NOON, limit: 9 })).total).toBe(0);
		expect(await hits(db, '竹林')).toEqual([]);
		expect(await article.read(db, 'a1')).not.toBeNull();
	});

	it('is not shown, listed or found from the moment it expires', async () => {
		const db = await emptyDb();
		await putAll(db, [place({ slug: 'hall' })]);
		await write(db, async (tx) => {
			await article.put(tx, 'a1', told, NOON);
			await article.until!(tx, 'a1', NOON + 60_000);
		});
		const seen = async (at: number) => [
			!!(await articles.bySlug(db, 'hall-opens', at)),
			(await articles.list(db, { at, limit: 9 })).total,
			(await articles.countKinds(db, at)).length,
			(await hits(db, '竹林', at)).length
		];
		expect(await seen(NOON + 59_999)).toEqual([true, 1, 1, 1]);
		expect(await seen(NOON + 60_000)).toEqual([false, 0, 0, 0]);
	});

	it('stands first in lists that ask for it when it is pinned', async () => {
		const db = await emptyDb();
		await putAll(db, [place({ slug: 'hall' })]);
		await write(db, async (tx) => {
			await article.put(tx, 'a1', told, NOON - 9);
			await article.put(tx, 'a2', { ...told, slug: 'newer', pinned: false }, NOON);
		});
		const order = async (pinned: boolean) =>
			(await articles.list(db, { at: NOON, limit: 9, pinned })).articles.map(({ id }) => id);
		expect(await order(true)).toEqual(['a1', 'a2']);
		expect(await order(false)).toEqual(['a2', 'a1']);
	});

	it('is refused when its address is taken or its place does not exist', async () => {
		const db = await emptyDb();
		await putAll(db, [place({ slug: 'hall' })]);
		await write(db, (tx) => article.put(tx, 'a1', told, NOON));
		expect(await article.check(db, 'a2', { ...told, place: 'nowhere' })).toEqual([
			{ field: 'slug', reason: 'taken' },
			{ field: 'place', reason: 'no-such', detail: { slug: 'nowhere' } }
		]);
		expect(await article.check(db, 'a1', told)).toEqual([]);
	});
});

describe('a document', () => {
	const pdf = {
		id: 'pdf-1',
		form: 'document' as const,
		originalName: 'a.pdf',
		sha256: '0'.repeat(64),
		key: 'library/00/a.pdf',
		type: 'application/pdf',
		bytes: 9
	};

	it('comes back from its table as it was put there', async () => {
		const db = await emptyDb();
		await write(db, (tx) => document.put(tx, 'd1', paper, NOON));
		expect(document.shape.parse(await document.read(db, 'd1'))).toEqual(
			document.shape.parse({
				...paper,
				title: { zh: '办法', en: null },
				issuer: { zh: '某办公室', en: null },
				summary: null,
				source: null,
				body: { ...(paper.body as object), en: null }
			})
		);
	});

	it('is found by number, issuer and text, and not once withdrawn', async () => {
		const db = await emptyDb();
		await write(db, (tx) => document.put(tx, 'd1', paper, NOON));
		for (const q of ['办法', '余廉〔2024〕3号', '某办公室', '第一条'])
			expect(await hits(db, q)).toEqual(['document d1']);
		await write(db, (tx) => document.withdraw(tx, 'd1', NOON));
		expect(await hits(db, '办法')).toEqual([]);
	});

	it('needs a file that is a document of the library', async () => {
		const db = await emptyDb();
		expect(await document.check(db, 'd1', paper)).toEqual([
			{ field: 'file', reason: 'no-such', detail: { slug: 'pdf-1' } }
		]);
		await write(db, (tx) => tx.insert(assets).values(pdf));
		expect(await document.check(db, 'd1', paper)).toEqual([]);
	});

	it('forgets the words of a file it no longer has', async () => {
		const db = await emptyDb();
		await write(db, async (tx) => {
			await document.put(tx, 'd1', paper, NOON);
			await tx.update(documentTable).set({ fileText: '旧文', fileRead: 'x' });
			await document.put(tx, 'd1', paper, NOON);
		});
		const text = async () => (await db.select().from(documentTable))[0]?.fileText;
		expect(await text()).toBe('旧文');
		await write(db, (tx) => document.put(tx, 'd1', { ...paper, file: null }, NOON));
		expect(await text()).toBeNull();
	});

	it('cannot end before it begins', () => {
		expect(document.shape.safeParse({ ...paper, validUntil: '2024-03-31' }).success).toBe(false);
	});
});
