import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import net from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));

/** A server of the built portal, running in a process of its own. */
export type Served = {
	/** `http://127.0.0.1:<port>` */
	origin: string;
	port: number;
	pid: number;
	child: ChildProcess;
	dataDir: string;
	/** Everything it wrote so far: standard output and standard error. */
	out: () => string;
	err: () => string;
	/** Resolves with exit code or signal name once it ended. */
	ended: Promise<number | NodeJS.Signals>;
	/** Stops it gracefully and removes its data, unless the data was given. */
	stop: () => Promise<number | NodeJS.Signals>;
};

/** A port nobody listens on at this moment. */
export function freePort(): Promise<number> {
	return new Promise((found, failed) => {
		const probe = net.createServer().on('error', failed);
		probe.listen(0, '127.0.0.1', () => {
			const { port } = probe.address() as net.AddressInfo;
			probe.close(() => found(port));
		});
	});
}

/**
 * Starts `node server/index.js` on a free port with an empty data directory (so it holds the seed)
 * and resolves when it is ready.
 * @param settings environment variables on top, e.g. `{ DEMO: 'off', DATA_DIR: '…' }`
 * @throws when there is no build, or when it ends before it is ready, with what it said
 */
export async function serve(settings: Record<string, string> = {}): Promise<Served> {
	if (!existsSync(join(root, 'build', 'bin', 'main.js')))
		throw new Error('There is no build to serve. Run: node scripts/run.mjs build');
	const port = Number(settings.PORT ?? (await freePort()));
	const dataDir = settings.DATA_DIR ?? mkdtempSync(join(tmpdir(), 'liantu-data-'));
	const child = spawn(process.execPath, ['server/index.js'], {
		cwd: root,
		env: {
			PATH: process.env.PATH,
			HOME: process.env.HOME,
			NODE_ENV: 'production',
			PORT: String(port),
			DATA_DIR: dataDir,
			...settings
		},
		// The channel: a server whose test died stops by itself.
		stdio: ['ignore', 'pipe', 'pipe', 'ipc']
	});
	let out = '';
	let err = '';
	child.stdout!.setEncoding('utf8').on('data', (text: string) => (out += text));
	child.stderr!.setEncoding('utf8').on('data', (text: string) => (err += text));
	const ended = new Promise<number | NodeJS.Signals>((done) =>
		child.once('close', (code, signal) => done(code ?? signal ?? 1))
	);
	const ready = new Promise<void>((done) => {
		child.stderr!.on('data', () => {
			if (err.includes('is ready')) done();
		});
	});
	const first = await Promise.race([ready.then(() => 'ready' as const), ended]);
	if (first !== 'ready')
		throw new Error(`The server ended with ${first} before it was ready:\n${err}${out}`);
	return {
		origin: `http://127.0.0.1:${port}`,
		port,
		pid: child.pid!,
		child,
		dataDir,
		out: () => out,
		err: () => err,
		ended,
		async stop() {
			child.kill('SIGTERM');
			const code = await ended;
			if (settings.DATA_DIR === undefined) rmSync(dataDir, { recursive: true, force: true });
			return code;
		}
	};
}
