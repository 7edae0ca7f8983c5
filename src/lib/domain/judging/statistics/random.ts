/** A source of numbers that anyone can run again: the same seed gives the same numbers. */
interface Random {
	/** Evenly spread in 0 < u < 1. */
	uniform: () => number;
	/** Whole number, 0 ≤ n < `below`. */
	below: (below: number) => number;
	/** Normal with mean 0 and variance 1. */
	normal: () => number;
	/** The same things in a random order, in a new list. */
	shuffled: <T>(things: readonly T[]) => T[];
}

/**
 * xoshiro128** (Blackman and Vigna 2018, https://prng.di.unimi.it), filled from the seed by FNV-1a and
 * a 32-bit mixer. Good for simulation, not for secrets.
 */
export function randomFrom(seed: string | number): Random {
	let hash = 0x811c9dc5;
	for (const sign of String(seed)) hash = Math.imul(hash ^ sign.codePointAt(0)!, 0x01000193);
	const mixed = () => {
		hash = (hash + 0x9e3779b9) | 0;
		let z = Math.imul(hash ^ (hash >>> 16), 0x21f0aaad);
		z = Math.imul(z ^ (z >>> 15), 0x735a2d97);
		return z ^ (z >>> 15);
	};
	// Whole numbers of 32 bits in a typed array: a thousand draws ask millions of times.
	const state = Int32Array.of(mixed(), mixed(), mixed(), mixed());

	const next = () => {
		const b = state[1]!;
		const five = Math.imul(b, 5);
		const result = Math.imul((five << 7) | (five >>> 25), 9) >>> 0;
		const c = state[2]! ^ state[0]!;
		const d = state[3]! ^ b;
		state[1] = b ^ c;
		state[0] = state[0]! ^ d;
		state[2] = c ^ (b << 9);
		state[3] = (d << 11) | (d >>> 21);
		return result;
	};
	const uniform = () => (next() + 0.5) / 4294967296;
	const below = (limit: number) => Math.floor(uniform() * limit);

	const pair = new Float64Array(2);
	let left = 0;
	/** Marsaglia's polar method, which makes two at a time. */
	const normal = () => {
		if (left) {
			left = 0;
			return pair[1]!;
		}
		for (;;) {
			const u = 2 * uniform() - 1;
			const v = 2 * uniform() - 1;
			const s = u * u + v * v;
			if (s >= 1 || s === 0) continue;
			const factor = Math.sqrt((-2 * Math.log(s)) / s);
			pair[1] = v * factor;
			left = 1;
			return u * factor;
		}
	};

	const shuffled = <T>(things: readonly T[]) => {
		const list = [...things];
		for (let i = list.length - 1; i > 0; i--) {
			const j = below(i + 1);
			[list[i], list[j]] = [list[j]!, list[i]!];
		}
		return list;
	};
	return { uniform, below, normal, shuffled };
}
