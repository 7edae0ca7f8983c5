import { askerOf } from './ask';
import { median, percentile } from './figure';

/** What pages cost by turns in peace and beside some work. */
interface ByTurns {
	/** Middle of the windows’ p99, milliseconds. */
	beside: number;
	peace: number;
	/** Middle of the ratios of each window to the window of peace just before it. */
	ratio: number;
	/** Pages asked for beside the work; as many in peace. */
	pages: number;
	windows: number;
}

/** Milliseconds of one page after another. */
export async function latencies(origin: string, times: number): Promise<number[]> {
	const { ask, close } = askerOf(origin);
	try {
		const taken: number[] = [];
		for (let n = 0; n < times; n++) taken.push(await ask('/places?page=1'));
		return taken;
	} finally {
		close();
	}
}

/**
 * Asks for pages by turns while some work is held still and while it goes on, in windows of a few
 * hundred pages. The figure is the middle of the ratios of neighbouring windows: what else the machine
 * does meanwhile changes slowly and meets both of a pair, and a moment of noise spoils one pair only.
 * The same process asks in the same way in both; nothing of the work is lighter or quieter than it is
 * when it runs alone, and nothing else of a window is left out.
 */
export async function byTurns(
	origin: string,
	work: {
		/** Holds the work still, and returns once the portal has nothing left of it; false when it is over. */
		hold: () => Promise<boolean>;
		/** Lets it go on, and returns once it is under way. */
		go: () => Promise<void>;
		/** Asked after a window: one that the work did not last for is dropped. */
		still: () => boolean;
	},
	{ pages, windows }: { pages: number; windows: number }
): Promise<ByTurns> {
	const peace: number[] = [];
	const beside: number[] = [];
	while (beside.length < windows && (await work.hold())) {
		const calm = await latencies(origin, pages);
		await work.go();
		const busy = await latencies(origin, pages);
		if (!work.still()) continue;
		peace.push(percentile(calm, 99));
		beside.push(percentile(busy, 99));
	}
	return {
		beside: median(beside),
		peace: median(peace),
		ratio: median(beside.map((one, n) => one / peace[n]!)),
		pages: beside.length * pages,
		windows: beside.length
	};
}
