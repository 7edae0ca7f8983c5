import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { root, say } from './process.mjs';

/** Stops before anything is rebuilt under the feet of a running server. */
export function refuseIfServing() {
	const dir = process.env.DATA_DIR?.trim() || 'data';
	try {
		const { pid, host, purpose } = JSON.parse(readFileSync(join(root, dir, 'liantu.lock'), 'utf8'));
		if (host !== hostname() || pid === process.pid) return;
		process.kill(pid, 0);
		const born = readFileSync(`/proc/${pid}/cmdline`, 'utf8');
		if (!born.includes('node')) return;
		say(
			`The data directory ${dir} is in use by “${purpose}” (process ${pid}). Stop it first, or set DATA_DIR to another directory.`
		);
		process.exit(75);
	} catch {
		// No lock, an unreadable one or a dead holder: the server itself looks more closely.
	}
}

/**
 * Runs a server in this terminal until it ends, with its exit code. Signals are passed on; when npm or
 * the shell above us dies without a word, the channel closes and the server stops by itself.
 * @param {string[]} args
 */
export function serve(args) {
	const child = spawn(process.execPath, args, {
		cwd: root,
		stdio: ['inherit', 'inherit', 'inherit', 'ipc']
	});
	for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP']))
		process.on(signal, () => child.kill(signal === 'SIGHUP' ? 'SIGTERM' : signal));
	child.on('error', (error) => {
		say(`The server could not be started: ${error.message}`);
		process.exit(1);
	});
	child.on('exit', (code, signal) => process.exit(code ?? (signal === 'SIGINT' ? 130 : 143)));

	const above = ancestors();
	setInterval(() => {
		const now = ancestors();
		if (above.every((pid, level) => now[level] === pid)) return;
		child.kill('SIGTERM');
	}, 500).unref();
}

/** Our parent and, where /proc tells, its parent: npm starts us through a shell that outlives it. */
function ancestors() {
	const parent = process.ppid;
	try {
		const stat = readFileSync(`/proc/${parent}/stat`, 'utf8');
		return [parent, Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1])];
	} catch {
		return [parent];
	}
}
