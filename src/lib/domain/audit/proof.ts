import { nodeHash } from './merkle';
import type { Hash } from './merkle';

const same = (a: Uint8Array, b: Uint8Array): boolean =>
	a.length === b.length && a.every((byte, at) => byte === b[at]);

const even = (number: number): boolean => number % 2 === 0;
const half = (number: number): number => Math.floor(number / 2);

/** Whether `proof` shows `leaf` at `index` (from 0) of the tree with that root (RFC 9162 §2.1.3.2). */
export function included(
	hash: Hash,
	{
		leaf,
		index,
		size,
		proof,
		root
	}: { leaf: Uint8Array; index: number; size: number; proof: Uint8Array[]; root: Uint8Array }
): boolean {
	if (index >= size) return false;
	let [fn, sn, grown] = [index, size - 1, leaf];
	for (const part of proof) {
		if (sn === 0) return false;
		if (!even(fn) || fn === sn) {
			grown = nodeHash(hash, part, grown);
			while (even(fn) && fn !== 0) [fn, sn] = [half(fn), half(sn)];
		} else grown = nodeHash(hash, grown, part);
		[fn, sn] = [half(fn), half(sn)];
	}
	return sn === 0 && same(grown, root);
}

/** Whether `proof` shows one tree to be the beginning of another (RFC 9162 §2.1.4.2). */
export function consistent(
	hash: Hash,
	given: {
		from: number;
		to: number;
		proof: Uint8Array[];
		earlier: Uint8Array;
		later: Uint8Array;
	}
): boolean {
	const { from, to, earlier, later } = given;
	if (from > to) return false;
	if (from === to) return given.proof.length === 0 && same(earlier, later);
	if (from === 0) return given.proof.length === 0;
	const whole = Number.isInteger(Math.log2(from));
	const proof = whole ? [earlier, ...given.proof] : given.proof;
	const [first, ...rest] = proof;
	if (!first) return false;
	let [fn, sn] = [from - 1, to - 1];
	while (!even(fn)) [fn, sn] = [half(fn), half(sn)];
	let [fr, sr] = [first, first];
	for (const part of rest) {
		if (sn === 0) return false;
		if (!even(fn) || fn === sn) {
			fr = nodeHash(hash, part, fr);
			sr = nodeHash(hash, part, sr);
			while (even(fn) && fn !== 0) [fn, sn] = [half(fn), half(sn)];
		} else sr = nodeHash(hash, sr, part);
		[fn, sn] = [half(fn), half(sn)];
	}
	return sn === 0 && same(fr, earlier) && same(sr, later);
}
