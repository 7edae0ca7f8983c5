import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
	append,
	consistencyProof,
	emptyFrontier,
	inclusionProof,
	leafHash,
	nodeHash,
	root,
	split
} from './merkle';
import type { Hash } from './merkle';
import { consistent, included } from './proof';

const sha256: Hash = (bytes) => createHash('sha256').update(bytes).digest();
const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex');

/** Merkle tree hash exactly as RFC 6962 §2.1 writes it down. */
function naive(leaves: Uint8Array[]): Uint8Array {
	if (leaves.length === 0) return sha256(new Uint8Array());
	if (leaves.length === 1) return leaves[0]!;
	const k = split(leaves.length);
	return nodeHash(sha256, naive(leaves.slice(0, k)), naive(leaves.slice(k)));
}

/** The eight leaves and roots by size of the test vectors of RFC 6962’s reference implementation. */
const data = [
	'',
	'00',
	'10',
	'2021',
	'3031',
	'40414243',
	'5051525354555657',
	'606162636465666768696a6b6c6d6e6f'
];
const roots = [
	'6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
	'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125',
	'aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77',
	'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
	'4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4',
	'76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef',
	'ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c',
	'5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328'
];
const leaves = data.map((text) => leafHash(sha256, Buffer.from(text, 'hex')));
const grown = (all: Uint8Array[]) =>
	all.reduce((tree, leaf) => append(sha256, tree, leaf), emptyFrontier);
const among = (all: Uint8Array[]) => async (start: number, end: number) =>
	naive(all.slice(start, end));
const many = fc
	.array(fc.uint8Array({ maxLength: 9 }), { minLength: 1, maxLength: 70 })
	.map((all) => all.map((bytes) => leafHash(sha256, bytes)));

describe('the Merkle tree', () => {
	it('has the roots of the published test vectors', () => {
		expect(roots.map((_, at) => hex(root(sha256, grown(leaves.slice(0, at + 1)))))).toEqual(roots);
		expect(hex(root(sha256, emptyFrontier))).toBe(
			'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855'
		);
	});

	it('has the proofs of the published test vectors', async () => {
		const inclusion = await inclusionProof(5, 8, among(leaves));
		expect(inclusion.map(hex)).toEqual([
			'bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b',
			'ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0',
			'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7'
		]);
		const consistency = await consistencyProof(6, 8, among(leaves));
		expect(consistency.map(hex)).toEqual([
			'0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a',
			'ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0',
			'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7'
		]);
	});

	it('grown leaf by leaf is the tree of the definition, whatever its size', () => {
		fc.assert(
			fc.property(many, (all) => {
				expect(hex(root(sha256, grown(all)))).toBe(hex(naive(all)));
			})
		);
	});

	it('proves every leaf to be in it, and no other leaf, place or root', async () => {
		await fc.assert(
			fc.asyncProperty(many, fc.nat(), fc.nat(), async (all, a, b) => {
				const [index, other] = [a % all.length, b % all.length];
				const proof = await inclusionProof(index, all.length, among(all));
				const top = naive(all);
				const holds = (leaf: Uint8Array, at: number, r = top, p = proof) =>
					included(sha256, { leaf, index: at, size: all.length, proof: p, root: r });
				expect(holds(all[index]!, index)).toBe(true);
				expect(holds(sha256(all[index]!), index)).toBe(false);
				expect(holds(all[index]!, index, sha256(top))).toBe(false);
				expect(holds(all[index]!, all.length)).toBe(false);
				expect(holds(all[index]!, index, top, [...proof, top])).toBe(false);
				if (proof.length) expect(holds(all[index]!, index, top, proof.slice(1))).toBe(false);
				if (hex(all[other]!) !== hex(all[index]!)) expect(holds(all[index]!, other)).toBe(false);
			})
		);
	});

	it('proves every earlier tree to be its beginning, and no other tree', async () => {
		await fc.assert(
			fc.asyncProperty(many, fc.nat(), async (all, a) => {
				const from = 1 + (a % all.length);
				const proof = await consistencyProof(from, all.length, among(all));
				const earlier = naive(all.slice(0, from));
				const given = { from, to: all.length, proof, earlier, later: naive(all) };
				expect(consistent(sha256, given)).toBe(true);
				expect(consistent(sha256, { ...given, earlier: sha256(earlier) })).toBe(false);
				expect(consistent(sha256, { ...given, later: sha256(earlier) })).toBe(false);
				expect(consistent(sha256, { ...given, proof: [...proof, earlier] })).toBe(false);
			})
		);
	});
});
