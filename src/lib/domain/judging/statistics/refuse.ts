import { type Component, componentsOf } from './graph';
import type { Observation, Table } from './observation';

/** Why scores cannot be calibrated, with what a sentence about it needs. */
export type WhyNot =
	| { reason: 'no-scores' }
	/** A score that is no finite number; the first one. */
	| { reason: 'no-number'; entry: number; juror: number }
	| { reason: 'one-juror'; juror: number }
	| { reason: 'few-entries'; entries: number; least: number }
	| { reason: 'all-equal'; points: number; scores: number }
	/** Nobody's severity can be told from what they saw: no entry was seen by two jurors. */
	| { reason: 'no-shared-entry'; entries: number; jurors: number }
	/** More than half of the entries have one juror only. */
	| { reason: 'few-scores'; entries: number; single: number }
	| { reason: 'not-connected'; components: Component[] };

const FEWEST_ENTRIES = 3;

/** The first score that is no number. */
export function oddOneOf(observations: readonly Observation[]): WhyNot | null {
	const odd = observations.find(
		({ x, entry, juror }) => !(Number.isFinite(x) && Number.isInteger(entry + juror))
	);
	return odd ? { reason: 'no-number', entry: odd.entry, juror: odd.juror } : null;
}

/** Why not, or null where calibration is possible. */
export function whyNot(table: Table): WhyNot | null {
	const [entries, jurors] = [table.entries.length, table.jurors.length];
	if (!table.x.length) return { reason: 'no-scores' };
	if (jurors === 1) return { reason: 'one-juror', juror: table.jurors[0]! };
	if (entries < FEWEST_ENTRIES) return { reason: 'few-entries', entries, least: FEWEST_ENTRIES };
	if (table.x.every((x) => x === table.x[0]))
		return { reason: 'all-equal', points: table.x[0]!, scores: table.x.length };
	const single = table.entries.filter((_, i) => table.start[i + 1]! - table.start[i]! < 2).length;
	if (single === entries) return { reason: 'no-shared-entry', entries, jurors };
	const components = componentsOf(table);
	if (components.length > 1) return { reason: 'not-connected', components };
	if (single > entries / 2) return { reason: 'few-scores', entries, single };
	return null;
}
