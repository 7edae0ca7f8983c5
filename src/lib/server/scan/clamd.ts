import { connect } from 'node:net';
import type { Scanner } from '$lib/domain/scanner';

/** What a scanner says of a file: the name of what it found, or null for nothing. */
interface Scanned {
	found: string | null;
}

/** The scanner is not there, or looked at nothing; what it said stands in the message. */
export class Unscanned extends Error {
	override name = 'Unscanned';
}

/** Milliseconds without a sign of the scanner: it is silent while it looks at a long film. */
const SILENCE = 10 * 60_000;
/** Bytes after which nothing more is sent: no clamd looks at more of one file. */
const MOST = 2_000_000_000;

/**
 * Sends bytes to clamd (INSTREAM of its protocol: pieces with their length before them, a zero at the
 * end) and says what it found. Anything but a clear answer counts as no look at all.
 * @throws Unscanned
 */
export async function scan(
	scanner: Scanner,
	bytes: AsyncIterable<Uint8Array>,
	signal?: AbortSignal
): Promise<Scanned> {
	const socket = connect(scanner);
	socket.setTimeout(SILENCE, () => socket.destroy(new Error('it is silent')));
	const abort = () => socket.destroy(new Error('broken off'));
	signal?.addEventListener('abort', abort, { once: true });
	let said = '';
	let fault: Error | null = null;
	socket.setEncoding('latin1').on('data', (text: string) => (said += text.slice(0, 1000)));
	socket.on('error', (error) => (fault ??= error));
	const closed = new Promise<void>((done) => socket.once('close', () => done()));
	try {
		const roomy = () =>
			Promise.race([new Promise<void>((done) => socket.once('drain', () => done())), closed]);
		socket.write('zINSTREAM\0');
		let sent = 0;
		for await (const piece of bytes) {
			if (socket.destroyed || said || sent >= MOST) break;
			if (!piece.length) continue;
			const length = Buffer.alloc(4);
			length.writeUInt32BE(piece.length);
			socket.write(length);
			sent += piece.length;
			if (!socket.write(piece)) await roomy();
		}
		if (!socket.destroyed) socket.write(Buffer.alloc(4));
		while (!said.includes('\0') && !socket.destroyed && !socket.readableEnded)
			await Promise.race([new Promise<void>((done) => socket.once('data', () => done())), closed]);
	} finally {
		signal?.removeEventListener('abort', abort);
		socket.destroy();
	}
	const answer = said.replace(/\0[^]*$/, '').trim();
	if (answer === 'stream: OK') return { found: null };
	const found = /^stream: (.{1,200}) FOUND$/.exec(answer)?.[1];
	if (found) return { found };
	const reason = answer || (fault as Error | null)?.message || 'it hung up';
	throw new Unscanned(reason.slice(0, 200));
}
