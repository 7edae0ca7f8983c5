import net from 'node:net';
import type { AddressInfo } from 'node:net';

/** The harmless file every scanner takes for a virus, put together so that none finds it here. */
export const EICAR = [
	'X5O!P%@AP[4\\PZX54(P^)7CC)7}$',
	'EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*'
].join('');

/** A stand-in for clamd that speaks INSTREAM, finds EICAR, and can be told to be of no use. */
export interface Clamd {
	port: number;
	/** Bytes of each stream that was looked at to its end. */
	seen: Buffer[];
	/** What it answers instead of looking; null to look. */
	says: string | null;
	stop: () => Promise<void>;
}

export async function openClamd(): Promise<Clamd> {
	const one: Clamd = { port: 0, seen: [], says: null, stop: async () => {} };
	const sockets = new Set<net.Socket>();
	const server = net.createServer((socket) => {
		sockets.add(socket);
		let got = Buffer.alloc(0);
		socket.on('error', () => {});
		socket.on('close', () => sockets.delete(socket));
		socket.on('data', (piece: Buffer) => {
			if (one.says !== null) return void socket.end(one.says);
			got = Buffer.concat([got, piece]);
			const bytes = streamIn(got);
			if (!bytes) return;
			one.seen.push(bytes);
			socket.end(bytes.includes(EICAR) ? 'stream: Eicar-Signature FOUND\0' : 'stream: OK\0');
		});
	});
	await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
	one.port = (server.address() as AddressInfo).port;
	one.stop = () =>
		new Promise((done) => {
			for (const socket of sockets) socket.destroy();
			server.close(() => done());
		});
	return one;
}

/** The bytes of a whole stream; null as long as its end has not come. */
function streamIn(got: Buffer): Buffer | null {
	const command = 'zINSTREAM\0';
	if (got.length < command.length) return null;
	if (got.toString('latin1', 0, command.length) !== command) throw new Error('no stream');
	const pieces: Buffer[] = [];
	for (let at = command.length; at + 4 <= got.length;) {
		const length = got.readUInt32BE(at);
		if (length === 0) return Buffer.concat(pieces);
		pieces.push(got.subarray(at + 4, at + 4 + length));
		at += 4 + length;
	}
	return null;
}
