const BITS = 12;
const BINS = 1 << BITS;

/**
 * Orders many values again and again: two passes of a radix sort over 24 bits of the place between the
 * least and the most. Values nearer than a sixteen-millionth of the reach count as equal and keep the
 * order of their indices. Five times as fast as the machine's own sort, which decides how long a
 * thousand draws take.
 */
export class Orderer {
	#keys: Uint32Array;
	#half: Int32Array;
	#order: Int32Array;
	#low = new Int32Array(BINS);
	#high = new Int32Array(BINS);

	constructor(count: number) {
		this.#keys = new Uint32Array(count);
		this.#half = new Int32Array(count);
		this.#order = new Int32Array(count);
	}

	/** Indices from the largest value to the least; the list is written over by the next call. */
	descending(values: Float64Array): Int32Array {
		const keys = this.#keys;
		const [half, order, low, high] = [this.#half, this.#order, this.#low, this.#high];
		let [least, most] = [Infinity, -Infinity];
		for (let i = 0; i < values.length; i++) {
			if (values[i]! < least) least = values[i]!;
			if (values[i]! > most) most = values[i]!;
		}
		const grain = most > least ? (BINS * BINS - 1) / (most - least) : 0;
		low.fill(0);
		high.fill(0);
		for (let i = 0; i < values.length; i++) {
			const key = ((most - values[i]!) * grain) >>> 0;
			keys[i] = key;
			low[key & (BINS - 1)]!++;
			high[key >>> BITS]!++;
		}
		let [below, beneath] = [0, 0];
		for (let bin = 0; bin < BINS; bin++) {
			const [a, b] = [low[bin]!, high[bin]!];
			low[bin] = below;
			high[bin] = beneath;
			below += a;
			beneath += b;
		}
		for (let i = 0; i < values.length; i++) half[low[keys[i]! & (BINS - 1)]!++] = i;
		for (let k = 0; k < values.length; k++) {
			const i = half[k]!;
			order[high[keys[i]! >>> BITS]!++] = i;
		}
		return order;
	}
}
