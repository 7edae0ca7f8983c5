import { mkdir, rename, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { card, SIGN, WINDOW } from './card';
import type { Card } from './card';
import { Typesetter } from './type';
import { look } from './window';
import type { Ground, Sight } from './window';

/** Pixels per unit of the ground when it is drawn for cutting. */
const FINENESS = 1.6;

/** sharp, told to keep nothing and to leave the other cores to the pages. */
async function press() {
	const { default: sharp } = await import('sharp');
	sharp.cache(false);
	sharp.concurrency(1);
	return sharp;
}

/** One picture to paint: what it says and shows, and the file it becomes, below `folder`. */
export interface Job {
	words: Card;
	sight: Sight;
	ground: Ground;
	folder: string;
	file: string;
}

/** Paints a picture into its file. Takes about a third of a second of one core and 100 MB. */
export async function make({ words, sight, ground, folder, file }: Job): Promise<void> {
	await mkdir(folder, { recursive: true });
	const sharp = await press();
	const { left, top, side, ...drawn } = look(sight, ground.frame);
	const there = await stat(ground.file).catch(() => null);
	const whole = there && (await drawnGround(ground, folder));
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
	const svg = card(await Typesetter.open(Object.values(words).join('') + SIGN), words, {
		map,
		...drawn
	});
	const bytes = await sharp(Buffer.from(svg))
		.png({ palette: true, quality: 92, dither: 0.6, effort: 4 })
		.toBuffer();
	await keep(file, bytes);
}

/** The ground as pixels, drawn once and kept beside the pictures: drawing it takes seconds. */
async function drawnGround(ground: Ground, folder: string): Promise<string> {
	const { mtimeMs, size } = await stat(ground.file);
	const kept = join(folder, `ground-${size}-${Math.round(mtimeMs)}.png`);
	if (!(await stat(kept).catch(() => null))) {
		const work = drawing.get(kept) ?? draw(ground, kept).finally(() => drawing.delete(kept));
		drawing.set(kept, work);
		await work;
	}
	return kept;
}

const drawing = new Map<string, Promise<void>>();

async function draw({ file, frame }: Ground, kept: string): Promise<void> {
	const sharp = await press();
	const bytes = await sharp(file, { density: 72 * FINENESS })
		.resize(Math.round(frame.width * FINENESS), Math.round(frame.height * FINENESS))
		.png()
		.toBuffer();
	await keep(kept, bytes);
}

/** Writes a file whole or not at all. */
async function keep(file: string, bytes: Buffer): Promise<void> {
	const draft = `${file}.${process.pid}.${Math.random().toString(36).slice(2)}`;
	await writeFile(draft, bytes);
	await rename(draft, file);
}
