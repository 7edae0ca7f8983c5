const names: Record<string, string> = {
	mp4: 'MP4',
	mov: 'MOV',
	mkv: 'MKV',
	webm: 'WebM',
	avi: 'AVI',
	mpegts: 'MPEG-TS',
	h264: 'H.264',
	hevc: 'H.265',
	av1: 'AV1',
	vp9: 'VP9',
	vp8: 'VP8',
	prores: 'ProRes',
	mpeg4: 'MPEG-4',
	mpeg2video: 'MPEG-2',
	aac: 'AAC',
	mp3: 'MP3',
	opus: 'Opus',
	vorbis: 'Vorbis',
	flac: 'FLAC',
	ac3: 'AC-3',
	pcm: 'PCM'
};

/** What people call a container or codec; what is not known is called as the tools call it. */
export const nameOf = (codec: string): string =>
	Object.hasOwn(names, codec) ? names[codec]! : codec;

/** The names of a list as a verdict carries it; null for none. */
export const namesOf = (list: string | number | null, between = ' / '): string | null =>
	list === null ? null : String(list).split(', ').map(nameOf).join(between);
