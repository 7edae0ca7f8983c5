import { randomBytes } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { holdKey, keyFor, openKeys, seal, unseal } from './keys';

let folder: string;
beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'liantu-keys-'))));
afterEach(() => rmSync(folder, { recursive: true }));

describe('the sealing key', () => {
	it('is made once, for its owner only, and kept', () => {
		openKeys(folder);
		const file = join(folder, 'keys', 'seal.key');
		const first = readFileSync(file);
		const sealed = seal('secret', 'a');
		openKeys(folder);
		expect([
			statSync(file).mode & 0o777,
			first.length,
			readFileSync(file).equals(first),
			unseal(sealed, 'a')
		]).toEqual([0o600, 32, true, 'secret']);
	});

	it('that is broken stops the start instead of being replaced', () => {
		openKeys(folder);
		writeFileSync(join(folder, 'keys', 'seal.key'), 'short');
		expect(() => openKeys(folder)).toThrow('is not a key of 32 bytes');
	});

	it('gives every purpose a key of its own', () => {
		holdKey(randomBytes(32));
		expect(keyFor('a').equals(keyFor('b'))).toBe(false);
		expect(keyFor('a').equals(keyFor('a'))).toBe(true);
	});
});

describe('what is sealed', () => {
	beforeEach(() => holdKey(randomBytes(32)));

	it('opens under its own context only', () => {
		const sealed = seal('JBSWY3DPEHPK3PXP', 'totp:one');
		expect([unseal(sealed, 'totp:one'), unseal(sealed, 'totp:two')]).toEqual([
			'JBSWY3DPEHPK3PXP',
			null
		]);
	});

	it('never opens after a single changed character, nor with another key', () => {
		const sealed = seal('文字', 'c');
		for (let at = 3; at < sealed.length - 1; at++) {
			const other = sealed[at] === 'A' ? 'B' : 'A';
			expect(unseal(sealed.slice(0, at) + other + sealed.slice(at + 1), 'c')).toBe(null);
		}
		holdKey(randomBytes(32));
		expect(unseal(sealed, 'c')).toBe(null);
	});

	it('looks different each time, and nonsense is refused without a word', () => {
		expect(seal('a', 'c')).not.toBe(seal('a', 'c'));
		expect(['', 'v1.', 'v1.AAAA', 'a.b', 'v2.x'].map((text) => unseal(text, 'c'))).toEqual([
			null,
			null,
			null,
			null,
			null
		]);
	});
});
