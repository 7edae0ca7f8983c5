import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import * as en from './en/audit-acts';
import * as zh from './zh/audit-acts';

const root = join(import.meta.dirname, '..', '..', '..');
const sources = ['src/lib/server', 'src/routes', 'scripts'].flatMap((folder) =>
	readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
		.filter((file) => /\.ts$/.test(file) && !/\.test\.ts$|^bench/.test(file))
		.map((file) => readFileSync(join(root, folder, file), 'utf8'))
);

/** Words quoted in what is recorded under a key, as far as they are written out in the call. */
function recorded(key: 'act' | 'noun'): string[] {
	const found = sources.flatMap((text) =>
		[...text.matchAll(/\brecord\(\s*\w+,[^;]{0,400}/g)].flatMap(([call]) => {
			const value = new RegExp(`\\b${key}: ([^,\\n]{1,120})`).exec(call)?.[1] ?? '';
			return [...value.matchAll(/'([a-z][a-z-]*)'/g)].map((match) => match[1]!);
		})
	);
	// Acts handed on to a function that records: changed(tx, by, …, 'grant', …).
	const handed = sources.flatMap((text) =>
		[...text.matchAll(/\bchanged\(tx, [^;']{0,80}'([a-z-]+)'/g)].map((match) => match[1]!)
	);
	return [...new Set(key === 'act' ? [...found, ...handed] : found)];
}

describe('the words of the audit', () => {
	it('know every act and every kind of thing that is recorded', () => {
		expect(recorded('act').length).toBeGreaterThan(30);
		// Some acts are told of one kind of thing only: `kind.act`.
		const told = new Set(Object.keys(zh.acts).map((key) => key.split('.').at(-1)!));
		expect(recorded('act').filter((act) => !told.has(act))).toEqual([]);
		expect(recorded('noun').filter((noun) => !zh.nouns[noun])).toEqual([]);
	});

	it('are the same in both languages', () => {
		for (const room of ['acts', 'nouns', 'machines', 'fields', 'values'] as const)
			expect(Object.keys(en[room]).sort()).toEqual(Object.keys(zh[room]).sort());
	});
});
