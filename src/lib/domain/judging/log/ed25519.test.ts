import { generateKeyPairSync, sign, verify } from 'node:crypto';
import { sha512 } from '@noble/hashes/sha2.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { signedBy } from './ed25519';

const hex = (text: string) => Uint8Array.from(Buffer.from(text, 'hex'));

describe('a signature is checked in plain integers', () => {
	// RFC 8032 §7.1, tests 1 to 3.
	it.each([
		[
			'd75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a',
			'',
			'e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b'
		],
		[
			'3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c',
			'72',
			'92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00'
		],
		[
			'fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025',
			'af82',
			'6291d657deec24024827e69c3abe01a30ce548a284743a445e3680d7db5ac3ac18ff9b538d16f290ae67f760984dc6594a7c15e9716ed28dc027beceea1ec40a'
		]
	])('published vector of key %s holds', (key, message, signature) => {
		expect(signedBy(sha512, hex(key), hex(message), hex(signature))).toBe(true);
	});

	it('as the platform does, also for texts, keys and signatures with a bit turned', () => {
		const { publicKey, privateKey } = generateKeyPairSync('ed25519');
		const raw = publicKey.export({ format: 'der', type: 'spki' }).subarray(12);
		fc.assert(
			fc.property(
				fc.uint8Array({ maxLength: 200 }),
				fc.constantFrom('none', 'message', 'signature', 'key'),
				fc.nat(511),
				(message, where, bit) => {
					const signature = Uint8Array.from(sign(null, message, privateKey));
					const key = Uint8Array.from(raw);
					const turned = { none: new Uint8Array(), message: message.slice(), signature, key }[
						where
					];
					const said = where === 'message' ? turned : message;
					if (turned.length) turned[(bit >> 3) % turned.length]! ^= 1 << (bit & 7);
					const ours = signedBy(sha512, key, said, signature);
					expect(ours).toBe(where === 'key' ? false : verify(null, said, publicKey, signature));
				}
			),
			{ numRuns: 60 }
		);
	});

	it('never for a scalar as large as the order of the group, which would let one signature be two', () => {
		const { publicKey, privateKey } = generateKeyPairSync('ed25519');
		const key = publicKey.export({ format: 'der', type: 'spki' }).subarray(12);
		const message = Buffer.from('once');
		const signature = Uint8Array.from(sign(null, message, privateKey));
		const order = 2n ** 252n + 27742317777372353535851937790883648493n;
		let s = signature.slice(32).reduceRight((sum, byte) => (sum << 8n) | BigInt(byte), 0n) + order;
		for (let at = 32; at < 64; at++, s >>= 8n) signature[at] = Number(s & 255n);
		expect(signedBy(sha512, key, message, signature)).toBe(false);
	});
});
