import type { FilmFacts, StreamFacts } from '$lib/domain/films/facts';

/** Codecs as ffprobe names them, of those that mediabunny calls otherwise. */
const names: Record<string, string> = { avc: 'h264' };

/**
 * What can be told without ffmpeg: streams and length, read by mediabunny in the formats named here
 * and no others. What would have to be decoded stays unmeasured.
 */
export async function bareFacts(
	path: string
): Promise<Pick<FilmFacts, 'streams' | 'duration' | 'bitrate'> | null> {
	const { FilePathSource, Input, MATROSKA, MP4, MPEG_TS, QTFF, WEBM } = await import('mediabunny');
	const input = new Input({
		source: new FilePathSource(path),
		formats: [MP4, QTFF, MATROSKA, WEBM, MPEG_TS]
	});
	try {
		const streams: StreamFacts[] = [];
		for (const track of await input.getVideoTracks()) {
			const { averagePacketRate, averageBitrate } = await track.computePacketStats(250);
			streams.push({
				kind: 'video',
				codec: names[track.codec ?? ''] ?? track.codec ?? 'unknown',
				width: track.displayWidth,
				height: track.displayHeight,
				rate: Math.round(averagePacketRate * 1000) / 1000,
				bitrate: Math.round(averageBitrate)
			});
		}
		for (const track of await input.getAudioTracks())
			streams.push({
				kind: 'audio',
				codec: track.codec?.startsWith('pcm-') ? 'pcm' : (track.codec ?? 'unknown'),
				channels: track.numberOfChannels,
				sampleRate: track.sampleRate
			});
		const duration = await input.computeDuration();
		return { streams, duration, bitrate: null };
	} catch {
		return null;
	} finally {
		input.dispose();
	}
}
