import http from 'node:http';
import net from 'node:net';

/** A whole HTTP answer as it came over the wire. */
export type Answer = {
	status: number;
	headers: http.IncomingHttpHeaders;
	body: Buffer;
	text: string;
};

/**
 * Sends one request exactly as given, forged headers included, on its own connection. No `Host` is
 * added beyond `127.0.0.1:port`.
 */
export function ask(
	port: number,
	path: string,
	{
		method = 'GET',
		headers = {},
		body
	}: { method?: string; headers?: http.OutgoingHttpHeaders; body?: string | Buffer } = {}
): Promise<Answer> {
	return new Promise((done, failed) => {
		const req = http.request(
			{ host: '127.0.0.1', port, path, method, headers, agent: false },
			(res) => {
				const parts: Buffer[] = [];
				res.on('data', (part: Buffer) => parts.push(part));
				res.on('error', failed);
				res.on('end', () => {
					const whole = Buffer.concat(parts);
					done({
						status: res.statusCode ?? 0,
						headers: res.headers,
						body: whole,
						text: whole.toString()
					});
				});
			}
		);
		req.on('error', failed);
		req.end(body);
	});
}

/** Sends bytes as they are and resolves with everything that comes back until the server closes. */
export function say(port: number, bytes: string | Buffer): Promise<string> {
	return new Promise((done, failed) => {
		const parts: Buffer[] = [];
		const socket = net.connect(port, '127.0.0.1', () => socket.write(bytes));
		socket.on('data', (part) => parts.push(part));
		socket.on('error', failed);
		socket.on('close', () => done(Buffer.concat(parts).toString()));
	});
}
