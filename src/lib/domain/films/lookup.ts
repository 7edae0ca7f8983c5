/** How many bits are set. */
export function popcount(word: number): number {
	let bits = word - ((word >>> 1) & 0x55555555);
	bits = (bits & 0x33333333) + ((bits >>> 2) & 0x33333333);
	return (((bits + (bits >>> 4)) & 0x0f0f0f0f) * 0x01010101) >>> 24;
}

const HEADS = 65536;

/**
 * The hashes of one film, found by any 16 of their bits: a hash that differs in a few bits agrees in
 * one of its quarters. Made for the one film that is looked for, so that nothing has to be kept for
 * the thousands it is looked for in.
 */
export class Lookup {
	/** How many hashes, how many words each has, and whether mirrored ones are in it, too. */
	readonly length: number;
	readonly #heads: Int32Array;
	readonly #next: Int32Array;
	readonly #mirrored: Uint32Array | null;

	constructor(
		readonly words: Uint32Array,
		readonly wide: 1 | 2,
		mirror: readonly number[] | null
	) {
		this.length = words.length / wide;
		this.#mirrored = mirror && words.map((word, at) => word ^ mirror[at % wide]!);
		const bands = wide * 2;
		this.#heads = new Int32Array(HEADS * bands).fill(-1);
		this.#next = new Int32Array(this.length * bands * 2).fill(-1);
		for (let turned = 0; turned < (mirror ? 2 : 1); turned++)
			for (let at = 0; at < this.length; at++) {
				if (this.isNone(at)) continue;
				for (let band = 0; band < bands; band++) {
					const word = this.of(turned === 1)[at * wide + (band >> 1)]!;
					const head = band * HEADS + (band & 1 ? word >>> 16 : word & 0xffff);
					// An entry says which hash, which way round and which band; entries of a value form a chain.
					const entry = (at * 2 + turned) * bands + band;
					this.#next[entry] = this.#heads[head]!;
					this.#heads[head] = entry;
				}
			}
	}

	/** Whether nothing was seen or heard at a moment. */
	isNone(at: number): boolean {
		return this.words[at * this.wide] === 0 && (this.wide === 1 || this.words[at * 2 + 1] === 0);
	}

	/** The hashes, as they are or as a mirror shows them. */
	of(mirrored: boolean): Uint32Array {
		return mirrored ? this.#mirrored! : this.words;
	}

	get turns(): boolean {
		return this.#mirrored !== null;
	}

	/** How many bits a hash of the film and one of another differ in. */
	distance(at: number, mirrored: boolean, other: Uint32Array, there: number): number {
		const mine = this.of(mirrored);
		let bits = popcount(mine[at * this.wide]! ^ other[there * this.wide]!);
		if (this.wide === 2) bits += popcount(mine[at * 2 + 1]! ^ other[there * 2 + 1]!);
		return bits;
	}

	/** Calls `found` for every hash of the film that agrees with one of another in 16 bits. */
	near(
		other: Uint32Array,
		there: number,
		found: (at: number, mirrored: boolean, band: number) => void
	): void {
		const bands = this.wide * 2;
		for (let band = 0; band < bands; band++) {
			const word = other[there * this.wide + (band >> 1)]!;
			let entry = this.#heads[band * HEADS + (band & 1 ? word >>> 16 : word & 0xffff)]!;
			while (entry !== -1) {
				const turned = Math.floor(entry / bands);
				found(turned >> 1, (turned & 1) === 1, band);
				entry = this.#next[entry]!;
			}
		}
	}
}
