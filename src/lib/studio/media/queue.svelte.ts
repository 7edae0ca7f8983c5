import { send } from './send';
import type { Sent } from './send';

/** One file on its way into the library. */
interface Job {
	number: number;
	file: File;
	state: 'waiting' | 'sending' | 'working' | 'taken' | 'failed';
	/** Share that was sent, 0…1. */
	share: number;
	result: Sent | null;
	stop: AbortController;
}

/** Files sent at the same time; more would only wait for each other. */
const AT_ONCE = 2;

/** Files on their way, in the order they were chosen. */
export class Queue {
	jobs = $state<Job[]>([]);
	#last = 0;
	#busy = 0;

	constructor(
		readonly replaces: () => string | null,
		readonly taken: (result: Exclude<Sent, { fault: string }>) => void
	) {}

	add(files: Iterable<File>): void {
		for (const file of files)
			this.jobs.push({
				number: ++this.#last,
				file,
				state: 'waiting',
				share: 0,
				result: null,
				stop: new AbortController()
			});
		this.#next();
	}

	again(number: number): void {
		const job = this.jobs.find((each) => each.number === number);
		if (!job || job.state !== 'failed') return;
		Object.assign(job, { state: 'waiting', share: 0, result: null, stop: new AbortController() });
		this.#next();
	}

	drop(number: number): void {
		const at = this.jobs.findIndex((each) => each.number === number);
		this.jobs[at]?.stop.abort();
		if (at >= 0) this.jobs.splice(at, 1);
	}

	get done(): number {
		return this.jobs.filter(({ state }) => state === 'taken' || state === 'failed').length;
	}

	get underWay(): boolean {
		return this.done < this.jobs.length;
	}

	#next(): void {
		while (this.#busy < AT_ONCE) {
			const job = this.jobs.find(({ state }) => state === 'waiting');
			if (!job) return;
			this.#busy++;
			void this.#run(job);
		}
	}

	async #run(job: Job): Promise<void> {
		job.state = 'sending';
		const result = await send(job.file, {
			replaces: this.replaces(),
			signal: job.stop.signal,
			told: (share) => {
				job.share = share;
				if (share >= 1) job.state = 'working';
			}
		});
		this.#busy--;
		job.result = result;
		job.state = 'fault' in result ? 'failed' : 'taken';
		if (!('fault' in result)) this.taken(result);
		this.#next();
	}
}
