// Not a command: the server starts this to read the words of one PDF, tells it which file over the
// channel, and the process ends with its answer. A PDF may unpack to any size and take any time; that
// must be the trouble of this process alone.
import { readFile } from 'node:fs/promises';
import { setPriority } from 'node:os';
import { Worker } from 'node:worker_threads';

/**
 * @typedef {{ file: string, pages: number, characters: number, bytes: number }} Job `bytes`: of memory
 * @typedef {{ pages: string[], count: number } | { fault: 'locked' | 'broken' | 'heavy' }} Answer
 */

// Pages of the portal come first.
setPriority(10);
process.on('disconnect', () => process.exit());
process.on('message', (/** @type {Job} */ job) => {
	// Reading keeps this thread busy, so another one watches what it takes.
	new Worker(
		`setInterval(() => process.memoryUsage.rss() > ${Number(job.bytes)} && process.kill(process.pid, 'SIGKILL'), 20)`,
		{ eval: true }
	).unref();
	read(job).then(
		(answer) => process.send?.(answer, () => process.exit()),
		(error) =>
			process.send?.({ fault: error?.name === 'PasswordException' ? 'locked' : 'broken' }, () =>
				process.exit()
			)
	);
});

/**
 * @param {Job} job
 * @returns {Promise<Answer>}
 */
async function read({ file, pages: most, characters }) {
	const { getDocumentProxy } = await import('unpdf');
	const pdf = await getDocumentProxy(new Uint8Array(await readFile(file)), {
		isEvalSupported: false,
		disableFontFace: true,
		useSystemFonts: false,
		maxImageSize: 1,
		verbosity: 0
	});
	const pages = [];
	let left = characters;
	for (let number = 1; number <= Math.min(pdf.numPages, most) && left > 0; number++) {
		const page = await pdf.getPage(number);
		const { items } = await page.getTextContent();
		const text = items
			.map((item) => ('str' in item ? item.str + (item.hasEOL ? '\n' : '') : ''))
			.join('')
			.slice(0, left);
		left -= text.length;
		pages.push(text);
		page.cleanup();
	}
	return { pages, count: pdf.numPages };
}
