import type { Table } from './observation';

/** Jurors who can be compared with one another through the entries they share. */
export interface Component {
	/** Numbers of jurors and entries as given. */
	jurors: number[];
	entries: number[];
}

/**
 * The parts into which the scores fall: two jurors are in one part when a chain of shared entries
 * leads from one to the other. Between parts nobody's severity can be told from the quality of what
 * they saw. Largest first.
 */
export function componentsOf(table: Table): Component[] {
	const boss = table.jurors.map((_, j) => j);
	const top = (j: number): number => {
		while (boss[j] !== j) j = boss[j] = boss[boss[j]!]!;
		return j;
	};
	for (let i = 0; i < table.entries.length; i++)
		for (let k = table.start[i]! + 1; k < table.start[i + 1]!; k++)
			boss[top(table.who[k]!)] = top(table.who[k - 1]!);
	const parts = new Map<number, Component>();
	table.jurors.forEach((juror, j) => {
		const part = parts.get(top(j)) ?? { jurors: [], entries: [] };
		part.jurors.push(juror);
		parts.set(top(j), part);
	});
	table.entries.forEach((entry, i) => {
		parts.get(top(table.who[table.start[i]!]!))!.entries.push(entry);
	});
	return [...parts.values()].sort(
		(a, b) =>
			b.jurors.length - a.jurors.length ||
			b.entries.length - a.entries.length ||
			a.jurors[0]! - b.jurors[0]!
	);
}
