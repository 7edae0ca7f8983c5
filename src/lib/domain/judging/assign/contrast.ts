/**
 * How exactly the severity of two jurors can be told apart, on average over all pairs, in units of the
 * variance of one score: 2/(J−1) times the trace of the generalised inverse of the information matrix
 * of jurors with entries as blocks. Null where some cannot be compared at all.
 * @param blocks jurors of each entry, by number from 0
 */
export function contrastVariance(
	blocks: readonly (readonly number[])[],
	count: number
): number | null {
	if (count < 2) return null;
	const m = Array.from({ length: count }, () => new Float64Array(count).fill(1 / count));
	for (const block of blocks)
		for (const a of block) {
			m[a]![a]! += 1;
			for (const b of block) m[a]![b]! -= 1 / block.length;
		}
	const trace = traceOfInverse(m);
	// The matrix was made regular by adding 1/J everywhere, which adds exactly one to the trace.
	return trace === null ? null : (2 * (trace - 1)) / (count - 1);
}

/** Trace of the inverse of a symmetric matrix by Gauss and Jordan; null for a singular one. */
function traceOfInverse(m: Float64Array[]): number | null {
	const n = m.length;
	const inverse = m.map((_, at) => Float64Array.from(m, (__, other) => (at === other ? 1 : 0)));
	for (let c = 0; c < n; c++) {
		let pivot = c;
		for (let r = c + 1; r < n; r++) if (Math.abs(m[r]![c]!) > Math.abs(m[pivot]![c]!)) pivot = r;
		if (Math.abs(m[pivot]![c]!) < 1e-9) return null;
		[m[c], m[pivot]] = [m[pivot]!, m[c]!];
		[inverse[c], inverse[pivot]] = [inverse[pivot]!, inverse[c]!];
		const by = m[c]![c]!;
		for (let k = 0; k < n; k++) {
			m[c]![k]! /= by;
			inverse[c]![k]! /= by;
		}
		for (let r = 0; r < n; r++) {
			const times = m[r]![c]!;
			if (r === c || times === 0) continue;
			for (let k = 0; k < n; k++) {
				m[r]![k]! -= times * m[c]![k]!;
				inverse[r]![k]! -= times * inverse[c]![k]!;
			}
		}
	}
	return inverse.reduce((sum, row, at) => sum + row[at]!, 0);
}
