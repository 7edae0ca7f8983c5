import type { Container } from '$lib/domain/films/limits';
import type { Probed } from '$lib/domain/films/probe';
import { run } from './run';
import { readerOf } from './type';

/**
 * The options before every film that is opened: this file and nothing else, by the reader of what its
 * bytes are. Neither a list of other files nor an address within it is ever followed.
 */
export function opening(path: string, container: Container): string[] {
	const reader = readerOf[container];
	const own = reader === 'mov' ? ['-enable_drefs', '0', '-use_absolute_path', '0'] : [];
	return [
		...['-protocol_whitelist', 'file', '-format_whitelist', reader, '-f', reader],
		...own,
		...['-max_probe_packets', '5000', '-probesize', '20M', '-analyzeduration', '20M'],
		...['-i', `file:${path}`]
	];
}

const ASKED =
	'stream=codec_type,codec_name,width,height,sample_aspect_ratio,avg_frame_rate,r_frame_rate,channels,sample_rate,bit_rate:stream_tags=language:stream_disposition=attached_pic:stream_side_data=rotation:format=duration,bit_rate,format_name';
/** The most that a film’s description may take. */
const ENOUGH = 4 * 1024 * 1024;

/** Asks ffprobe for streams and length; null when it makes nothing of the file. */
export async function probe(
	path: string,
	container: Container,
	bounds: { longest: number; signal?: AbortSignal }
): Promise<Probed | null> {
	const pieces: Buffer[] = [];
	let size = 0;
	const ran = await run(
		'ffprobe',
		['-v', 'error', '-of', 'json', '-show_entries', ASKED, ...opening(path, container)],
		{
			...bounds,
			pipes: {
				1: (piece) => {
					if ((size += piece.length) <= ENOUGH) pieces.push(piece);
				}
			}
		}
	);
	if (ran.code !== 0 || size > ENOUGH) return null;
	try {
		return JSON.parse(Buffer.concat(pieces).toString('utf8')) as Probed;
	} catch {
		return null;
	}
}

/** What is looked at and listened to at most, in seconds: what claims to be longer fills no memory. */
export const LOOKED_AT = 7200;

/** What reading every packet of a film told. */
export interface Packets {
	/** Seconds at which the last packet of each stream ends. */
	ends: Map<number, number>;
	/** Bytes of all packets, and of each second of each stream. */
	bytes: number;
	seconds: Map<number, number[]>;
	complaints: string[];
	late: boolean;
}

/** Reads every packet of a film without decoding any: what is cut off or torn shows here. */
export async function walk(
	path: string,
	container: Container,
	bounds: { longest: number; signal?: AbortSignal }
): Promise<Packets> {
	const ends = new Map<number, number>();
	const seconds = new Map<number, number[]>();
	let bytes = 0;
	let rest = '';
	const take = (piece: Buffer) => {
		const lines = (rest + piece.toString('latin1')).split('\n');
		rest = lines.pop()!.slice(0, 1000);
		for (const line of lines) {
			const [stream, at, long, size] = line.split(',');
			const index = Number(stream);
			const end = Number(at) + (Number(long) || 0);
			if (Number.isFinite(end) && end > (ends.get(index) ?? 0)) ends.set(index, end);
			bytes += Number(size) || 0;
			const second = Math.floor(Number(at));
			if (!(second >= 0 && second < LOOKED_AT)) continue;
			if (!seconds.has(index)) seconds.set(index, []);
			const of = seconds.get(index)!;
			of[second] = (of[second] ?? 0) + (Number(size) || 0);
		}
	};
	const entries = 'packet=stream_index,pts_time,duration_time,size';
	const edits = readerOf[container] === 'mov' ? ['-ignore_editlist', '1'] : [];
	const ran = await run(
		'ffprobe',
		[
			'-v',
			'error',
			'-of',
			'csv=p=0',
			'-show_entries',
			entries,
			...edits,
			...opening(path, container)
		],
		{ ...bounds, pipes: { 1: take } }
	);
	const complaints = complaintsIn(ran.complaints, path);
	if (ran.code !== 0 && !ran.late && !complaints.length) complaints.push('reading broke off');
	return { ends, bytes, seconds, complaints, late: ran.late };
}

/** The complaints of a tool in sentences that are the same for the same defect, each once. */
export function complaintsIn(text: string, path: string): string[] {
	const lines = text.split('\n').map((line) =>
		line
			.replaceAll(path, '')
			.replaceAll(/ @ 0x[0-9a-f]+/g, '')
			.replaceAll(/0x[0-9a-f]{6,}/gi, '…')
			.replaceAll(/^\s*(?:file)?:\s*/g, '')

			.replaceAll(/[\x00-\x1f\x7f-\xff]+/g, ' ')
			.trim()
			.slice(0, 200)
	);
	return [...new Set(lines.filter(Boolean))].slice(0, 10);
}
