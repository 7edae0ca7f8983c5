import http from 'node:http';

/** Asks one server for pages over one connection that stays open. */
interface Asker {
	/** Milliseconds until the page was there whole. */
	ask: (path: string) => Promise<number>;
	close: () => void;
}

/**
 * As light as can be: what a page costs its reader, unpacking it and clearing away after it, is not
 * what is measured, and on the same machine it would be the greater part of the slowest pages.
 */
export function askerOf(origin: string): Asker {
	const agent = new http.Agent({ keepAlive: true, maxSockets: 1 });
	const headers = { accept: 'text/html', 'accept-encoding': 'gzip, deflate, br' };
	return {
		ask: (path) =>
			new Promise((done, failed) => {
				const began = performance.now();
				http
					.get(origin + path, { agent, headers }, (answer) => {
						if (answer.statusCode !== 200)
							failed(new Error(`${path} was answered ${answer.statusCode}`));
						answer.resume().on('end', () => done(performance.now() - began));
					})
					.on('error', failed);
			}),
		close: () => agent.destroy()
	};
}
