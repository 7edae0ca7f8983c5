/** One score as statistics see it; `entry` and `juror` are any whole numbers that tell them apart. */
export interface Observation {
	entry: number;
	juror: number;
	/** Points, usually 0…100. */
	x: number;
	/** Place in the juror's own order of watching, from 1. */
	position?: number;
	/** When it was given, epoch milliseconds. */
	at?: number;
}

/**
 * Scores in columns, row after row by entry. Entries and jurors are counted from 0 in the order of
 * their numbers, so that no answer depends on the order in which the scores came.
 */
export interface Table {
	/** Number of entry i as it was given. */
	entries: number[];
	/** Number of juror j as it was given. */
	jurors: number[];
	/** The rows of entry i are start[i] … start[i + 1] − 1. */
	start: Int32Array;
	/** Juror of each row, counted from 0. */
	who: Int32Array;
	x: Float64Array;
	/** Place in the juror's order of each row; NaN where not known. */
	position: Float64Array;
}

const byNumber = (a: number, b: number) => a - b;

/**
 * The table of the scores. An entry that a juror has scored more than once (it was shown again to see
 * how steady the juror is) counts once, with the mean: a second look is no second juror.
 */
export function tableOf(observations: readonly Observation[]): Table {
	const entries = [...new Set(observations.map(({ entry }) => entry))].sort(byNumber);
	const jurors = [...new Set(observations.map(({ juror }) => juror))].sort(byNumber);
	const row = new Map(entries.map((entry, i) => [entry, i]));
	const column = new Map(jurors.map((juror, j) => [juror, j]));
	const cells = new Map<number, Observation[]>();
	for (const observation of observations) {
		const key = row.get(observation.entry)! * jurors.length + column.get(observation.juror)!;
		const cell = cells.get(key);
		if (cell) cell.push(observation);
		else cells.set(key, [observation]);
	}
	const keys = [...cells.keys()].sort(byNumber);
	const table: Table = {
		entries,
		jurors,
		start: new Int32Array(entries.length + 1),
		who: new Int32Array(keys.length),
		x: new Float64Array(keys.length),
		position: new Float64Array(keys.length)
	};
	keys.forEach((key, k) => {
		const cell = cells.get(key)!;
		const points = cell.map(({ x }) => x).sort(byNumber);
		table.start[Math.floor(key / jurors.length) + 1]!++;
		table.who[k] = key % jurors.length;
		table.x[k] = points.reduce((sum, x) => sum + x, 0) / points.length;
		table.position[k] = Math.min(...cell.map(({ position }) => position ?? NaN));
	});
	for (let i = 0; i < entries.length; i++) table.start[i + 1]! += table.start[i]!;
	return table;
}
