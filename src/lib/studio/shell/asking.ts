/** Pause after the last key before the server is asked, in milliseconds. */
const PAUSE = 100;

/**
 * Asks an address one question at a time: a new question ends the one before it. Null for an answer
 * that failed.
 */
export function asking<T>(address: string, answer: (found: T | null) => void) {
	let timer: ReturnType<typeof setTimeout> | undefined;
	let running: AbortController | undefined;

	function stop(): void {
		clearTimeout(timer);
		running?.abort();
	}

	function ask(q: string, pause = PAUSE): void {
		stop();
		timer = setTimeout(async () => {
			const mine = (running = new AbortController());
			const found = await fetch(`${address}?${new URLSearchParams({ q: q.trim() })}`, {
				signal: mine.signal,
				headers: { accept: 'application/json' }
			})
				.then((response) => (response.ok ? (response.json() as Promise<T>) : null))
				.catch(() => null);
			if (!mine.signal.aborted) answer(found);
		}, pause);
	}

	return { ask, stop };
}
