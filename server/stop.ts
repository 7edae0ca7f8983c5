import type { Server } from 'node:http';

type Stopper = {
	/** True from the first signal on. */
	stopping: () => boolean;
	/** Begins to stop; a second call a moment later exits at once. */
	stop: (reason: string, code?: number) => void;
};

/**
 * The graceful stop: readiness fails, no new connections, answers under way get `grace` milliseconds,
 * then everything that was opened is closed in reverse order and the process exits.
 */
export function makeStopper(given: {
	servers: () => Server[];
	closers: (() => Promise<void>)[];
	say: (text: string) => void;
	exit: (code: number) => void;
	grace?: number;
}): Stopper {
	const { servers, closers, say, exit, grace = 10_000 } = given;
	let since: number | null = null;

	async function finish(code: number): Promise<void> {
		const sweep = setInterval(
			() => servers().forEach((server) => server.closeIdleConnections()),
			50
		);
		const cut = setTimeout(
			() => servers().forEach((server) => server.closeAllConnections()),
			grace
		);
		await Promise.all(servers().map((server) => new Promise((done) => server.close(done))));
		clearInterval(sweep);
		clearTimeout(cut);
		for (const close of closers.splice(0).reverse()) {
			try {
				await close();
			} catch (error) {
				say(`could not close cleanly: ${error instanceof Error ? error.message : String(error)}`);
				code ||= 1;
			}
		}
		exit(code);
	}

	return {
		stopping: () => since !== null,
		stop(reason, code = 0) {
			const now = Date.now();
			// Ctrl-C reaches us twice, from the terminal and from the parent: that is one signal.
			if (since !== null) return now - since > 500 ? exit(code || 1) : undefined;
			since = now;
			say(`stopping (${reason})`);
			void finish(code);
		}
	};
}
