import { beforeAll, describe, expect, test } from 'vitest';
import { ofParagraphs } from '$lib/domain/rich/rich';
import { emptyDb, NOON } from '$tests/make';
import type { Db } from './db/open';
import { assets, documents as table } from './db/schema';
import { write } from './db/write';
import * as documents from './documents';
import { indexDocument, piecesOf } from './documents/indexed';

let db: Db;

beforeAll(async () => {
	db = await emptyDb();
	const rows = [
		{
			id: 'd1',
			slug: 'one',
			titleZh: '廉洁文化阵地管理办法',
			number: '余廉〔2024〕3号',
			issuerZh: '甲办公室',
			issuerEn: 'Office A',
			date: '2024-03-05',
			file: 'pdf',
			fileText: '第一条　阵地由镇街负责。'
		},
		{
			id: 'd2',
			slug: 'two',
			titleZh: '展馆开放通知',
			issuerZh: '甲办公室',
			date: '2025-01-02',
			bodyZh: ofParagraphs(['预约参观。'])
		},
		{ id: 'd3', slug: 'three', titleZh: '志愿讲解通知', issuerZh: '乙办公室', date: '2025-06-30' },
		{ id: 'd4', slug: 'four', titleZh: '无日期的通知' },
		{
			id: 'd5',
			slug: 'later',
			titleZh: '明日通知 canary',
			publishedAt: NOON + 60_000,
			issuerZh: '甲办公室',
			date: '2026-01-01'
		},
		{
			id: 'd6',
			slug: 'draft',
			titleZh: '草稿通知 canary',
			publishedAt: null,
			issuerZh: '丙办公室',
			date: '2023-01-01'
		}
	];
	await write(db, async (tx) => {
		await tx.insert(assets).values({
			id: 'pdf',
			form: 'document',
			originalName: 'a.pdf',
			sha256: '1'.repeat(64),
			key: 'library/11/a.pdf',
			type: 'application/pdf',
			bytes: 1234
		});
		for (const row of rows) {
			await tx.insert(table).values({ validity: 'in-force', publishedAt: NOON, ...row });
			await indexDocument(tx, row.id);
		}
	});
});

const everything = { at: NOON, q: '', issuer: null, year: null };
const slugs = async (over: Partial<documents.DocumentAsk> = {}) =>
	(await documents.list(db, { ...everything, ...over, limit: 20 })).documents.map(
		({ slug }) => slug
	);

describe('the list of documents', () => {
	test('begins with the latest and ends with those without a date', async () => {
		expect(await slugs()).toEqual(['three', 'two', 'one', 'four']);
		expect((await documents.list(db, { ...everything, limit: 1, offset: 1 })).total).toBe(4);
	});

	test('is narrowed by number, title, text of page and PDF, issuer and year', async () => {
		expect(await slugs({ q: '余廉〔2024〕3号' })).toEqual(['one']);
		expect(await slugs({ q: '镇街负责' })).toEqual(['one']);
		expect(await slugs({ q: '预约' })).toEqual(['two']);
		expect(await slugs({ q: '通知' })).toEqual(['three', 'two', 'four']);
		expect(await slugs({ issuer: '甲办公室' })).toEqual(['two', 'one']);
		expect(await slugs({ year: '2025', q: '通知', issuer: '乙办公室' })).toEqual(['three']);
		expect(await slugs({ q: '没有的词' })).toEqual([]);
		expect(await slugs({ q: "'; DROP TABLE documents; --" })).toEqual([]);
	});

	test('counts issuers and years as the rest of the question leaves them', async () => {
		expect(await documents.facets(db, everything)).toEqual({
			issuers: [
				{ issuer: { zh: '甲办公室', en: 'Office A' }, count: 2 },
				{ issuer: { zh: '乙办公室', en: null }, count: 1 }
			],
			years: [
				{ year: '2025', count: 2 },
				{ year: '2024', count: 1 }
			]
		});
		const asked = await documents.facets(db, { ...everything, issuer: '乙办公室', year: '2025' });
		expect(asked.issuers.map(({ count }) => count)).toEqual([1, 1]);
		expect(asked.years).toEqual([{ year: '2025', count: 1 }]);
	});

	test('never shows, counts or finds what is not published', async () => {
		for (const q of ['', 'canary', '明日'])
			expect(
				JSON.stringify(await documents.list(db, { ...everything, q, limit: 20 }))
			).not.toContain('canary');
		expect(await documents.bySlug(db, 'later', NOON)).toBeNull();
		expect(await documents.bySlug(db, 'draft', NOON)).toBeNull();
		expect((await documents.bySlug(db, 'later', NOON + 60_000))?.slug).toBe('later');
		expect(await slugs({ at: NOON + 60_000, q: 'canary' })).toEqual(['later']);
		expect(JSON.stringify(await documents.facets(db, everything))).not.toMatch(/丙|2026|2023/);
	});

	test('opens a document with its file and its words', async () => {
		const found = await documents.bySlug(db, 'one', NOON);
		expect(found).toMatchObject({
			number: '余廉〔2024〕3号',
			file: { address: '/files/library/11/a.pdf', bytes: 1234 },
			words: '第一条　阵地由镇街负责。',
			cut: false
		});
	});
});

test('a long text comes to the index in pieces that overlap and lose nothing', () => {
	const text = Array.from({ length: 9000 }, (_, at) => `第${at}条`).join('');
	const pieces = piecesOf(text);
	expect(pieces.length).toBe(3);
	expect(pieces.every((piece) => piece.length <= 20_000)).toBe(true);
	expect(pieces.map((piece, at) => (at ? piece.slice(40) : piece)).join('')).toBe(text);
	expect(piecesOf('')).toEqual([]);
});
