import { mkdtempSync, rmSync, utimesSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { emptyDb, NOON } from '$tests/make';
import { noticed, objection } from '$tests/noticed';
import { objections } from './db/schema';
import { write } from './db/write';
import { forgetOld } from './retention';
import { FolderStorage } from './storage/folder';
import { readLetter, sweepLetters } from './letters';
import { fileObjection } from './judging/objections';

const DAY = 86_400_000;
let root: string;
beforeEach(() => {
	root = mkdtempSync(join(tmpdir(), 'letters-'));
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

it('a letter is a PDF, JPEG or PNG by its bytes, and of five megabytes at most', async () => {
	const read = async (bytes: Buffer | string, name = 'letter.pdf') => {
		const said = await readLetter(new File([new Uint8Array(Buffer.from(bytes))], name));
		return said.ok ? (said.value?.length ?? null) : said.refusals[0]!.reason;
	};
	const pdf = Buffer.from('%PDF-1.7\n1 0 obj\n<<>>\nendobj\n');
	expect(await read(pdf, 'anything.exe')).toBe(pdf.length);
	expect(await read('<html><script>alert(1)</script>')).toBe('letter-kind');
	expect(await read('<svg xmlns="http://www.w3.org/2000/svg"/>', 'a.png')).toBe('letter-kind');
	expect(await read(Buffer.alloc(5 * 1024 ** 2 + 1))).toBe('letter-size');
	expect(await read('')).toBe(null);
});

it('a letter that no objection names is removed after a day, and no other file with it', async () => {
	const db = await emptyDb();
	const notice = await noticed(db);
	const storage = new FolderStorage(root);
	const put = async (key: string, at: number) => {
		await storage.put(key, Readable.from([Buffer.from('x')]));
		utimesSync(join(root, key), at / 1000, at / 1000);
	};
	const old = NOON - 2 * DAY;
	await put('letters/named', old);
	await put('letters/orphan', old);
	await put('letters/young', NOON - DAY + 1);
	await put('films/a/original', old);
	await fileObjection(
		db,
		{ who: null, address: null, now: NOON },
		notice.id,
		objection(notice.round.entries[0]!.number),
		{ letter: { key: 'letters/named', sha256: 'x' }, locale: 'zh' }
	);
	expect(await sweepLetters(db, NOON, storage)).toEqual(['letters/orphan']);
	const left: string[] = [];
	for await (const { key } of storage.list('')) left.push(key);
	expect(left.toSorted()).toEqual(['films/a/original', 'letters/named', 'letters/young']);

	// Its own day comes half a year after the objection was answered, and takes the letter along.
	await write(db, (tx) => tx.update(objections).set({ forgetAt: NOON + 180 * DAY }));
	await forgetOld(db, NOON + 179 * DAY);
	expect(await sweepLetters(db, NOON + 179 * DAY, storage)).toEqual(['letters/young']);
	expect((await forgetOld(db, NOON + 181 * DAY)).objections).toBe(1);
	expect(await sweepLetters(db, NOON + 181 * DAY, storage)).toEqual(['letters/named']);
});
