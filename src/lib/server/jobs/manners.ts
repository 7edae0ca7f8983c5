import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

/** Lists of processors as `taskset` reads them: for work that takes long, and while pages are asked for. */
export interface Shares {
	wide: string;
	narrow: string;
}

/**
 * The processors that work which takes long may use: all but a quarter of ours, and while pages are
 * asked for a quarter only, so that a page finds some where nothing has to make way. A quarter is one
 * at least. Null where that cannot be said.
 */
export function sharedOut(status: string): Shares | null {
	const list = /^Cpus_allowed_list:\s*([\d,-]+)$/m.exec(status)?.[1] ?? '';
	const ours = list.split(',').flatMap((range) => {
		const [first, last = first] = range.split('-').map(Number);
		return Array.from({ length: last! - first! + 1 }, (_, n) => first! + n);
	});
	const quarter = Math.max(1, Math.floor(ours.length / 4));
	if (!list || ours.length <= quarter) return null;
	return { wide: ours.slice(quarter).join(','), narrow: ours.slice(-quarter).join(',') };
}

/** The same of this process, where the system tells and can keep to it. */
export function shares(): Shares | null {
	try {
		const found = sharedOut(readFileSync('/proc/self/status', 'utf8'));
		return found && works(['taskset', '-c', found.wide]) ? found : null;
	} catch {
		return null;
	}
}

/**
 * What a worker is started through: it dies with the portal even when that is killed. One that takes
 * long gets, with every tool it starts, the disk when nobody else wants it, the lowest priority, and
 * some processors only, because an encoder uses more threads than it is told.
 *
 * Not the class for idle time, unless there is one processor for all: Linux takes a processor that
 * does nothing but such work for a free one and sends the threads of pages there, where now and then
 * one waits for a tick of the clock, up to 4 ms, before it gets its turn.
 */
export function wantedFor(patient: boolean, some: Shares | null): string[][] {
	const wanted = [['setpriv', '--pdeathsig', 'KILL']];
	if (!patient) return wanted;
	if (some) wanted.push(['taskset', '-c', some.wide], ['nice', '-n', '19']);
	else wanted.push(['chrt', '--idle', '0']);
	return [...wanted, ['ionice', '-c', '3']];
}

/** As many of these as the system has. */
export const through = (patient: boolean, some: Shares | null): string[] =>
	wantedFor(patient, some).reduce<string[]>(
		(all, more) => (works([...all, ...more]) ? [...all, ...more] : all),
		[]
	);

const known = new Map<string, boolean>();

/** Whether a command can be started through others, tried once: some systems know fewer options. */
function works(command: string[]): boolean {
	const key = command.join(' ');
	if (!known.has(key))
		known.set(
			key,
			spawnSync(command[0]!, [...command.slice(1), 'true'], { stdio: 'ignore' }).status === 0
		);
	return known.get(key)!;
}
