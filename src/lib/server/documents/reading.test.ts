import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { eq } from 'drizzle-orm';
import { afterAll, describe, expect, it } from 'vitest';
import { emptyDb, NOON } from '$tests/make';
import { pdfWith } from '$tests/pdf';
import { assets, documents as table } from '../db/schema';
import type { Db } from '../db/open';
import { contentVersion, write } from '../db/write';
import type { PdfText } from '../media/pdf-text';
import * as documents from '../documents';
import { readFiles } from './reading';

const root = mkdtempSync(join(tmpdir(), 'liantu-reading-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));
mkdirSync(join(root, 'library', '00'), { recursive: true });

const signal = new AbortController().signal;
const file = 'library/00/a.pdf';

async function world(): Promise<Db> {
	const db = await emptyDb();
	writeFileSync(join(root, file), pdfWith([['阵地由镇街负责。']]));
	await write(db, async (tx) => {
		await tx.insert(assets).values({
			id: 'pdf',
			form: 'document',
			originalName: 'a.pdf',
			sha256: 'first',
			key: file,
			type: 'application/pdf',
			bytes: 9
		});
		const row = { titleZh: '办法', validity: 'in-force' as const, file: 'pdf' };
		await tx.insert(table).values([
			{ ...row, id: 'd1', slug: 'shown', publishedAt: NOON },
			{ ...row, id: 'd2', slug: 'draft', publishedAt: null }
		]);
	});
	return db;
}

const found = async (db: Db, q: string) =>
	(await documents.list(db, { at: NOON, q, issuer: null, year: null, limit: 9 })).documents.map(
		({ slug }) => slug
	);

describe('reading the files of documents', () => {
	it('lets published documents be found by the words of their PDF, and no others', async () => {
		const db = await world();
		expect(await found(db, '镇街')).toEqual([]);
		const before = await contentVersion(db);
		expect(await readFiles(db, root, { signal })).toBe(2);
		expect(await found(db, '镇街')).toEqual(['shown']);
		expect(await contentVersion(db)).toBeGreaterThan(before);
		expect((await documents.bySlug(db, 'shown', NOON))?.words).toBe('阵地由镇街负责。');
	});

	it('reads each file once, and again when it was replaced', async () => {
		const db = await world();
		await readFiles(db, root, { signal });
		expect(await readFiles(db, root, { signal })).toBe(0);
		writeFileSync(join(root, file), pdfWith([['改为展馆负责。']]));
		await write(db, (tx) => tx.update(assets).set({ sha256: 'second' }));
		expect(await readFiles(db, root, { signal })).toBe(2);
		expect(await found(db, '镇街')).toEqual([]);
		expect(await found(db, '展馆')).toEqual(['shown']);
	});

	it('does not come back to a file that has no words or is not there', async () => {
		const db = await world();
		const read = async (): Promise<PdfText> => ({ fault: 'locked' });
		expect(await readFiles(db, root, { signal, read })).toBe(2);
		expect(await readFiles(db, root, { signal, read })).toBe(0);
		await write(db, (tx) => tx.update(assets).set({ sha256: 'gone', key: 'library/00/b.pdf' }));
		expect(await readFiles(db, root, { signal, read })).toBe(0);
	});

	it('gives words to nobody who has another file by then', async () => {
		const db = await world();
		const read = async (): Promise<PdfText> => {
			await write(db, (tx) => tx.update(table).set({ file: null }).where(eq(table.id, 'd1')));
			return { text: '旧文', pages: 1 };
		};
		await readFiles(db, root, { signal, read });
		const rows = await db.select().from(table).where(eq(table.id, 'd1'));
		expect(rows[0]?.fileText).toBeNull();
	});
});
