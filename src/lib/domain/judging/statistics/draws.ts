import { backward } from './cholesky';
import type { Fit } from './fit';
import type { Table } from './observation';
import { randomFrom } from './random';

/** Where entries may stand, from draws of all qualities together. */
export interface Standing {
	/** Chance to be among the first of the group, 0…1. */
	chance: Float64Array;
	/** Ranks between which an entry lies in nine draws out of ten; 1 is the best of its group. */
	low: Int32Array;
	high: Int32Array;
}

export interface DrawOptions {
	draws: number;
	seed: string | number;
	/** Group of each entry of the table, counted from 0. */
	group: Int32Array;
	/** How many of each group are wanted. */
	cuts: readonly number[];
}

/**
 * Draws jurors' levels and all qualities from their joint posterior and ranks the entries in each draw.
 * The parameters stay at their estimates.
 */
export function standingOf(table: Table, fit: Fit, options: DrawOptions): Standing {
	const { draws, group, cuts } = options;
	const random = randomFrom(options.seed);
	const { start, who } = table;
	const { scale, noise } = fit.parameters;
	const [count, size] = [table.entries.length, table.jurors.length];
	const own = fit.system.weight.map((weight) => Math.sqrt(noise / weight));
	const pull = new Float64Array(who.length);
	for (let i = 0; i < count; i++)
		for (let k = start[i]!; k < start[i + 1]!; k++)
			pull[k] = scale[who[k]!]! / fit.system.weight[i]!;

	const ranks = new Uint32Array(count * draws);
	const chance = new Float64Array(count);
	const shift = new Float64Array(size);
	const drawn = new Float64Array(count);
	const order = new Sorter(count);
	const seen = new Int32Array(cuts.length);
	for (let draw = 0; draw < draws; draw++) {
		for (let j = 0; j < size; j++) shift[j] = random.normal() * Math.sqrt(noise);
		backward(fit.system.triangle, size, shift);
		for (let i = 0; i < count; i++) {
			let value = fit.quality[i]! + own[i]! * random.normal();
			for (let k = start[i]!; k < start[i + 1]!; k++) value -= pull[k]! * shift[who[k]!]!;
			drawn[i] = value;
		}
		seen.fill(0);
		for (const i of order.descending(drawn)) {
			const rank = ++seen[group[i]!]!;
			ranks[i * draws + draw] = rank;
			if (rank <= cuts[group[i]!]!) chance[i]!++;
		}
	}
	const low = new Int32Array(count);
	const high = new Int32Array(count);
	for (let i = 0; i < count; i++) {
		const own = ranks.subarray(i * draws, (i + 1) * draws).sort();
		low[i] = own[Math.floor(0.05 * draws)]!;
		high[i] = own[Math.ceil(0.95 * draws) - 1]!;
	}
	return { chance: chance.map((times) => times / draws), low, high };
}

/**
 * Orders indices by value. The index rides in the lowest digits of a whole number, so that the
 * machine's own sort of numbers can be used: ten times as fast as one that asks back for every pair.
 */
class Sorter {
	#keys: Float64Array;
	#order: Int32Array;
	#step: number;

	constructor(count: number) {
		this.#keys = new Float64Array(count);
		this.#order = new Int32Array(count);
		this.#step = 2 ** Math.ceil(Math.log2(Math.max(2, count)));
	}

	descending(values: Float64Array): Int32Array {
		let [least, most] = [Infinity, -Infinity];
		for (const value of values) {
			if (value < least) least = value;
			if (value > most) most = value;
		}
		const grain = most > least ? (2 ** 52 / this.#step - 1) / (most - least) : 0;
		for (let i = 0; i < values.length; i++)
			this.#keys[i] = Math.floor((most - values[i]!) * grain) * this.#step + i;
		this.#keys.sort();
		for (let i = 0; i < values.length; i++) this.#order[i] = this.#keys[i]! % this.#step;
		return this.#order;
	}
}
