import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
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

/**
 * Whether what lies in node_modules is what the lock file says: quickly by the stamp of our last
 * installation, else by comparing every version, because packages may have been installed by hand.
 * @param {string} hash
 */
function isCurrent(hash) {
	if (!existsSync(hidden)) return false;
	if (existsSync(stamp) && readFileSync(stamp, 'utf8') === hash) return true;
	const wanted = packages(lock);
	const there = packages(hidden);
	const hasDev = 'node_modules/vitest' in there;
	for (const [path, { version, optional, dev, devOptional }] of Object.entries(wanted)) {
		if (path === '' || optional || ((dev || devOptional) && !hasDev)) continue;
		if (there[path]?.version !== version) return false;
	}
	if (Object.keys(there).some((path) => !(path in wanted))) return false;
	writeFileSync(stamp, hash);
	return true;
}

/**
 * @typedef {{ version?: string, optional?: boolean, dev?: boolean, devOptional?: boolean }} Locked
 * @param {string} file
 * @returns {Record<string, Locked>}
 */
function packages(file) {
	return JSON.parse(readFileSync(file, 'utf8')).packages ?? {};
}
