/**
 * What the thread of {@link Hashes} runs, as text: it needs no file of its own in any build. It reads
 * from the disk what the portal has just written there, which still lies in memory, so that neither
 * the bytes nor their hashing pass through the thread that answers pages.
 *
 * Told: `{ do: 'follow', id, path, to }` hash on to byte `to`; `{ do: 'whole', id, path, to, n }` the
 * same and answer the hash; `{ do: 'drop', id }`; `{ do: 'rename', id, to }`.
 */
export const script = `
const { parentPort } = require('node:worker_threads');
const { createHash } = require('node:crypto');
const { closeSync, openSync, readSync } = require('node:fs');

const MOST = 512;
const running = new Map();
const piece = Buffer.allocUnsafe(1024 * 1024);

function follow(id, path, to) {
	let one = running.get(id);
	if (!one || one.at > to) one = { hash: createHash('sha256'), at: 0 };
	running.delete(id);
	running.set(id, one);
	if (running.size > MOST) running.delete(running.keys().next().value);
	if (one.at === to) return one;
	const file = openSync(path, 'r');
	try {
		while (one.at < to) {
			const length = readSync(file, piece, 0, Math.min(piece.length, to - one.at), one.at);
			if (!length) throw new Error('the file of an upload is shorter than its row says');
			one.hash.update(piece.subarray(0, length));
			one.at += length;
		}
	} finally {
		closeSync(file);
	}
	return one;
}

parentPort.on('message', (told) => {
	const { id, path, to, n } = told;
	if (told.do === 'drop') running.delete(id);
	else if (told.do === 'rename') {
		const one = running.get(id);
		running.delete(id);
		if (one) running.set(to, one);
	} else
		try {
			const one = follow(id, path, to);
			if (told.do !== 'whole') return;
			running.delete(id);
			parentPort.postMessage({ n, answer: one.hash.digest('hex') });
		} catch (error) {
			running.delete(id);
			if (told.do === 'whole') parentPort.postMessage({ n, error: { message: error.message } });
		}
});
`;
