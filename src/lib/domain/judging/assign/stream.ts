import { sha256 } from '@noble/hashes/sha2.js';

const encoder = new TextEncoder();
const RANGE = 2 ** 32;

/**
 * Chance that anybody can repeat. Block n (from 0) is SHA-256 of the UTF-8 text `seed/label/n`; it
 * gives eight whole numbers below 2^32, big-endian, in order. Every other choice is made of them.
 */
export class Stream {
	#block = new DataView(new ArrayBuffer(0));
	#at = 0;
	#blocks = 0;

	/** @param label what the numbers are for, so that one draw does not shift another */
	constructor(
		private readonly seed: string,
		private readonly label: string
	) {}

	/** The next whole number below 2^32. */
	next(): number {
		if (this.#at >= this.#block.byteLength) {
			const { buffer } = sha256(encoder.encode(`${this.seed}/${this.label}/${this.#blocks++}`));
			this.#block = new DataView(buffer);
			this.#at = 0;
		}
		const value = this.#block.getUint32(this.#at);
		this.#at += 4;
		return value;
	}

	/** A whole number from 0 up to but without `count`; what would favour some is thrown away. */
	below(count: number): number {
		const most = RANGE - (RANGE % count);
		for (;;) {
			const value = this.next();
			if (value < most) return value % count;
		}
	}

	/** The same things in an order by chance: from the last place down, each swapped with one up to it. */
	shuffled<T>(things: readonly T[]): T[] {
		const list = [...things];
		for (let at = list.length - 1; at > 0; at--) {
			const other = this.below(at + 1);
			[list[at], list[other]] = [list[other]!, list[at]!];
		}
		return list;
	}
}
