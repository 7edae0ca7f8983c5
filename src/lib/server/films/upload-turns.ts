/** Senders that are read from at the same moment. */
const READING = 2;
/** Milliseconds after which a sender lets others go first. */
const LONGEST = 3;
/** Bytes a second that a crowd is read at: more than a line of a gigabit brings. */
const PACE = 120 * 1024 * 1024;
/** The same while pages are asked for: half a gigabit. */
const PACE_BESIDE_PAGES = 60 * 1024 * 1024;
/** Milliseconds for which a page that was asked for counts. */
const RECENT = 1000;

/**
 * Lets few uploads be read from at a time: between two pieces of films the thread turns to pages, and
 * twenty senders who push at once must not put twenty pieces in between, nor take every core for
 * hashing and writing. Nobody waits while there are no more senders than may read.
 */
export class Turns {
	#reading = 0;
	/** When the pace allows the next turn. */
	#due = 0;
	readonly #line: (() => void)[] = [];

	/** @param askedAt when a page was asked for last, by `performance.now()` */
	constructor(readonly askedAt: () => number = () => -Infinity) {}

	/** Waits for a turn. */
	async enter(): Promise<void> {
		if (this.#reading < READING) {
			this.#reading++;
			return;
		}
		await new Promise<void>((done) => this.#line.push(done));
	}

	/**
	 * Gives the turn to whoever has waited longest; pages that have come meanwhile go first.
	 * @param bytes that were read in it
	 */
	leave(bytes: number): void {
		const next = this.#line.shift();
		if (!next) {
			this.#reading--;
			return;
		}
		const now = performance.now();
		const pace = now - this.askedAt() < RECENT ? PACE_BESIDE_PAGES : PACE;
		this.#due = Math.max(now, this.#due) + (bytes / pace) * 1000;
		const early = this.#due - now;
		if (early < 1) setImmediate(next);
		else setTimeout(next, early);
	}

	/** Calls `act` once a turn has lasted long and somebody waits; returns how to call it off. */
	whenCrowded(act: () => void): () => void {
		const timer = setInterval(() => {
			if (this.#line.length) act();
		}, LONGEST);
		return () => clearInterval(timer);
	}
}
