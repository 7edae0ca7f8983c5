import { createHash } from 'node:crypto';
import { readdir, readFile, rm, stat, utimes } from 'node:fs/promises';
import { join } from 'node:path';
import type { Card } from './card';
import { make } from './make';
import type { Job } from './make';
import type { Ground, Sight } from './window';

/** Grows when the drawing itself changes, so that no old picture is served. */
const DESIGN = 3;
/** Pictures painted at once; each takes about a third of a second of one core. */
const AT_ONCE = 2;
/** Pictures that may wait; more are turned away, or a crawler could fill the memory. */
const WAITING = 60;
/** Pictures kept on disk, about 120 KB each; the longest unused go first. */
const KEPT = 2000;

const underWay = new Map<string, Promise<Buffer>>();
const queue: (() => void)[] = [];
let busy = 0;

/** Said when too many pictures wait: ask again later. */
export class TooBusy extends Error {}

/**
 * The picture of a card as PNG, from `folder` when it was painted before. Each is painted once
 * however many ask for it.
 * @param by who paints it; in this process when left out
 * @throws {TooBusy} when too many wait
 */
export async function paint(
	words: Card,
	sight: Sight,
	ground: Ground,
	folder: string,
	by: (job: Job) => Promise<void> = make
): Promise<{ bytes: Buffer; hash: string }> {
	const drawn = await stat(ground.file).catch(() => null);
	const hash = createHash('sha256')
		.update(JSON.stringify([DESIGN, words, sight, drawn?.mtimeMs ?? 0, drawn?.size ?? 0]))
		.digest('base64url')
		.slice(0, 24);
	const file = join(folder, `${hash}.png`);
	const kept = await readFile(file).catch(() => null);
	if (kept) {
		const now = new Date();
		await utimes(file, now, now).catch(() => {});
		return { bytes: kept, hash };
	}
	let work = underWay.get(hash);
	if (!work) {
		if (queue.length >= WAITING) throw new TooBusy();
		work = inTurn(async () => {
			await by({ words, sight, ground, folder, file });
			await prune(folder);
			return readFile(file);
		});
		underWay.set(hash, work);
		work.catch(() => {}).finally(() => underWay.delete(hash));
	}
	return { bytes: await work, hash };
}

async function inTurn<T>(act: () => Promise<T>): Promise<T> {
	if (busy >= AT_ONCE) await new Promise<void>((next) => queue.push(next));
	else busy++;
	try {
		return await act();
	} finally {
		const next = queue.shift();
		if (next) next();
		else busy--;
	}
}

async function prune(folder: string): Promise<void> {
	const names = (await readdir(folder)).filter((name) => /^(?!ground-).*\.png$/.test(name));
	if (names.length <= KEPT) return;
	const aged = await Promise.all(
		names.map(async (name) => ({ name, at: (await stat(join(folder, name))).mtimeMs }))
	);
	aged.sort((a, b) => a.at - b.at);
	for (const { name } of aged.slice(0, Math.ceil(KEPT / 10)))
		await rm(join(folder, name), { force: true });
}
