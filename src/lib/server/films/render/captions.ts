import { writeVtt } from '$lib/domain/films/captions/cue';
import { captionLanguage, decodeText } from '$lib/domain/films/captions/decode';
import { readCaptions } from '$lib/domain/films/captions/read';
import { Hopeless } from '../../jobs/work';
import type { Bench } from '../../jobs/work';
import { filmStorage } from '../../storage';
import { Workbench } from './bench';
import type { CaptionsTask, Made } from './task';

const MOST = 4 * 1024 * 1024;

/** Writes a captions file that came in as WebVTT with nothing in it but words. */
export async function captions({ jobId, filmId, key }: CaptionsTask, job: Bench): Promise<Made[]> {
	const storage = filmStorage(job.ground);
	const kept = await storage.stat(key);
	if (!kept) throw new Error('the file is not in the store');
	if (kept.bytes > MOST) throw new Hopeless('too large for captions');
	const pieces: Buffer[] = [];
	for await (const piece of await storage.read(key)) pieces.push(piece as Buffer);
	const text = decodeText(Buffer.concat(pieces));
	const cues = text && readCaptions(text);
	if (!cues) throw new Hopeless('no captions that can be read');
	const bench = await Workbench.open(job, jobId, filmId);
	const vtt = writeVtt(cues);
	const kind = `captions-${captionLanguage(undefined, vtt.replace('WEBVTT', ''))}`;
	return [await bench.keep(Buffer.from(vtt), { kind, type: 'text/vtt', ending: 'vtt' })];
}
