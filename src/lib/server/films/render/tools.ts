import { versionOf } from '../inspect/run';

/** The version of ffmpeg on this machine; null where it, or ffprobe, is missing. */
export const toolVersion = (): string | null =>
	versionOf('ffprobe') === null ? null : versionOf('ffmpeg');

/** Whether this machine can make anything of films. */
export const mayRender = (): boolean => toolVersion() !== null;
