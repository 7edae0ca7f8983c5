import type { ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { FolderStorage } from '../../src/lib/server/storage/folder';
import { byTurns, latencies } from './by-turns';
import { type Figure, median, percentile } from './figure';
import { freePort, seedPortal, startPortal } from './portal';
import type { Portal } from './portal';
import { atRest, prepareUploads } from './uploads-ground';
import { makeFilm, send, startNginx } from './uploads-send';
import type { Counter } from './uploads-send';

const part = 'uploads';
const MB = 1024 * 1024;
const AT_ONCE = 20;

/**
 * Films arriving: one against nginx writing the same file, twenty at once and what they cost the
 * pages and the memory, and how soon a part of a long film is there.
 */
export async function measureUploads(
	root: string,
	folder: string,
	{ bytes, rounds }: { bytes: number; rounds: number }
): Promise<Figure[]> {
	const dataDir = mkdtempSync(join(folder, 'uploads-'));
	await seedPortal(root, dataDir, 0);
	const account = await prepareUploads(root, dataDir);
	const film = join(folder, 'film.mp4');
	makeFilm(film, bytes);
	const portal = await startPortal(root, dataDir);
	try {
		const counter = { origin: portal.origin, ...account };
		return [
			await alone(counter, { film, bytes, rounds, folder, dataDir }),
			...(await together(portal, counter, { film, bytes })),
			await seek(dataDir, film)
		];
	} finally {
		await portal.stop();
		rmSync(dataDir, { recursive: true, force: true });
		rmSync(film, { force: true });
	}
}

async function alone(
	counter: Counter,
	given: { film: string; bytes: number; rounds: number; folder: string; dataDir: string }
): Promise<Figure> {
	const { film, bytes, rounds, folder, dataDir } = given;
	const nginx = await startNginx(folder, await freePort());
	const ours: number[] = [];
	const bare: number[] = [];
	try {
		// The first round warms both up and does not count.
		for (let round = 0; round <= rounds; round++) {
			const put = await nginx?.put(film);
			const sent = await send(counter, film, bytes);
			await atRest(dataDir);
			if (round === 0) continue;
			if (put !== undefined) bare.push(put);
			ours.push(sent);
		}
	} finally {
		await nginx?.stop();
	}
	return {
		part,
		name: 'one film to the disk with its SHA-256, baseline nginx PUT',
		ours: bytes / MB / median(ours),
		...(nginx ? { baseline: bytes / MB / median(bare) } : {}),
		unit: 'MB/s',
		target: { of: 'ratio', at: 'least', value: 0.6 },
		note: nginx
			? `${bytes / MB} MB in one request by curl; both until the bytes are on the disk`
			: 'nginx is not installed here: there is nothing to compare with'
	};
}

/**
 * Twenty films at once. While pages are asked for in peace their senders stand still, so that both
 * kinds of windows meet the same machine; they have no less of the machine than anybody else.
 */
async function together(
	portal: Portal,
	counter: Counter,
	{ film, bytes }: { film: string; bytes: number }
): Promise<Figure[]> {
	await latencies(portal.origin, 2000);
	const before = portal.memory();
	let most = before ?? 0;
	const watch = setInterval(() => (most = Math.max(most, portal.memory() ?? 0)), 100);
	const senders = new Set<ChildProcess>();
	let under = AT_ONCE;
	const tell = (signal: NodeJS.Signals) => {
		for (const sender of senders) sender.kill(signal);
	};
	const sending = Promise.all(
		Array.from({ length: AT_ONCE }, () =>
			send(counter, film, bytes, (child) => senders.add(child)).finally(() => under--)
		)
	);
	// Whatever breaks, nobody is left standing still.
	const taken = await byTurns(
		portal.origin,
		{
			async hold() {
				while (senders.size < AT_ONCE) await wait(50);
				tell('SIGSTOP');
				await wait(700);
				return under === AT_ONCE;
			},
			async go() {
				tell('SIGCONT');
				await wait(300);
			},
			still: () => under === AT_ONCE
		},
		{ pages: 500, windows: Infinity }
	).finally(() => tell('SIGCONT'));
	const began = performance.now();
	await sending;
	clearInterval(watch);
	const note = `${AT_ONCE} films of ${bytes / MB} MB at once, ${taken.windows} pairs of windows of ${taken.pages / taken.windows} pages, the middle of their ratios; the last film ${Math.round((performance.now() - began) / 1000)} s after the first`;
	return [
		{
			part,
			name: 'page while twenty films arrive, p99, baseline in peace',
			ours: taken.beside,
			baseline: taken.peace,
			ratio: taken.ratio,
			unit: 'ms',
			target: { of: 'ratio', at: 'most', value: 1.25 },
			note
		},
		{
			part,
			name: 'memory that twenty films take',
			ours: before === null ? null : (most - before) / MB,
			unit: 'MB',
			target: { of: 'ours', at: 'most', value: 120 }
		}
	];
}

async function seek(dataDir: string, film: string): Promise<Figure> {
	const store = new FolderStorage(join(dataDir, 'files'));
	const { bytes } = await store.put('films/bench/original', film);
	const times: number[] = [];
	for (let n = 0; n < 300; n++) {
		const start = Math.floor(((n * 7919) % 300) * (bytes / 300));
		const began = performance.now();
		const stream = await store.read('films/bench/original', { start });
		await new Promise((done) => stream.once('data', done));
		times.push(performance.now() - began);
		stream.destroy();
	}
	return {
		part,
		name: 'first byte anywhere in a long film, p99',
		ours: percentile(times, 99),
		unit: 'ms',
		target: { of: 'ours', at: 'most', value: 20 },
		note: `from the store, ${Math.round(bytes / MB)} MB`
	};
}
