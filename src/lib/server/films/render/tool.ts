import type { Container } from '$lib/domain/films/limits';
import { opening } from '../inspect/probe';
import { run } from '../inspect/run';

/** Milliseconds that one call of a tool may take: the longest stretch on a slow machine. */
const LONGEST = 30 * 60_000;

/** Nothing of a film but its pictures and sound goes on: no places, names, dates, notes or chapters. */
export const bare = [
	...['-map_metadata', '-1', '-map_metadata:s:v', '-1', '-map_metadata:s:a', '-1'],
	...['-map_chapters', '-1', '-sn', '-dn', '-fflags', '+bitexact'],
	...['-flags:v', '+bitexact', '-flags:a', '+bitexact']
];

/** Options before every call; how the film is opened follows. */
const quiet = ['-nostdin', '-hide_banner', '-v', 'error', '-y'];

interface Call {
	signal: AbortSignal;
	/** Options before the film is opened, e.g. where to begin. */
	before?: string[];
	/** Options after it: what becomes of it. */
	then: string[];
	/** What it writes to its ordinary output. */
	take?: (piece: Buffer) => void;
}

/**
 * Runs ffmpeg on one film, on the leash of the inspection.
 * @throws when it did not come to a good end, with what it said last
 */
export const work = (path: string, container: Container, call: Call): Promise<void> =>
	workOn(opening(path, container), call);

/** The same on what is opened otherwise: pieces of our own making. */
export async function workOn(
	opened: string[],
	{ signal, before = [], then, take }: Call
): Promise<void> {
	const { code, late, complaints } = await run(
		'ffmpeg',
		[...quiet, ...before, ...opened, ...then],
		{
			longest: LONGEST,
			signal,
			pipes: take ? { 1: take } : {}
		}
	);
	if (code === 0) return;
	const last = complaints.trim().split('\n').at(-1)?.slice(0, 300);
	throw new Error(late ? 'ffmpeg took too long' : (last ?? `ffmpeg ended with ${code}`));
}

/** All that a call writes, up to a bound. */
export async function gather(
	path: string,
	container: Container,
	call: Omit<Call, 'take'>,
	most: number
): Promise<Buffer> {
	const pieces: Buffer[] = [];
	let length = 0;
	await work(path, container, {
		...call,
		take: (piece) => {
			if (length < most) pieces.push(piece);
			length += piece.length;
		}
	});
	return Buffer.concat(pieces).subarray(0, most);
}
