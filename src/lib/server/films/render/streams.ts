import type { Heard, Pictured } from '$lib/domain/films/copies';
import type { Container } from '$lib/domain/films/limits';
import { bitrateOf, lengthOf, streamsOf } from '$lib/domain/films/probe';
import type { Probed, ProbedStream } from '$lib/domain/films/probe';
import { opening } from '../inspect/probe';
import { run } from '../inspect/run';

/** What making copies has to know beyond what the inspection keeps. */
export interface Streams {
	picture: Pictured | null;
	sound: Heard | null;
	/** Streams of captions that are text, in their order among all of that kind. */
	captions: { index: number; language: string | undefined }[];
	duration: number | null;
	/** Bits per second. */
	bitrate: number | null;
}

const ASKED =
	'stream=codec_type,codec_name,width,height,sample_aspect_ratio,avg_frame_rate,r_frame_rate,channels,pix_fmt,field_order,color_transfer:stream_tags=language:stream_disposition=attached_pic:stream_side_data=rotation:format=duration,bit_rate';

type Told = ProbedStream & { pix_fmt?: string; field_order?: string; color_transfer?: string };

const written = /^(?:subrip|srt|ass|ssa|mov_text|webvtt|text)$/;

/** Asks a film for its streams. */
export async function streamsIn(
	path: string,
	container: Container,
	signal: AbortSignal
): Promise<Streams> {
	const pieces: Buffer[] = [];
	const { code, complaints } = await run(
		'ffprobe',
		['-v', 'error', '-of', 'json', '-show_entries', ASKED, ...opening(path, container)],
		{ longest: 60_000, signal, pipes: { 1: (piece) => pieces.push(piece) } }
	);
	if (code !== 0) throw new Error(`ffprobe: ${complaints.trim().slice(-300)}`);
	const probed = JSON.parse(Buffer.concat(pieces).toString('utf8')) as Probed;
	const told = (probed.streams ?? []) as Told[];
	const facts = streamsOf(probed);
	const at = facts.findIndex(({ kind }) => kind === 'video');
	const video = told[at];
	const { width, height, rate } = facts[at] ?? {};
	const sound = facts.find(({ kind }) => kind === 'audio');
	return {
		picture:
			video && width && height
				? {
						codec: video.codec_name ?? '',
						width,
						height,
						rate: rate ?? null,
						pixels: video.pix_fmt ?? '',
						interlaced: /^(?:tt|bb|tb|bt)$/.test(video.field_order ?? ''),
						bright: /^(?:smpte2084|arib-std-b67)$/.test(video.color_transfer ?? '')
					}
				: null,
		sound: sound ? { codec: sound.codec, channels: sound.channels ?? 2 } : null,
		captions: told
			.filter(({ codec_type }) => codec_type === 'subtitle')
			.flatMap(({ codec_name = '', tags }, index) =>
				written.test(codec_name) ? [{ index, language: tags?.language }] : []
			),
		duration: lengthOf(probed),
		bitrate: bitrateOf(probed)
	};
}
