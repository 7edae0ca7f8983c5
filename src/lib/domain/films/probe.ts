import type { StreamFacts } from './facts';

/** One stream as ffprobe tells it, as far as it is asked. */
export interface ProbedStream {
	codec_type?: string;
	codec_name?: string;
	width?: number;
	height?: number;
	sample_aspect_ratio?: string;
	avg_frame_rate?: string;
	r_frame_rate?: string;
	channels?: number;
	sample_rate?: string;
	bit_rate?: string;
	disposition?: { attached_pic?: number };
	tags?: Record<string, string>;
	side_data_list?: { rotation?: number }[];
}

/** What ffprobe tells of a file. */
export interface Probed {
	streams?: ProbedStream[];
	format?: { duration?: string; bit_rate?: string; format_name?: string };
}

const kinds = { video: 'video', audio: 'audio', subtitle: 'subtitle', attachment: 'attachment' };

/** The streams of a file: pictures upright and with square pixels, uncompressed sound as `pcm`. */
export function streamsOf(probed: Probed): StreamFacts[] {
	return (probed.streams ?? []).map((stream) => {
		const codec = stream.codec_name ?? 'unknown';
		// A cover is a picture that lies in the file, not what the film shows.
		const cover = stream.disposition?.attached_pic === 1;
		const kind = cover
			? 'attachment'
			: (kinds[stream.codec_type as keyof typeof kinds] as StreamFacts['kind'] | undefined);
		const facts: StreamFacts = {
			kind: kind ?? 'data',
			codec: codec.startsWith('pcm_') ? 'pcm' : codec
		};
		if (facts.kind === 'video') Object.assign(facts, sizeOf(stream), rateOf(stream));
		if (facts.kind === 'audio') {
			if (stream.channels) facts.channels = stream.channels;
			const sampleRate = positive(stream.sample_rate);
			if (sampleRate) facts.sampleRate = sampleRate;
		}
		const bitrate = positive(stream.bit_rate);
		if (bitrate) facts.bitrate = bitrate;
		const language = stream.tags?.language;
		if (language && /^[a-z]{2,3}$/.test(language) && language !== 'und') facts.language = language;
		return facts;
	});
}

/** Seconds and bits per second of the whole; null where the file does not say. */
export const lengthOf = (probed: Probed): number | null => positive(probed.format?.duration);
export const bitrateOf = (probed: Probed): number | null => positive(probed.format?.bit_rate);

function sizeOf(stream: ProbedStream): { width: number; height: number } | object {
	if (!stream.width || !stream.height) return {};
	const aspect = fraction(stream.sample_aspect_ratio?.replace(':', '/')) ?? 1;
	const width = Math.round(stream.width * aspect);
	const { height } = stream;
	const turned = stream.side_data_list?.find((data) => data.rotation !== undefined)?.rotation ?? 0;
	return Math.abs(turned) % 180 === 90 ? { width: height, height: width } : { width, height };
}

function rateOf(stream: ProbedStream): { rate: number } | object {
	const rate = fraction(stream.avg_frame_rate) ?? fraction(stream.r_frame_rate);
	return rate === null ? {} : { rate: Math.round(rate * 1000) / 1000 };
}

function fraction(text: string | undefined): number | null {
	const [above, below = 1] = (text ?? '').split('/').map(Number);
	const value = above! / below;
	return Number.isFinite(value) && value > 0 ? value : null;
}

function positive(text: string | undefined): number | null {
	const value = Number(text);
	return Number.isFinite(value) && value > 0 ? value : null;
}
