import type { Content } from '$lib/domain/studio/field';

/** Somebody else with the same form open. */
interface Present {
	name: string;
	typing: boolean;
}

interface Answer {
	at: number | null;
	others: Present[];
	head: number;
}

const PAUSE = 2000;
const BEAT = 20_000;

/**
 * Keeps what is typed on the server two seconds after the last key, says who else is at work, and
 * knows whether leaving the page would lose anything.
 */
export class Keeping {
	/** Moment of the last keeping, null before the first. */
	at = $state<number | null>(null);
	state = $state<'idle' | 'waiting' | 'sending' | 'failed'>('idle');
	others = $state.raw<Present[]>([]);
	/** Newest version, as the server last said. */
	head = $state(0);
	/** Rises with every keeping, for what shows it. */
	count = $state(0);
	readonly unsent = $derived(this.state !== 'idle');
	readonly #address: string;
	#timer: ReturnType<typeof setTimeout> | null = null;
	#beat: ReturnType<typeof setInterval> | null = null;
	#next: { content: Content; base: number } | null = null;
	#under: Promise<boolean> | null = null;

	constructor(address: string, head: number, others: Present[], at: number | null) {
		this.#address = address;
		this.head = head;
		this.others = others;
		this.at = at;
	}

	/** Begins to report; returns how to stop. */
	begin(): () => void {
		const beat = () => {
			if (document.visibilityState === 'visible') void this.#send({});
		};
		const hide = () => {
			if (document.visibilityState === 'hidden') void this.flush(true);
		};
		this.#beat = setInterval(beat, BEAT);
		document.addEventListener('visibilitychange', hide);
		return () => {
			if (this.#beat) clearInterval(this.#beat);
			if (this.#timer) clearTimeout(this.#timer);
			document.removeEventListener('visibilitychange', hide);
			navigator.sendBeacon?.(
				this.#address,
				new Blob(['{"leave":true}'], { type: 'application/json' })
			);
		};
	}

	/** Something was typed. */
	later(content: Content, base: number): void {
		this.#next = { content, base };
		this.state = 'waiting';
		if (this.#timer) clearTimeout(this.#timer);
		this.#timer = setTimeout(() => void this.flush(), PAUSE);
	}

	/** What was typed has been saved, or is not wanted any more. */
	forget(): void {
		if (this.#timer) clearTimeout(this.#timer);
		this.#next = null;
		this.state = 'idle';
		this.at = null;
	}

	/** Sends what waits; true when nothing waits any more. */
	async flush(parting = false): Promise<boolean> {
		if (this.#timer) clearTimeout(this.#timer);
		this.#timer = null;
		while (this.#under) await this.#under;
		const sent = this.#next;
		if (!sent) return true;
		this.state = 'sending';
		this.#under = this.#send(sent, parting);
		const done = await this.#under;
		this.#under = null;
		if (this.#next === sent) {
			if (done) this.#next = null;
			this.state = done ? 'idle' : 'failed';
			if (!done) this.#timer = setTimeout(() => void this.flush(), 5 * PAUSE);
		}
		if (done) this.count++;
		return done;
	}

	async #send(body: object, keepalive = false): Promise<boolean> {
		try {
			const text = JSON.stringify(body);
			const answer = await fetch(this.#address, {
				method: 'POST',
				headers: { 'content-type': 'application/json' },
				body: text,
				// Browsers refuse to keep more than 64 KB under way after a page is gone.
				keepalive: keepalive && text.length < 20_000
			});
			if (!answer.ok) return false;
			const said = (await answer.json()) as Answer;
			if ('content' in body) this.at = said.at;
			this.others = said.others;
			this.head = said.head;
			return true;
		} catch {
			return false;
		}
	}
}
