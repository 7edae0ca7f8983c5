import { randomFrom } from '../statistics/random';
import type { Observation } from '../statistics';
import type { World } from './world';

/**
 * Deals every entry to `each` different jurors at random, loads within one. Jurors of
 * closed panels get the entries of their panel only.
 */
export function deal(world: World, each: number, seed: string | number): Observation[] {
	const random = randomFrom(`deal ${seed}`);
	const loads = new Int32Array(world.jurors);
	const observations: Observation[] = [];
	for (const entry of random.shuffled([...world.quality.keys()])) {
		const panel = entry % world.panels;
		const jurors = [...loads.keys()].filter((juror) => juror % world.panels === panel);
		const chosen = random
			.shuffled(jurors)
			.sort((a, b) => loads[a]! - loads[b]!)
			.slice(0, each);
		for (const juror of chosen)
			observations.push({ entry, juror, x: world.score(entry, juror), position: ++loads[juror]! });
	}
	return observations;
}

/** How many scores each juror has. */
export function loadsOf(observations: readonly Observation[], jurors: number): Int32Array {
	const loads = new Int32Array(jurors);
	for (const { juror } of observations) loads[juror]!++;
	return loads;
}
