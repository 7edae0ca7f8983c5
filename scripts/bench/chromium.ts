import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];

/** Quiet Chromium: no sandbox (containers), no QUIC, nothing fetched on its own account. */
export const FLAGS = [
	'--no-sandbox',
	'--disable-quic',
	'--no-first-run',
	'--disable-background-networking',
	'--disable-component-update',
	'--disable-sync'
];

/**
 * Where the system's Chromium lies.
 * @throws when there is none, saying how to get it
 */
export function chromiumPath(): string {
	const folders = (process.env.PATH ?? '').split(delimiter).filter(Boolean);
	for (const name of NAMES)
		for (const folder of folders)
			if (existsSync(join(folder, name))) return join(folder, name);
	throw new Error('Chromium is missing. On Debian or Ubuntu: apt-get install chromium');
}
