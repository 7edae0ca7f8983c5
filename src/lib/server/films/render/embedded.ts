import { writeVtt } from '$lib/domain/films/captions/cue';
import { captionLanguage } from '$lib/domain/films/captions/decode';
import { readCaptions } from '$lib/domain/films/captions/read';
import type { OpenFilm } from './frames';
import type { Streams } from './streams';
import { gather } from './tool';

/** The most that captions of one stream may take, and how many streams are read. */
const ENOUGH = 4 * 1024 * 1024;
const MOST = 8;

/** The captions a film carries in itself, by language; a second one of the same is numbered. */
export async function embedded(
	{ path, container, signal }: OpenFilm,
	streams: Streams['captions']
): Promise<{ kind: string; text: string }[]> {
	const found: { kind: string; text: string }[] = [];
	for (const { index, language } of streams.slice(0, MOST)) {
		const told = await gather(
			path,
			container,
			{ signal, then: ['-map', `0:s:${index}`, '-f', 'webvtt', 'pipe:1'] },
			ENOUGH
		).catch((error: unknown) => {
			signal.throwIfAborted();
			// A stream that cannot be read is as good as none.
			if (error instanceof Error) return null;
			throw error;
		});
		const cues = told && readCaptions(told.toString('utf8'));
		if (!cues) continue;
		const text = writeVtt(cues);
		const kind = `captions-${captionLanguage(language, text.replace('WEBVTT', ''))}`;
		const same = found.filter((one) => one.kind.replace(/-\d$/, '') === kind).length;
		found.push({ kind: same ? `${kind}-${same + 1}` : kind, text });
	}
	return found;
}
