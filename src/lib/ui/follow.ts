/** ms between two questions. */
const EVERY = 1500;

interface Following {
	/** Answers with a text that differs once the page should. */
	address: string;
	/** The text the page was made for. */
	mark: () => string;
	/** Brings the page up to date. */
	changed: (mark: string) => Promise<unknown> | void;
	/** Whether the line is there. */
	line?: (there: boolean) => void;
	/** Goes on while nobody looks: a big screen is never looked at by its own browser. */
	always?: boolean;
}

/**
 * Keeps a page in step with what others do: asks for a short text every second and a half, and at once
 * when the page is looked at again or the line is back.
 * @returns how to stop
 */
export function follow({ address, mark, changed, line, always = false }: Following): () => void {
	let timer: ReturnType<typeof setTimeout> | undefined;
	let stopped = false;
	let busy = false;

	async function ask(): Promise<void> {
		clearTimeout(timer);
		if (stopped || busy) return;
		busy = true;
		try {
			if (always || document.visibilityState === 'visible') {
				const answer = await fetch(address, { cache: 'no-store' });
				const said = answer.ok ? await answer.text() : null;
				line?.(answer.ok);
				if (!stopped && said !== null && said !== mark()) await changed(said);
			}
		} catch {
			if (!stopped) line?.(false);
		} finally {
			busy = false;
			if (!stopped) timer = setTimeout(() => void ask(), EVERY);
		}
	}

	const now = () => void ask();
	addEventListener('online', now);
	document.addEventListener('visibilitychange', now);
	timer = setTimeout(now, EVERY);
	return () => {
		stopped = true;
		clearTimeout(timer);
		removeEventListener('online', now);
		document.removeEventListener('visibilitychange', now);
	};
}
