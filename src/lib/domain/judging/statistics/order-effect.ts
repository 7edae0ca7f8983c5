import type { Fit } from './fit';
import type { Table } from './observation';
import { solve } from './solve';

/** An effect in points with its standard error. */
export interface Effect {
	points: number;
	se: number;
}

interface OrderEffects {
	/** Change over ten films watched, all jurors together; null where positions are not known. */
	perTen: Effect | null;
	/** The first five of each juror against the rest. */
	firstFive: Effect | null;
	/** The same change for each juror alone. */
	jurors: { juror: number; perTen: Effect | null }[];
}

/** Whether scores drift with the order of watching: fatigue, or a juror who warms up. */
export function orderEffects(table: Table, fit: Fit): OrderEffects {
	const tens = centred(table, (position) => position / 10);
	return {
		perTen: effectOf(table, fit, tens),
		firstFive: effectOf(
			table,
			fit,
			centred(table, (position) => (position <= 5 ? 1 : 0))
		),
		jurors: table.jurors.map((juror, j) => ({
			juror,
			perTen: effectOf(
				table,
				fit,
				tens.map((z, k) => (table.who[k] === j ? z : 0))
			)
		}))
	};
}

/**
 * What a value known of every row adds to the score: generalised least squares in the fitted model,
 * zᵀPx / zᵀPz with P the projection that entries and jurors leave over. Null where z says nothing.
 */
export function effectOf(table: Table, fit: Fit, z: Float64Array): Effect | null {
	const left = solve(table, fit.system, z).rest;
	let [both, own, all] = [0, 0, 0];
	for (let k = 0; k < z.length; k++) {
		both += z[k]! * fit.rest[k]!;
		own += z[k]! * left[k]!;
		all += z[k]! * z[k]!;
	}
	if (!(own > all * 1e-9)) return null;
	return { points: both / own, se: Math.sqrt(fit.parameters.noise / own) };
}

/** A value of the position, less its mean for the juror; rows without a position say nothing. */
function centred(table: Table, of: (position: number) => number): Float64Array {
	const [sum, count] = [table.jurors.map(() => 0), table.jurors.map(() => 0)];
	const values = table.position.map(of);
	const known = (k: number) => !Number.isNaN(table.position[k]);
	table.who.forEach((j, k) => {
		if (!known(k)) return;
		sum[j]! += values[k]!;
		count[j]!++;
	});
	return values.map((value, k) =>
		known(k) ? value - sum[table.who[k]!]! / count[table.who[k]!]! : 0
	);
}
