import { randomFrom } from './random';

/** What is known of an entry before a second wave: the rows of a calibration have it. */
export interface Uncertain {
	entry: number;
	/** Chance to be above the cut. */
	chance: number;
	/** Standard deviation of its quality, points. */
	sd: number;
	/** Scores it has, or is still to get. */
	n: number;
}

interface WaveState {
	entries: readonly Uncertain[];
	/** Jurors who can be asked, with the scores they have given or still owe. */
	jurors: readonly { juror: number; load: number }[];
	/** Standard deviation of a single score, points: `components.noise`. */
	noise: number;
	/** Whether a juror has scored an entry or may not: asked already, conflict, category not known. */
	closed: (entry: number, juror: number) => boolean;
}

interface WaveLimits {
	/** Most scores for an entry. */
	most: number;
	/** Decides between jurors of equal load; publish it, and anyone can rerun the draw. */
	seed: string | number;
}

export interface NextScore {
	entry: number;
	juror: number;
}

/**
 * Where the next `budget` scores help most: to entries with the largest P·(1 − P)·sd, each further score
 * of the wave counting with the sd that the ones before it will have left. Least-loaded jurors come first, so that loads
 * end within one wherever the closed pairs allow it. May answer fewer when nobody is left to ask.
 */
export function nextScores(state: WaveState, budget: number, limits: WaveLimits): NextScore[] {
	const random = randomFrom(limits.seed);
	const noise = Math.max(state.noise ** 2, Number.MIN_VALUE);
	const wanting = new Wanting(
		state.entries
			.filter(({ n }) => n < limits.most)
			.map(({ entry, chance, sd, n }) => ({ entry, n, doubt: doubtOf(chance), variance: sd * sd }))
	);
	const loads = state.jurors.map(({ juror, load }) => ({ juror, load }));
	const asked = new Set<string>();
	const next: NextScore[] = [];
	while (next.length < budget && wanting.size) {
		const least = loads.reduce((least, { load }) => Math.min(least, load), Infinity);
		let free = random.shuffled(loads.filter(({ load }) => load === least));
		if (!free.length) break;
		const aside: Want[] = [];
		while (free.length && next.length < budget) {
			const want = wanting.take();
			if (!want) break;
			const { entry } = want;
			const one = free.find(
				({ juror }) => !asked.has(`${entry} ${juror}`) && !state.closed(entry, juror)
			);
			if (!one) {
				aside.push(want);
				continue;
			}
			next.push({ entry, juror: one.juror });
			asked.add(`${entry} ${one.juror}`);
			one.load++;
			free = free.filter((other) => other !== one);
			want.n++;
			want.variance = (want.variance * noise) / (want.variance + noise);
			if (want.n < limits.most) wanting.put(want);
		}
		for (const want of aside) wanting.put(want);
		// Whoever is left found nothing open to them: they stand out of this wave.
		for (const idle of next.length < budget ? free : []) loads.splice(loads.indexOf(idle), 1);
	}
	return next;
}

/** Chances come from draws: none in a thousand is not never. */
const doubtOf = (chance: number) => {
	const p = Math.min(0.9995, Math.max(0.0005, chance));
	return p * (1 - p);
};

interface Want {
	entry: number;
	n: number;
	doubt: number;
	variance: number;
}

/** A heap with the most uncertain entry on top; of equal ones the lower number. */
class Wanting {
	#heap: Want[] = [];

	constructor(wants: Want[]) {
		for (const want of wants) this.put(want);
	}

	get size(): number {
		return this.#heap.length;
	}

	put(want: Want): void {
		const heap = this.#heap;
		let at = heap.push(want) - 1;
		while (at > 0) {
			const above = (at - 1) >> 1;
			if (!before(heap[at]!, heap[above]!)) break;
			[heap[at], heap[above]] = [heap[above]!, heap[at]!];
			at = above;
		}
	}

	take(): Want | undefined {
		const heap = this.#heap;
		const top = heap[0];
		const last = heap.pop();
		if (!heap.length || !last) return top;
		heap[0] = last;
		for (let at = 0; ;) {
			let child = 2 * at + 1;
			if (child >= heap.length) return top;
			if (child + 1 < heap.length && before(heap[child + 1]!, heap[child]!)) child++;
			if (!before(heap[child]!, heap[at]!)) return top;
			[heap[at], heap[child]] = [heap[child]!, heap[at]!];
			at = child;
		}
	}
}

const worth = ({ doubt, variance }: Want) => doubt * doubt * variance;
const before = (a: Want, b: Want) =>
	worth(a) > worth(b) || (worth(a) === worth(b) && a.entry < b.entry);
