import {
	mkdirSync,
	readFileSync,
	renameSync,
	rmSync,
	statSync,
	utimesSync,
	writeFileSync
} from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';

type Holder = { pid: number; host: string; born: string; purpose: string };

/** A data directory that is ours until `release`, or who has it. */
type Lock = { ok: true; release: () => void } | { ok: false; pid: number; purpose: string };

const BEAT = 10_000;

/**
 * Takes a data directory for this process: two writers on one database would corrupt each other's
 * caches and content version. The lock is a file with the holder's process id; a lock whose process
 * is gone (on another host: whose heartbeat is older than 35 s) is recovered. Creates the directory.
 * @param purpose shown to whoever comes second, e.g. `server` or `import`
 * @throws when the directory cannot be written
 */
export function lockDataDir(dataDir: string, purpose: string): Lock {
	mkdirSync(dataDir, { recursive: true });
	const file = join(dataDir, 'liantu.lock');
	const mine = JSON.stringify({
		pid: process.pid,
		host: hostname(),
		born: bornAt(process.pid),
		purpose
	} satisfies Holder);
	for (let attempt = 0; attempt < 5; attempt++) {
		try {
			writeFileSync(file, mine, { flag: 'wx', mode: 0o600 });
			return { ok: true, release: keep(file, mine) };
		} catch (error) {
			if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
		}
		const found = read(file);
		if (found === null) continue;
		const holder = parse(found);
		if (holder && isAlive(holder, file))
			return { ok: false, pid: holder.pid, purpose: holder.purpose };
		// Moved aside rather than deleted: of two recoverers only one can move the stale file.
		const aside = `${file}.${process.pid}`;
		try {
			renameSync(file, aside);
			if (read(aside) !== found) renameSync(aside, file);
			else rmSync(aside);
		} catch {
			// Somebody else recovered it first; look again.
		}
	}
	const holder = parse(read(file) ?? '');
	return { ok: false, pid: holder?.pid ?? 0, purpose: holder?.purpose ?? 'unknown' };
}

/** The sentence for whoever finds the data directory taken. */
export function lockedSentence(dataDir: string, lock: { pid: number; purpose: string }): string {
	const who = lock.purpose === 'server' ? 'the server is running' : `“${lock.purpose}” is running`;
	return `The data directory ${dataDir} is in use: ${who} with this data (process ${lock.pid}). Stop it first, or set DATA_DIR to another directory.`;
}

function keep(file: string, mine: string): () => void {
	const timer = setInterval(() => {
		try {
			utimesSync(file, new Date(), new Date());
		} catch {
			// The directory went away; the next write will say so.
		}
	}, BEAT).unref();
	const release = () => {
		clearInterval(timer);
		process.off('exit', release);
		if (read(file) === mine) rmSync(file, { force: true });
	};
	process.once('exit', release);
	return release;
}

function read(file: string): string | null {
	try {
		return readFileSync(file, 'utf8');
	} catch {
		return null;
	}
}

function parse(text: string): Holder | null {
	try {
		const holder = JSON.parse(text) as Partial<Holder>;
		return Number.isInteger(holder.pid)
			? ({ host: '', born: '', purpose: 'unknown', ...holder } as Holder)
			: null;
	} catch {
		return null;
	}
}

function isAlive(holder: Holder, file: string): boolean {
	if (holder.host !== hostname()) {
		try {
			return Date.now() - statSync(file).mtimeMs < 3.5 * BEAT;
		} catch {
			return false;
		}
	}
	try {
		process.kill(holder.pid, 0);
	} catch (error) {
		return (error as NodeJS.ErrnoException).code === 'EPERM';
	}
	// A number can be reused, most of all in containers: the moment of birth tells them apart.
	return holder.born === bornAt(holder.pid);
}

/** When a process began, in clock ticks since boot; empty where /proc does not tell. */
function bornAt(pid: number): string {
	const stat = read(`/proc/${pid}/stat`);
	return stat?.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? '';
}
