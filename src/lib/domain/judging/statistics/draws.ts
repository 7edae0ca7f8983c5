import { backward } from './cholesky';
import type { Fit } from './fit';
import type { Table } from './observation';
import { Orderer } from './order';
import { randomFrom } from './random';

/** Where entries may stand, from draws of all qualities together. */
interface Standing {
	/** Chance to be among the first of the group, 0…1. */
	chance: Float64Array;
	/** Ranks between which an entry lies in nine draws out of ten; 1 is the best of its group. */
	low: Int32Array;
	high: Int32Array;
}

interface DrawOptions {
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

	const ranks = new Uint32Array(draws * count);
	const chance = new Float64Array(count);
	const shift = new Float64Array(size);
	const drawn = new Float64Array(count);
	const orderer = new Orderer(count);
	const seen = new Int32Array(cuts.length);
	const root = Math.sqrt(noise);
	const middle = fit.quality;
	for (let draw = 0; draw < draws; draw++) {
		for (let j = 0; j < size; j++) shift[j] = random.normal() * root;
		backward(fit.system.triangle, size, shift);
		for (let i = 0; i < count; i++) {
			let value = middle[i]! + own[i]! * random.normal();
			const end = start[i + 1]!;
			for (let k = start[i]!; k < end; k++) value -= pull[k]! * shift[who[k]!]!;
			drawn[i] = value;
		}
		const order = orderer.descending(drawn);
		seen.fill(0);
		for (let k = 0; k < count; k++) {
			const i = order[k]!;
			const rank = ++seen[group[i]!]!;
			ranks[draw * count + i] = rank;
			if (rank <= cuts[group[i]!]!) chance[i]!++;
		}
	}
	return { chance: chance.map((times) => times / draws), ...intervalsOf(ranks, count, draws) };
}

/** The middle nine tenths of each entry's ranks. */
function intervalsOf(ranks: Uint32Array, count: number, draws: number) {
	const low = new Int32Array(count);
	const high = new Int32Array(count);
	const times = new Int32Array(count + 1);
	const tail = Math.floor(0.05 * draws);
	const [together, line] = [16, new Int32Array(draws * 16)];
	for (let first = 0; first < count; first += together) {
		// A few entries at a time, since the ranks of one lie far apart in memory.
		const width = Math.min(together, count - first);
		for (let draw = 0; draw < draws; draw++)
			for (let i = 0; i < width; i++) line[i * draws + draw] = ranks[draw * count + first + i]!;
		for (let i = 0; i < width; i++) {
			times.fill(0);
			for (let k = i * draws; k < (i + 1) * draws; k++) times[line[k]!]!++;
			let [rank, passed] = [0, 0];
			while (passed <= tail) passed += times[++rank]!;
			low[first + i] = rank;
			[rank, passed] = [count + 1, 0];
			while (passed <= tail) passed += times[--rank]!;
			high[first + i] = rank;
		}
	}
	return { low, high };
}
