import { createHash, createPublicKey, verify } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { Hash } from './merkle';
import { keyText, openNote, readKey } from './note';

const sha256: Hash = (bytes) => createHash('sha256').update(bytes).digest();
const signedBy = (key: Uint8Array) => (text: string, signature: Uint8Array) =>
	verify(
		null,
		Buffer.from(text),
		createPublicKey({
			key: { kty: 'OKP', crv: 'Ed25519', x: Buffer.from(key).toString('base64url') },
			format: 'jwk'
		}),
		signature
	);

/** Key of the example in golang.org/x/mod/sumdb/note. */
const PETER = 'PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW';

describe('a signed note', () => {
	it('reads the verifier keys of others and writes them the same', () => {
		const key = readKey(sha256, PETER)!;
		expect([key.name, keyText(key, key.key)]).toEqual(['PeterNeumann', PETER]);
		expect(readKey(sha256, PETER.replace('c74f20a3', 'c74f20a4'))).toBe(null);
		expect(readKey(sha256, PETER.replace('Peter', 'Petra'))).toBe(null);
		expect(readKey(sha256, '')).toBe(null);
	});

	it('has a signature that is checked as others made it', () => {
		// The signed text of that example; it is no checkpoint, so only its signature is looked at.
		const key = readKey(sha256, PETER)!;
		const text =
			"If you think cryptography is the answer to your problem,\nthen you don't know what your problem is.\n";
		const signature = Buffer.from(
			'x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=',
			'base64'
		).subarray(4);
		expect(signedBy(key.key)(text, signature)).toBe(true);
		expect(signedBy(key.key)(text.replace('you', 'I'), signature)).toBe(false);
	});

	it('that is malformed is no checkpoint', () => {
		const key = readKey(sha256, PETER)!;
		const root = Buffer.alloc(32).toString('base64');
		const line = `— PeterNeumann ${Buffer.from([...key.id, ...Buffer.alloc(64)]).toString('base64')}`;
		const open = (note: string) => openNote(note, key, () => true);
		expect(open(`PeterNeumann\n7\n${root}\n\n${line}\n`)).toEqual({
			origin: 'PeterNeumann',
			size: 7,
			root
		});
		for (const broken of [
			'',
			'\n\n',
			`PeterNeumann\n07\n${root}\n\n${line}\n`,
			`PeterNeumann\n-7\n${root}\n\n${line}\n`,
			`Someone\n7\n${root}\n\n${line}\n`,
			`PeterNeumann\n7\n${root.slice(4)}\n\n${line}\n`,
			`PeterNeumann\n7\n${root}\n\n`,
			`PeterNeumann\n7\n${root}\n\n${line.slice(0, -8)}\n`,
			`PeterNeumann\n7\n${root}\n${line}\n`
		])
			expect(open(broken)).toBe(null);
	});
});
