const MOST = 200;

/** What was drawn, step by step and both ways in time; kept as text, so nothing reaches into it. */
export class Steps<T> {
	#past = $state.raw<string[]>([]);
	#future = $state.raw<string[]>([]);
	#now: string;
	readonly canUndo = $derived(this.#past.length > 0);
	readonly canRedo = $derived(this.#future.length > 0);

	constructor(now: T) {
		this.#now = JSON.stringify(now);
	}

	/** Notes what stands now, wherever it came from; the same as before is no step. */
	note(value: T): void {
		const next = JSON.stringify(value);
		if (next === this.#now) return;
		this.#past = [...this.#past, this.#now].slice(-MOST);
		this.#future = [];
		this.#now = next;
	}

	/** The step before this one, which stands from now on; what stands where there is none. */
	undo(): T {
		const before = this.#past.at(-1);
		if (before !== undefined) {
			this.#past = this.#past.slice(0, -1);
			this.#future = [...this.#future, this.#now];
			this.#now = before;
		}
		return JSON.parse(this.#now) as T;
	}

	redo(): T {
		const after = this.#future.at(-1);
		if (after !== undefined) {
			this.#future = this.#future.slice(0, -1);
			this.#past = [...this.#past, this.#now];
			this.#now = after;
		}
		return JSON.parse(this.#now) as T;
	}
}
