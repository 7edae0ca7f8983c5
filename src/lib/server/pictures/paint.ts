import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, rename, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { card, WINDOW } from './card';
import type { Card } from './card';
import { Typesetter } from './type';
import { look } from './window';
import type { Ground, Sight } from './window';

/** Grows when the drawing itself changes, so that no old picture is served. */
const DESIGN = 3;
/** Pictures painted at once; each takes about a third of a second of one core. */
const AT_ONCE = 2;
/** Pictures that may wait; more are turned away, or a crawler could fill the memory. */
const WAITING = 60;
/** Pictures kept on disk, about 120 KB each; the longest unused go first. */
const KEPT = 2000;
/** Pixels per unit of the ground when it is drawn for cutting. */
const FINENESS = 1.6;

const underWay = new Map<string, Promise<Buffer>>();
const queue: (() => void)[] = [];
let busy = 0;

/** Said when too many pictures wait: ask again later. */
export class TooBusy extends Error {}

/**
 * The picture of a card as PNG, from `folder` when it was painted before. Each is painted once
 * however many ask for it.
 * @throws {TooBusy} when too many wait
 */
export async function paint(
	words: Card,
	sight: Sight,
	ground: Ground,
	folder: string
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
		work = inTurn(() => make(words, sight, ground, folder, file));
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

/** sharp, told to keep nothing and to leave the other cores to the pages. */
async function press() {
	const { default: sharp } = await import('sharp');
	sharp.cache(false);
	sharp.concurrency(1);
	return sharp;
}

async function make(
	words: Card,
	sight: Sight,
	ground: Ground,
	folder: string,
	file: string
): Promise<Buffer> {
	await mkdir(folder, { recursive: true });
	const sharp = await press();
	const { left, top, side, ...drawn } = look(sight, ground.frame);
	const whole = await drawnGround(ground, folder).catch(() => null);
	const map =
		whole === null
			? null
			: await sharp(whole)
					.extract({
						left: Math.round(left * FINENESS),
						top: Math.round(top * FINENESS),
						width: Math.floor(side * FINENESS),
						height: Math.floor(side * FINENESS)
					})
					.resize(WINDOW, WINDOW)
					.png({ compressionLevel: 1 })
					.toBuffer();
	const svg = card(await Typesetter.open(), words, { map, ...drawn });
	const bytes = await sharp(Buffer.from(svg))
		.png({ palette: true, quality: 92, dither: 0.6, effort: 4 })
		.toBuffer();
	await keep(file, bytes);
	await prune(folder);
	return bytes;
}

/** The ground as pixels, drawn once and kept beside the pictures: drawing it takes seconds. */
async function drawnGround({ file, frame }: Ground, folder: string): Promise<string> {
	const { mtimeMs, size } = await stat(file);
	const kept = join(folder, `ground-${size}-${Math.round(mtimeMs)}.png`);
	if (await stat(kept).catch(() => null)) return kept;
	const sharp = await press();
	const bytes = await sharp(file, { density: 72 * FINENESS })
		.resize(Math.round(frame.width * FINENESS), Math.round(frame.height * FINENESS))
		.png()
		.toBuffer();
	await keep(kept, bytes);
	return kept;
}

/** Writes a file whole or not at all. */
async function keep(file: string, bytes: Buffer): Promise<void> {
	const draft = `${file}.${process.pid}.${Math.random().toString(36).slice(2)}`;
	await writeFile(draft, bytes);
	await rename(draft, file);
}

async function prune(folder: string): Promise<void> {
	const names = (await readdir(folder)).filter((name) => name.endsWith('.png'));
	if (names.length <= KEPT) return;
	const aged = await Promise.all(
		names.map(async (name) => ({ name, at: (await stat(join(folder, name))).mtimeMs }))
	);
	aged.sort((a, b) => a.at - b.at);
	for (const { name } of aged.slice(0, Math.ceil(KEPT / 10)))
		await rm(join(folder, name), { force: true });
}
