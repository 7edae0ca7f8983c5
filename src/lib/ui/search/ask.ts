import type { Suggestion } from '../../domain/search/suggestion';

/** Pause after the last key before the server is asked, in milliseconds. */
const PAUSE = 120;

/**
 * Asks for suggestions one question at a time: a new question waits for a pause in typing and ends
 * the one before it. An answer that fails is no answer; the form still works.
 * @param address where suggestions are served, in the reader's language
 */
export function asker(address: string, answer: (found: Suggestion[], query: string) => void) {
	let timer: ReturnType<typeof setTimeout> | undefined;
	let running: AbortController | undefined;

	function stop(): void {
		clearTimeout(timer);
		running?.abort();
	}

	function ask(query: string): void {
		stop();
		if (!query.trim()) return answer([], query);
		timer = setTimeout(async () => {
			const mine = (running = new AbortController());
			try {
				const response = await fetch(`${address}?${new URLSearchParams({ q: query })}`, {
					signal: mine.signal,
					headers: { accept: 'application/json' }
				});
				const found = response.ok
					? ((await response.json()) as { suggestions: Suggestion[] })
					: null;
				if (!mine.signal.aborted) answer(found?.suggestions ?? [], query);
			} catch {
				if (!mine.signal.aborted) answer([], query);
			}
		}, PAUSE);
	}

	return { ask, stop };
}
