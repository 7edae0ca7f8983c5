import { deserialize } from '$app/forms';
import { more, shareOf, writeParts } from '../domain/judging/desk/coverage';
import type { Parts } from '../domain/judging/desk/coverage';

/** Two reports of the player further apart than this are a jump, in seconds of film. */
const JUMP = 2.5;
const EVERY = 10_000;

/** Which parts of a film were played in this page, and how the server learns of it. */
export class Watching {
	parts = $state.raw<Parts>([]);
	share = $state(0);
	#last: number | null = null;
	#fresh: Parts = [];
	#busy = false;

	constructor(
		readonly task: string,
		readonly length: number,
		before: { parts: Parts; share: number }
	) {
		this.parts = before.parts;
		this.share = before.share;
	}

	/** The film plays at a moment; what lies between two moments close together was seen. */
	played = (seconds: number): void => {
		const last = this.#last;
		this.#last = seconds;
		if (last === null || seconds < last || seconds - last > JUMP) return;
		const part: [number, number] = [Math.floor(last), Math.floor(seconds) + 1];
		this.#fresh = more(this.#fresh, [part], this.length);
		this.parts = more(this.parts, [part], this.length);
		this.share = shareOf(this.parts, this.length);
	};

	/** Tells the server now and then while the page is open; returns how to stop. */
	wake(open: boolean): () => void {
		if (open) void this.report(true);
		const timer = setInterval(() => void this.report(), EVERY);
		const hidden = () => document.visibilityState === 'hidden' && void this.report();
		document.addEventListener('visibilitychange', hidden);
		return () => {
			clearInterval(timer);
			document.removeEventListener('visibilitychange', hidden);
			void this.report();
		};
	}

	async report(always = false): Promise<void> {
		if (this.#busy || (!always && !this.#fresh.length)) return;
		this.#busy = true;
		const sent = this.#fresh;
		this.#fresh = [];
		try {
			const answer = await fetch('?/watched', {
				method: 'POST',
				headers: { accept: 'application/json', 'x-sveltekit-action': 'true' },
				body: new URLSearchParams({ task: this.task, parts: writeParts(sent) }),
				keepalive: true
			});
			if (deserialize(await answer.text()).type === 'error') throw new Error('not taken');
		} catch {
			this.#fresh = more(sent, this.#fresh, this.length);
		} finally {
			this.#busy = false;
		}
	}
}
