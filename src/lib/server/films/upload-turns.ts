/** Senders that are read from at the same moment. */
const READING = 2;
/** Milliseconds after which a sender lets others go first. */
const LONGEST = 15;

/**
 * Lets few uploads be read from at a time: between two pieces of films the thread turns to pages, and
 * twenty senders who push at once must not put twenty pieces in between. Nobody waits while there are
 * no more senders than may read.
 */
export class Turns {
	#reading = 0;
	readonly #line: (() => void)[] = [];

	/** Waits for a turn. */
	async enter(): Promise<void> {
		if (this.#reading < READING) {
			this.#reading++;
			return;
		}
		await new Promise<void>((done) => this.#line.push(done));
	}

	/** Gives the turn to whoever has waited longest; pages that have come meanwhile go first. */
	leave(): void {
		const next = this.#line.shift();
		if (next) setImmediate(next);
		else this.#reading--;
	}

	/** Calls `act` once a turn has lasted long and somebody waits; returns how to call it off. */
	whenCrowded(act: () => void): () => void {
		const timer = setInterval(() => {
			if (this.#line.length) act();
		}, LONGEST);
		return () => clearInterval(timer);
	}
}
