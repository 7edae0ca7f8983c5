import { spawn } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { stopped } from './portal';

/** Recorded answers by request target: content type and body in base64. */
type Recording = Record<string, { type: string; body: string }>;

/** A bare node:http server answering recorded bytes, the yardstick of all rates. */
interface Bare {
	origin: string;
	/** Middle size of the recorded bodies, bytes. */
	bytes: number;
	stop: () => Promise<void>;
}

/**
 * Asks the portal once for every path and starts a bare server, in a process of its own, that answers
 * the same bytes with the same content type and nothing else.
 * @throws when the portal does not answer one of them with 200
 */
export async function bareOf(origin: string, paths: string[], folder: string): Promise<Bare> {
	const recording: Recording = {};
	const sizes: number[] = [];
	for (const path of paths) {
		const answer = await fetch(origin + path, { headers: { 'accept-encoding': 'identity' } });
		const body = Buffer.from(await answer.arrayBuffer());
		if (answer.status !== 200) throw new Error(`${path} answered ${answer.status}`);
		sizes.push(body.length);
		recording[path] = {
			type: answer.headers.get('content-type') ?? '',
			body: body.toString('base64')
		};
	}
	const file = join(folder, `recording-${Math.random().toString(36).slice(2)}.json`);
	writeFileSync(file, JSON.stringify(recording));
	const child = spawn(process.execPath, [process.argv[1]!, '--bare', file], {
		stdio: ['ignore', 'pipe', 'inherit'],
		env: { PATH: process.env.PATH, NODE_ENV: 'production' }
	});
	const port = await new Promise<string>((told) =>
		child.stdout.once('data', (text: Buffer) => told(text.toString().trim()))
	);
	return {
		origin: `http://127.0.0.1:${port}`,
		bytes: sizes.sort((a, b) => a - b)[sizes.length >> 1] ?? 0,
		stop: () => stopped(child)
	};
}

/** The bare server itself; says its port on standard output. */
export function serveBare(file: string): void {
	const recording = JSON.parse(readFileSync(file, 'utf8')) as Recording;
	const answers = new Map(
		Object.entries(recording).map(([path, { type, body }]) => [
			path,
			{ type, body: Buffer.from(body, 'base64') }
		])
	);
	const server = createServer((req, res) => {
		const { type, body } = answers.get(req.url!)!;
		res.writeHead(200, { 'content-type': type, 'content-length': body.length });
		res.end(body);
	});
	server.listen(0, '127.0.0.1', () => {
		const address = server.address();
		console.log(typeof address === 'object' ? address?.port : '');
	});
}
