import { buffer } from 'node:stream/consumers';
import { PIXEL_LIMIT } from '$lib/domain/media/asset';
import type { Bench } from '../../jobs/work';
import { filmStorage } from '../../storage';
import { barePdf } from './bare-pdf';
import { Workbench } from './bench';
import type { BareTask, Made } from './task';

/** Largest file that is looked through. */
const MOST = 64 * 1024 * 1024;

/**
 * Makes the copy of a picture or document that says nothing of who made it, for juries that are not to
 * know. Of what cannot be cleared there is none.
 */
export async function bare({ jobId, filmId, key, type }: BareTask, job: Bench): Promise<Made[]> {
	const storage = filmStorage(job.ground);
	const kept = await storage.stat(key);
	if (!kept) throw new Error('the file is not in the store');
	if (kept.bytes > MOST) return [];
	const file = await buffer(await storage.read(key));
	const made = type === 'application/pdf' ? barePdf(file) : await picture(file, type);
	if (!made) return [];
	const bench = await Workbench.open(job, jobId, filmId);
	const ending = type === 'application/pdf' ? 'pdf' : type.slice('image/'.length);
	return [await bench.keep(Buffer.from(made), { kind: 'bare', type, ending })];
}

/** A picture upright and without what was written about it; null for what is none. */
async function picture(file: Buffer, type: string): Promise<Buffer | null> {
	const format = (['jpeg', 'png', 'webp'] as const).find((one) => type === `image/${one}`);
	if (!format) return null;
	const { default: sharp } = await import('sharp');
	sharp.cache(false);
	sharp.concurrency(1);
	try {
		const limits = { limitInputPixels: PIXEL_LIMIT, failOn: 'error' as const };
		return await sharp(file, limits).rotate().toFormat(format, { quality: 90 }).toBuffer();
	} catch {
		return null;
	}
}
