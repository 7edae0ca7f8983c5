import { spawn, spawnSync } from 'node:child_process';
import { availableParallelism } from 'node:os';
import type { Readable } from 'node:stream';

/** What holds a tool on a short leash, where the system has it. Tried once. */
let leash: string[] | null = null;

/** Address space of one tool: decoding 4K on four threads takes about 2 GB of it. */
const MEMORY = 6 * 1024 ** 3;

const does = (command: string[]) =>
	spawnSync(command[0]!, [...command.slice(1), 'true'], { stdio: 'ignore' }).status === 0;

/**
 * The commands a tool is started through: no network at all, dead with whoever started it, bounded
 * memory, low priority. Each replaces itself by the next, so the process that is killed is the tool.
 * What a system lacks is left out; the tool’s own options still forbid everything but one file.
 */
function leashed(): string[] {
	if (leash) return leash;
	const wanted = [
		['unshare', '--map-root-user', '--net'],
		['setpriv', '--pdeathsig', 'KILL', '--no-new-privs'],
		['prlimit', `--as=${MEMORY}`, '--core=0'],
		['nice', '-n', '10']
	];
	// One after the other, because what works alone may not work within another.
	return (leash = wanted.reduce<string[]>(
		(held, more) => (does([...held, ...more]) ? [...held, ...more] : held),
		[]
	));
}

/** What the portal knows of the leash, for whoever wants to see whether it holds. */
export const leashOf = (): readonly string[] => leashed();

const tools = new Map<string, string>();

/** The version of ffmpeg or ffprobe; null as long as the system has none. */
export function versionOf(tool: 'ffmpeg' | 'ffprobe'): string | null {
	const known = tools.get(tool);
	if (known !== undefined) return known;
	const told = spawnSync(tool, ['-version'], { encoding: 'utf8' });
	if (told.status !== 0) return null;
	const version = /version (\S+)/.exec(told.stdout ?? '')?.[1] ?? 'unknown';
	tools.set(tool, version);
	return version;
}

export const THREADS = Math.min(4, availableParallelism());

/** What a tool wrote, and how it ended. */
interface Ran {
	/** Exit code; null when it was killed. */
	code: number | null;
	/** The time was over. */
	late: boolean;
	complaints: string;
}

interface Order {
	/** Milliseconds. */
	longest: number;
	signal?: AbortSignal;
	/** What is done with what it writes, by the number of the pipe: 1 is its ordinary output. */
	pipes: Record<number, (piece: Buffer) => void>;
}

/** How much of a tool’s complaints is kept; of the rest only that there was more. */
const COMPLAINTS = 256 * 1024;

/**
 * Runs a tool on its leash, without a shell: every argument reaches it as it is.
 * @throws when it cannot be started or `signal` says so; however else it ends is a result
 */
export function run(
	tool: 'ffmpeg' | 'ffprobe',
	args: string[],
	{ longest, signal, pipes }: Order
): Promise<Ran> {
	signal?.throwIfAborted();
	const argv = [...leashed(), tool, ...args];
	const highest = Math.max(2, ...Object.keys(pipes).map(Number));
	const child = spawn(argv[0]!, argv.slice(1), {
		cwd: '/',
		// Few arenas: on many cores they alone would use up the address space.
		env: {
			PATH: process.env.PATH,
			LC_ALL: 'C',
			AV_LOG_FORCE_NOCOLOR: '1',
			MALLOC_ARENA_MAX: '4'
		},
		stdio: Array.from({ length: highest + 1 }, (_, n) => (n === 2 || pipes[n] ? 'pipe' : 'ignore'))
	});
	let late = false;
	let complaints = '';
	const kill = () => child.kill('SIGKILL');
	const clock = setTimeout(() => {
		late = true;
		kill();
	}, longest);
	signal?.addEventListener('abort', kill, { once: true });
	(child.stdio[2] as Readable).setEncoding('latin1').on('data', (text: string) => {
		if (complaints.length < COMPLAINTS) complaints += text;
	});
	for (const [number, take] of Object.entries(pipes)) {
		const pipe = child.stdio[Number(number)] as Readable;
		pipe.on('data', take).on('error', kill);
	}
	return new Promise<Ran>((done, failed) => {
		child.on('error', failed);
		child.on('close', (code) => {
			if (signal?.aborted) failed(signal.reason as Error);
			else done({ code, late, complaints });
		});
	}).finally(() => {
		clearTimeout(clock);
		signal?.removeEventListener('abort', kill);
	});
}
