import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import { versionOf } from '../inspect/run';

/** The version of ffmpeg on this machine; null where it, or ffprobe, is missing. */
export const toolVersion = (): string | null =>
	versionOf('ffprobe') === null ? null : versionOf('ffmpeg');

/** Whether this machine can make anything of films: looked up without starting anything. */
export const mayRender = (): boolean =>
	['ffmpeg', 'ffprobe'].every((tool) =>
		(process.env.PATH ?? '').split(delimiter).some((folder) => {
			try {
				if (folder) accessSync(join(folder, tool), constants.X_OK);
				return folder !== '';
			} catch {
				return false;
			}
		})
	);
