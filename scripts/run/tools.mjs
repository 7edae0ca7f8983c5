import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { run, say } from './process.mjs';

const TOOLS = [
	{
		name: 'Chromium',
		packages: ['chromium'],
		found: () =>
			['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'].some(onPath)
	},
	{ name: 'ffmpeg', packages: ['ffmpeg'], found: () => onPath('ffmpeg') },
	{ name: 'a Chinese font', packages: ['fontconfig', 'fonts-noto-cjk'], found: hasChineseFont }
];

/**
 * Makes sure that the system's programs the tests need are there: installs them through apt-get where
 * that is possible, otherwise says exactly what is missing.
 * @returns {Promise<boolean>} whether everything is there
 */
export async function ensureTools() {
	const missing = TOOLS.filter((tool) => !tool.found());
	if (missing.length === 0) return true;
	const packages = missing.flatMap((tool) => tool.packages);
	const names = missing.map((tool) => tool.name).join(', ');
	if (process.getuid?.() === 0 && onPath('apt-get')) {
		say(`Installing ${names} …`);
		const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
		const limit = 10 * 60_000;
		await run('apt-get', ['update', '-qq'], { env, quiet: true, limit });
		await run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...packages], {
			env,
			quiet: true,
			limit
		});
	}
	const still = missing.filter((tool) => !tool.found());
	for (const tool of still)
		say(`Missing: ${tool.name}. On Debian or Ubuntu: apt-get install ${tool.packages.join(' ')}`);
	return still.length === 0;
}

/** @param {string} program */
function onPath(program) {
	return (process.env.PATH ?? '')
		.split(delimiter)
		.some((folder) => folder !== '' && existsSync(join(folder, program)));
}

function hasChineseFont() {
	if (process.platform !== 'linux') return true;
	return spawnSync('fc-list', [':lang=zh', 'family'], { encoding: 'utf8' }).stdout?.trim()
		? true
		: false;
}
