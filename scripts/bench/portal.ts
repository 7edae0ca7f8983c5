import { type ChildProcess, spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import net from 'node:net';

/** A running server of the built portal, in a process of its own. */
export interface Portal {
	origin: string;
	pid: number;
	/** Milliseconds from starting the process until the first page was answered whole. */
	startMs: number;
	/** Resident memory now, bytes; null where the system does not tell. */
	memory: () => number | null;
	/** Processor time it has taken so far, milliseconds; null where the system does not tell. */
	busy: () => number | null;
	stop: () => Promise<void>;
}

/** What a measured server gets as environment: nothing of ours leaks in. */
const environment = (dataDir: string, port: number) => ({
	PATH: process.env.PATH,
	HOME: process.env.HOME,
	NODE_ENV: 'production',
	DATA_DIR: dataDir,
	PORT: String(port),
	LOG_LEVEL: 'warn'
});

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
 * Starts the portal on `dataDir` (an empty one gets the demonstration content) and asks for `/`.
 * @param settings of the environment, over the usual ones
 */
export async function startPortal(
	root: string,
	dataDir: string,
	settings: Record<string, string> = {}
): Promise<Portal> {
	const port = await freePort();
	const began = performance.now();
	const child = spawn(process.execPath, ['server/index.js'], {
		cwd: root,
		env: { ...environment(dataDir, port), ...settings },
		stdio: ['ignore', 'ignore', 'pipe']
	});
	let said = '';
	child.stderr.setEncoding('utf8').on('data', (text: string) => (said += text));
	const origin = `http://127.0.0.1:${port}`;
	for (;;) {
		if (child.exitCode !== null) throw new Error(`The server did not start:\n${said}`);
		const answered = await fetch(origin)
			.then(async (answer) => answer.ok && (await answer.text()).length > 0)
			.catch(() => false);
		if (answered) break;
		await new Promise((wait) => setTimeout(wait, 5));
	}
	return {
		origin,
		pid: child.pid!,
		startMs: performance.now() - began,
		memory: () => residentBytes(child.pid!),
		busy: () => processorMs(child.pid!),
		stop: () => stopped(child)
	};
}

/** Fills `dataDir` with demonstration content, and `volume` synthetic places, through the command. */
export async function seedPortal(root: string, dataDir: string, volume: number): Promise<void> {
	const child = spawn(
		process.execPath,
		['build/bin/seed.js', ...(volume ? ['--volume', String(volume)] : [])],
		{ cwd: root, env: environment(dataDir, 0), stdio: ['ignore', 'ignore', 'inherit'] }
	);
	const code = await new Promise((done) => child.once('close', done));
	if (code !== 0) throw new Error(`Seeding ended with ${String(code)}.`);
}

/** Ends a process that this benchmark started and waits until it is gone. */
export function stopped(child: ChildProcess): Promise<void> {
	if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve();
	const gone = new Promise<void>((done) => child.once('close', () => done()));
	child.kill('SIGTERM');
	const late = setTimeout(() => child.kill('SIGKILL'), 10_000);
	return gone.finally(() => clearTimeout(late));
}

function residentBytes(pid: number): number | null {
	try {
		const status = readFileSync(`/proc/${pid}/status`, 'utf8');
		return Number(/^VmRSS:\s+(\d+) kB$/m.exec(status)![1]) * 1024;
	} catch {
		return null;
	}
}

/** Ticks of the clock processes are charged by are a hundredth of a second on every Linux. */
function processorMs(pid: number): number | null {
	try {
		const after = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').pop()!.split(' ');
		return (Number(after[11]) + Number(after[12])) * 10;
	} catch {
		return null;
	}
}
