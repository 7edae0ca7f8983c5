/**
 * Lower triangle L of a symmetric positive definite matrix, A = L·Lᵀ, by rows in one array.
 * @throws when the matrix is not positive definite: a defect, since callers add a prior
 */
export function cholesky(matrix: Float64Array, size: number): Float64Array {
	const l = new Float64Array(size * size);
	for (let i = 0; i < size; i++)
		for (let j = 0; j <= i; j++) {
			let sum = matrix[i * size + j]!;
			for (let k = 0; k < j; k++) sum -= l[i * size + k]! * l[j * size + k]!;
			if (i > j) l[i * size + j] = sum / l[j * size + j]!;
			else if (sum > 0) l[i * size + i] = Math.sqrt(sum);
			else throw new Error('A matrix of jurors is not positive definite.');
		}
	return l;
}

/** Solves L·Lᵀ·x = b. */
export function solveWith(l: Float64Array, size: number, b: Float64Array): Float64Array {
	const x = Float64Array.from(b);
	for (let i = 0; i < size; i++) {
		let sum = x[i]!;
		for (let k = 0; k < i; k++) sum -= l[i * size + k]! * x[k]!;
		x[i] = sum / l[i * size + i]!;
	}
	return backward(l, size, x);
}

/** Solves Lᵀ·x = b in place: with b of independent normals, x has the covariance (L·Lᵀ)⁻¹. */
export function backward(l: Float64Array, size: number, x: Float64Array): Float64Array {
	for (let i = size - 1; i >= 0; i--) {
		let sum = x[i]!;
		for (let k = i + 1; k < size; k++) sum -= l[k * size + i]! * x[k]!;
		x[i] = sum / l[i * size + i]!;
	}
	return x;
}

/** (L·Lᵀ)⁻¹, full. */
export function inverseFrom(l: Float64Array, size: number): Float64Array {
	const inverse = new Float64Array(size * size);
	const unit = new Float64Array(size);
	for (let j = 0; j < size; j++) {
		unit.fill(0);
		unit[j] = 1;
		inverse.set(solveWith(l, size, unit), j * size);
	}
	return inverse;
}
