import { Likening } from '$lib/domain/films/twins';
import type { Likeness, Prints } from '$lib/domain/films/twins';
import type { Work } from '../../jobs/work';
import { printsIn, spoolOf } from './spool';

/** Which film is looked for, and in which others. */
export interface CompareTask {
	filmId: string;
	others: string[];
}

export type CompareResult = (Likeness & { otherId: string })[];

/** Prints that were read before: a worker compares one film after the other with the same thousands. */
const known = new Map<string, Prints>();
/** Bytes of prints that are remembered; 2,500 films of five minutes take 40 MB. */
const MOST = 200 * 1024 * 1024;
let held = 0;

/** Looks for one film in others, in the worker’s process. */
export const work: Work<CompareTask, CompareResult> = async (
	{ filmId, others },
	{ ground, signal, progress }
) => {
	const folder = spoolOf(ground.dataDir);
	const film = await printsIn(folder, filmId);
	if (!film) return [];
	const likening = new Likening(film);
	const found: CompareResult = [];
	for (const [at, otherId] of others.entries()) {
		const other = known.get(otherId) ?? (await printsIn(folder, otherId));
		if (!other) continue;
		remember(otherId, other);
		const likeness = likening.with(other);
		if (likeness) found.push({ ...likeness, otherId });
		if (at % 100 === 0) {
			signal.throwIfAborted();
			progress(at / others.length);
			// While developing this happens in the portal itself: pages come in between.
			await new Promise((next) => setImmediate(next));
		}
	}
	return found;
};

function remember(id: string, prints: Prints): void {
	const size = prints.frames.length + (prints.sound?.length ?? 0);
	if (known.has(id) || held + size > MOST) return;
	held += size;
	known.set(id, prints);
}
