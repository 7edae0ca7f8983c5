import { paceOf, remaining, sampled } from '../domain/films/pace';
import type { Sample } from '../domain/films/pace';
import { cutsOf } from '../domain/films/parts';
import type { Resumable } from '../domain/films/parts';
import { dropped, joined, kept } from './arrival';
import { hashing } from './hashing';
import type { Hashing } from './hashing';
import { Leg, Trouble } from './leg';
import type { Standing } from './leg';

/** What an upload is at. `away` waits for the line and goes on by itself. */
type Stage = 'sending' | 'away' | 'paused' | 'checking' | 'kept' | 'refused';

/** How long after a broken line the next try comes, ms; the last one holds for all that follow. */
const TRIES = [500, 1000, 3000, 5000, 10_000, 15_000];
/** A line on which nothing moved for so long is thought broken, ms. */
const SILENCE = 40_000;

/** Answers after which trying again by itself helps. */
const passing = (status: number): boolean =>
	[0, 408, 409, 423, 429, 460, 502, 503, 504].includes(status);
/** Answers after which somebody can go on from where it is, once they have seen to it. */
const mendable = (status: number): boolean => [401, 403, 500, 507].includes(status);

interface Target {
	/** Absolute address where uploads are sent, in the language of the page. */
	endpoint: string;
	metadata: Record<string, string>;
	/** What was begun before, here or elsewhere. */
	before: Resumable | null;
	/** Why something was not taken, as a sentence. */
	sentence: (trouble: Trouble) => string;
	onkept: () => void;
}

/** One file on its way (tus 1.0): it survives broken lines, closed laptops and restarted servers. */
export class Sending {
	stage = $state<Stage>('sending');
	/** Bytes that arrived. */
	arrived = $state(0);
	/** Bytes per second, and seconds left; null while nobody can say. */
	pace = $state<number | null>(null);
	left = $state<number | null>(null);
	/** Why it was refused, or what it waits for, as the server says it. */
	why = $state('');
	/** Whether it was refused for a reason that somebody can see to, and then go on. */
	mendable = $state(false);
	readonly size: number;
	readonly #legs: Leg[];
	readonly #hash: Hashing;
	#samples: Sample[] = [];
	#tries = 0;
	/** Which attempt is under way: what an earlier one still says does not count. */
	#turn = 0;
	#moved = 0;
	#hashed = false;
	#timer: ReturnType<typeof setTimeout> | undefined;
	readonly #watch: ReturnType<typeof setInterval>;
	readonly #back = () => this.#again();

	constructor(
		readonly file: File,
		readonly target: Target
	) {
		const { before, endpoint, metadata } = target;
		this.size = file.size;
		this.#hash = hashing(file);
		void this.#hash.done.then(() => (this.#hashed = true));
		const cuts = before && before.ids.length === 1 ? null : cutsOf(file.size);
		const way = { endpoint, metadata, moved: () => this.#progress() };
		const begun = (i: number) => {
			const id = before?.ids[i];
			return id ? { id, arrived: before.arrivals[i] ?? 0 } : null;
		};
		this.#legs = cuts
			? cuts.map(
					({ start, end }, i) =>
						new Leg(
							file.slice(start, end),
							{ ...way, headers: { 'Upload-Concat': 'partial', 'Liantu-Place': String(i) } },
							begun(i)
						)
				)
			: [new Leg(file, { ...way, headers: {}, hash: () => this.#hash.done }, begun(0))];
		this.arrived = this.#sum();
		addEventListener('online', this.#back);
		this.#watch = setInterval(() => this.#listen(), 5000);
		void this.#go();
	}

	async #go(): Promise<void> {
		const turn = ++this.#turn;
		const going = () => turn === this.#turn;
		this.#moved = performance.now();
		try {
			const standings = await Promise.all(this.#legs.map((leg) => leg.go()));
			if (!going()) return;
			this.stage = 'checking';
			const whole = standings.length > 1 ? await this.#join(standings) : standings[0]!;
			await kept(whole, going);
			if (!going()) return;
			this.#settle('kept');
			this.target.onkept();
		} catch (error) {
			if (going()) this.#failed(error instanceof Trouble ? error : new Trouble());
		}
	}

	async #join(parts: Standing[]): Promise<Standing> {
		const { endpoint, metadata } = this.target;
		return joined(endpoint, metadata, parts, await this.#hash.done);
	}

	#sum = () => this.#legs.reduce((sum, { arrived }) => sum + arrived, 0);

	#progress(): void {
		const now = performance.now();
		this.#moved = now;
		const bytes = this.#sum();
		if (this.stage === 'away' && bytes > this.arrived) this.stage = 'sending';
		if (bytes > this.arrived) this.#tries = 0;
		this.arrived = bytes;
		// Numbers that change faster than once a second cannot be read.
		const last = this.#samples.at(-1);
		if (last && now - last.at < 900 && bytes < this.size) return;
		this.#samples = sampled(this.#samples, { at: now, bytes });
		this.pace = paceOf(this.#samples);
		this.left = remaining(this.pace, bytes, this.size);
	}

	#failed({ status, reason, body }: Trouble): void {
		for (const leg of this.#legs) leg.rest();
		const said = () => this.target.sentence(new Trouble(status, reason, body));
		if (!passing(status)) {
			this.why = said();
			this.mendable = mendable(status);
			return this.mendable ? void (this.stage = 'refused') : this.#settle('refused');
		}
		// Somebody else sends the same file: that is worth telling, a broken line tells itself.
		this.why = status === 423 ? said() : '';
		this.#wait();
	}

	#wait(): void {
		this.#turn++;
		this.stage = 'away';
		this.#samples = [];
		this.pace = this.left = null;
		clearTimeout(this.#timer);
		this.#timer = setTimeout(this.#back, TRIES[Math.min(this.#tries++, TRIES.length - 1)]);
	}

	#again(): void {
		clearTimeout(this.#timer);
		if (this.stage === 'away') void this.#go();
	}

	/** A laptop that slept, a cable pulled out: such lines break without a word. */
	#listen(): void {
		const silent = performance.now() - this.#moved > SILENCE;
		const waits = this.arrived >= this.size || (!this.#hashed && this.#legs.length === 1);
		if (this.stage !== 'sending' || !silent || waits) return;
		for (const leg of this.#legs) leg.rest();
		this.#wait();
	}

	#settle(stage: Stage): void {
		this.stage = stage;
		this.leave();
	}

	/** Stops sending; what arrived stays where it is. */
	pause(): void {
		this.#turn++;
		this.stage = 'paused';
		clearTimeout(this.#timer);
		for (const leg of this.#legs) leg.rest();
	}

	resume(): void {
		this.stage = 'sending';
		this.why = '';
		this.#samples = [];
		this.pace = this.left = null;
		void this.#go();
	}

	/** Lets go of everything here without ending the upload on the server. */
	leave(): void {
		this.#turn++;
		clearTimeout(this.#timer);
		clearInterval(this.#watch);
		removeEventListener('online', this.#back);
		for (const leg of this.#legs) leg.rest();
		this.#hash.stop();
	}

	/** Ends it for good: what arrived is deleted. */
	async cancel(): Promise<void> {
		this.leave();
		await dropped(this.#legs.flatMap(({ address }) => address ?? []));
	}
}
