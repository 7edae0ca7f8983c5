import { describe, expect, it } from 'vitest';
import { NOON } from '$tests/make';
import { audit, words } from '../db/schema';
import { addWord, importWords, listWords, plantWords, removeWord, switchWord } from './word-list';
import { readWords, tableOf } from './word-table';
import { operator, by, db, page, said, names } from '$tests/worlds/studio-check';

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
