import { BlobSource, Input, MATROSKA, MP4, MPEG_TS, QTFF, WEBM } from 'mediabunny';
import type { InputVideoTrack } from 'mediabunny';
import type { StreamFacts } from '../domain/films/facts';
import type { BrowserFacts } from '../domain/films/judge';
import type { Container } from '../domain/films/limits';

/** The formats that are looked into, by name: a list of others that films may point to is not among them. */
const formats = [MP4, QTFF, MATROSKA, WEBM, MPEG_TS];
const containerOf = new Map<unknown, Container>([
	[MP4, 'mp4'],
	[QTFF, 'mov'],
	[MATROSKA, 'mkv'],
	[WEBM, 'webm'],
	[MPEG_TS, 'mpegts']
]);

/** Packets looked at to tell the frame rate. */
const PACKETS = 120;

/** Names of codecs as ffprobe has them, which limits are written in. */
const codecName = (codec: string | null): string =>
	codec === null ? 'unknown' : codec === 'avc' ? 'h264' : codec.startsWith('pcm-') ? 'pcm' : codec;

async function picture(track: InputVideoTrack): Promise<StreamFacts> {
	const [codec, width, height, stats] = await Promise.all([
		track.getCodec(),
		track.getDisplayWidth(),
		track.getDisplayHeight(),
		track.computePacketStats(PACKETS).catch(() => null)
	]);
	return {
		kind: 'video',
		codec: codecName(codec),
		width,
		height,
		...(stats?.averagePacketRate ? { rate: Math.round(stats.averagePacketRate * 1000) / 1000 } : {})
	};
}

/**
 * What a browser can tell of a film without sending it: container, length, tracks and their codecs.
 * Reads a few places of the file only. What cannot be told is left out.
 */
export async function look(file: File): Promise<BrowserFacts> {
	const input = new Input({ source: new BlobSource(file), formats });
	try {
		if (!(await input.canRead())) return { size: file.size };
		const [format, duration, videos, audios] = await Promise.all([
			input.getFormat(),
			input.computeDuration(),
			input.getVideoTracks(),
			input.getAudioTracks()
		]);
		const streams: StreamFacts[] = [
			...(await Promise.all(videos.map(picture))),
			...(await Promise.all(
				audios.map(async (track) => ({
					kind: 'audio' as const,
					codec: codecName(await track.getCodec())
				}))
			))
		];
		return {
			size: file.size,
			container: containerOf.get(format) ?? null,
			duration,
			bitrate: duration > 0 ? Math.round((file.size * 8) / duration) : null,
			streams
		};
	} catch {
		// A film that breaks off in the middle of its description: the server says more.
		return { size: file.size };
	} finally {
		input.dispose();
	}
}
