import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { afterEach, expect, it } from 'vitest';
import { moveAll, Room } from './make-way';
import { shares } from './manners';

it('work that takes long makes way at the first look at which pages are asked for', () => {
	const room = new Room();
	expect(room.look(0.01, 0)).toBe(false);
	expect(room.look(0.3, 500)).toBe(true);
	expect(room.way).toBe('narrow');
	expect(room.look(0.3, 1000)).toBe(false);
});

it('it has all its room again after five seconds without, and not sooner', () => {
	const room = new Room();
	room.look(0.3, 1000);
	expect(room.look(0, 5999)).toBe(false);
	expect(room.look(0, 6000)).toBe(true);
	expect(room.way).toBe('wide');
});

it('a page every few seconds, or a look at the queue, takes no room from it', () => {
	const room = new Room();
	for (let now = 0; now < 60_000; now += 500) room.look(0.04, now);
	expect(room.way).toBe('wide');
});

let started: ChildProcess | undefined;
afterEach(() => void started?.kill('SIGKILL'));

const some = shares();
const placeOf = (pid: number) =>
	/^Cpus_allowed_list:\s*(\S+)$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))![1];

it.skipIf(!some)('who makes way does so with what it has started and will start', async () => {
	// Says the process of a tool that runs, and of one that is started once it is told to.
	started = spawn('sh', ['-c', 'sleep 60 & echo $!; read line; sleep 60 & echo $!; wait'], {
		stdio: ['pipe', 'pipe', 'ignore']
	});
	const said = () =>
		new Promise<number>((told) => started!.stdout!.once('data', (line) => told(Number(line))));
	const first = await said();
	await moveAll(started.pid!, some!.narrow);
	const next = said();
	started.stdin!.write('go\n');
	const second = await next;
	const places = [started.pid!, first, second].map(placeOf);
	for (const pid of [first, second]) process.kill(pid, 'SIGKILL');
	expect(places).toEqual([some!.narrow, some!.narrow, some!.narrow]);
});

it('moving a process that is gone is no error', async () => {
	await expect(moveAll(2 ** 22 + 1, '0')).resolves.toBeUndefined();
});
