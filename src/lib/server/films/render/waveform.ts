import type { Waveform } from '$lib/domain/films/waveform';
import type { OpenFilm } from './frames';
import { work } from './tool';

const RATE = 4000;
/** As many values as a wide screen has room for. */
const MOST = 1500;

/** Listens to the whole of a film’s sound; nothing but the peaks is kept in memory. */
export async function waveformOf({
	path,
	container,
	duration,
	signal
}: OpenFilm): Promise<Waveform> {
	const samples = Math.max(RATE / 20, Math.ceil((duration * RATE) / MOST));
	const peaks: number[] = [];
	let peak = 0;
	let seen = 0;
	let odd: number | null = null;
	const hear = (value: number) => {
		peak = Math.max(peak, Math.abs(value));
		if (++seen < samples) return;
		if (peaks.length < MOST * 2) peaks.push(Math.round((peak / 32768) * 100));
		peak = 0;
		seen = 0;
	};
	await work(path, container, {
		signal,
		then: [...['-map', '0:a:0', '-vn', '-ac', '1', '-ar', String(RATE), '-f', 's16le'], 'pipe:1'],
		take: (piece) => {
			let at = 0;
			if (odd !== null) {
				hear(((piece[0]! << 24) >> 16) | odd);
				at = 1;
				odd = null;
			}
			for (; at + 1 < piece.length; at += 2) hear(piece.readInt16LE(at));
			if (at < piece.length) odd = piece[at]!;
		}
	});
	if (seen) peaks.push(Math.round((peak / 32768) * 100));
	return { every: samples / RATE, peaks };
}
