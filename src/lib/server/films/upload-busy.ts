/** A sender that has been silent for so long is thought gone when another comes. */
const SILENT = 5_000;

interface Sender {
	last: number;
	cut: () => void;
	over: Promise<void>;
}

/** Who sends bytes of which upload at this moment: one at a time. */
export class Busy {
	readonly #senders = new Map<string, Sender>();

	constructor(readonly time: () => number) {}

	/** Notes that bytes came. */
	alive(id: string): void {
		const sender = this.#senders.get(id);
		if (sender) sender.last = this.time();
	}

	/**
	 * Whether an upload is free: nobody sends, or its sender has been silent and was cut off. Only a
	 * look: by the next moment somebody else may have come.
	 */
	async free(id: string): Promise<boolean> {
		for (let sender; (sender = this.#senders.get(id));) {
			if (this.time() - sender.last < SILENT) return false;
			sender.cut();
			await sender.over;
		}
		return true;
	}

	/**
	 * Acts as the only sender of an upload, or says null while bytes come from somebody else; `cut`
	 * ends it from outside. Between seeing that nobody sends and taking the place nothing is awaited.
	 */
	async during<T>(id: string, cut: () => void, act: () => Promise<T>): Promise<T | null> {
		for (let sender; (sender = this.#senders.get(id));) {
			if (this.time() - sender.last < SILENT) return null;
			sender.cut();
			await sender.over;
		}
		let done = () => {};
		const over = new Promise<void>((resolve) => (done = resolve));
		this.#senders.set(id, { last: this.time(), cut, over });
		try {
			return await act();
		} finally {
			this.#senders.delete(id);
			done();
		}
	}

	/** Ends all senders and waits until what they sent is safe. */
	async stop(): Promise<void> {
		const all = [...this.#senders.values()];
		for (const { cut } of all) cut();
		await Promise.all(all.map(({ over }) => over));
	}

	get count(): number {
		return this.#senders.size;
	}
}
