import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'drizzle-orm';
import { afterAll, expect, test } from 'vitest';
import { clean } from '$lib/domain/rich/clean';
import { richShape } from '$lib/domain/rich/rich-shape';
import { close, open } from './open';
import { articles } from './schema';

const folder = mkdtempSync(join(tmpdir(), 'liantu-bodies-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const migrations = join(import.meta.dirname, '..', '..', '..', '..', 'drizzle');

/** The migrations as they were before there was a studio. */
function before(): string {
	const old = join(folder, 'drizzle');
	cpSync(migrations, old, { recursive: true });
	const journal = join(old, 'meta', '_journal.json');
	const { entries, ...rest } = JSON.parse(readFileSync(journal, 'utf8')) as { entries: unknown[] };
	writeFileSync(journal, JSON.stringify({ ...rest, entries: entries.slice(0, 3) }));
	return old;
}

test('plain bodies of articles become formatted texts of the same words', async () => {
	const url = `file:${join(folder, 'a.db')}`;
	const bodies: [zh: string, en: string | null][] = [
		['第一段“引号”。\n\n第二段\n同一段。\n\n\n\n第三段', 'One.\n\nTwo "quoted" \\ .'],
		['只有一段', null],
		['结尾有空行\r\n\r\n第二段\n\n', '']
	];
	const first = await open(url, { migrations: before() });
	const writer = first as unknown as { run(query: unknown): Promise<unknown> };
	for (const [at, [zh, en]] of bodies.entries())
		await writer.run(
			sql`INSERT INTO articles (id, slug, title_zh, body_zh, body_en, created_at, updated_at) VALUES (${`a${at}`}, ${`s${at}`}, '题', ${zh}, ${en}, 1, 1)`
		);
	close(first);

	const db = await open(url, { migrations });
	const rows = await db.select().from(articles).orderBy(articles.id);
	const paragraphs = rows.map(({ bodyZh, bodyEn }) =>
		[bodyZh, bodyEn].map((doc) =>
			doc?.content.map((block) => {
				if (block.type !== 'paragraph') throw new Error(block.type);
				return block.content?.map((part) => (part.type === 'text' ? part.text : ''));
			})
		)
	);
	expect(paragraphs).toEqual([
		[
			[['第一段“引号”。'], ['第二段 同一段。'], ['第三段']],
			[['One.'], ['Two "quoted" \\ .']]
		],
		[[['只有一段']], undefined],
		[[['结尾有空行'], ['第二段']], undefined]
	]);
	for (const { bodyZh, kind, pinned } of rows) {
		expect(richShape.parse(bodyZh)).toEqual(clean(bodyZh));
		expect([kind, pinned]).toEqual(['news', false]);
	}
	close(db);
});
