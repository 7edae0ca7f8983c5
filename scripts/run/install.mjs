import { createHash } from 'node:crypto';
import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { npm, root, say } from './process.mjs';

const lock = join(root, 'package-lock.json');
const modules = join(root, 'node_modules');
const hidden = join(modules, '.package-lock.json');
const stamp = join(modules, '.liantu-lock');

/**
 * Installs exactly what the lock file says, unless that is what lies there already. A server gets no
 * development packages; once they are there they stay. Exits with npm's code when npm fails.
 * @param {{ dev: boolean }} want
 */
export async function ensureInstalled({ dev }) {
	const hash = createHash('sha256').update(readFileSync(lock)).digest('hex');
	const hasDev = existsSync(join(modules, 'vitest', 'package.json'));
	if (isCurrent(hash) && (hasDev || !dev)) return;
	const all = dev || hasDev;
	say(all ? 'Installing packages …' : 'Installing packages (without development tools) …');
	const code = await npm(
		['ci', ...(all ? [] : ['--omit=dev']), '--no-audit', '--no-fund', '--loglevel=error'],
		{ quiet: true }
	);
	if (code !== 0) {
		say(
			'npm could not install the packages; its words are above. Check the network and try again.'
		);
		process.exit(code);
	}
	writeFileSync(stamp, hash);
}

/** @param {string} hash */
function isCurrent(hash) {
	if (!existsSync(hidden)) return false;
	if (existsSync(stamp)) return readFileSync(stamp, 'utf8') === hash;
	// Installed by hand: trust it when it is younger than the lock file.
	if (statSync(hidden).mtimeMs < statSync(lock).mtimeMs) return false;
	writeFileSync(stamp, hash);
	return true;
}
