import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root, run, say } from './process.mjs';

const stamp = join(root, 'build', '.stamp');
const sources = ['src', 'static', 'server', 'scripts', 'drizzle'];
const settings = [
	'package-lock.json',
	'svelte.config.js',
	'vite.config.ts',
	'vite.bin.config.ts',
	'vite.offline.js',
	'tsconfig.json'
];

/**
 * Builds pages, door and commands into `build/` when a source changed since the last build. Names,
 * sizes and times decide; looking takes a few milliseconds.
 * @returns {Promise<boolean>} whether something was built; exits when the build fails
 */
export async function ensureBuilt() {
	const now = fingerprint();
	if (existsSync(stamp) && readFileSync(stamp, 'utf8') === now) return false;
	say('Building …');
	const code = await build();
	if (code !== 0) {
		say('The build failed; the reason is above.');
		process.exit(code);
	}
	return true;
}

/** Builds without asking; resolves with the exit code. */
export async function build() {
	const now = fingerprint();
	rmSync(stamp, { force: true });
	const vite = ['node_modules/vite/bin/vite.js', 'build', '--logLevel', 'warn'];
	const env = { ...process.env, NODE_ENV: 'production' };
	for (const config of [[], ['--config', 'vite.bin.config.ts']]) {
		const code = await run(process.execPath, [...vite, ...config], { env, quiet: true });
		if (code !== 0) return code;
	}
	writeFileSync(stamp, now);
	return 0;
}

/** Changes with every source file that is added, removed or written. */
function fingerprint() {
	const hash = createHash('sha256').update(process.version);
	for (const folder of sources) {
		if (!existsSync(join(root, folder))) continue;
		const entries = readdirSync(join(root, folder), { recursive: true, withFileTypes: true });
		for (const entry of entries
			.filter((found) => found.isFile())
			.map(pathOf)
			.sort()) {
			if (!/\.test\.[tj]s$/.test(entry)) add(entry);
		}
	}
	for (const file of settings) if (existsSync(join(root, file))) add(join(root, file));
	return hash.digest('hex');

	/** @param {string} file */
	function add(file) {
		const { size, mtimeMs } = statSync(file);
		hash.update(`${file.slice(root.length)}\0${size}\0${mtimeMs}\n`);
	}
}

/** @param {import('node:fs').Dirent} entry */
function pathOf(entry) {
	return join(entry.parentPath ?? entry.path, entry.name);
}
