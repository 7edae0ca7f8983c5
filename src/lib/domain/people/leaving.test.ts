import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { staysHere, toClear } from './leaving';

it('the stamp book and what a door saw stay when somebody signs out; whatever else there is goes', () => {
	const kept = ['liantu-passport', 'gate 0a1b deed x', 'gate 0a1b list', 'gate sound'];
	expect(kept.filter((name) => !staysHere(name))).toEqual([]);
	const own = [
		...['jury me round A1', 'jury keys', 'entry me 7', 'tus::1', 'Gate x', 'my gate x', 'gate'],
		...['liantu-passport2', 'x liantu-passport', '']
	];
	expect(own.filter(staysHere)).toEqual([]);
});

it('everything is cleared unless a page said that it cleared what is somebody’s own', () => {
	expect(toClear('clean')).toBe('"cache"');
	for (const other of [null, undefined, '', 'CLEAN', 'clean ', new File([], 'clean')])
		expect(toClear(other)).toBe('"cache", "storage"');
});

it('pages keep what they keep where signing out looks for it', () => {
	const files = readdirSync('src', { recursive: true, encoding: 'utf8' }).filter(
		(path) => /\.(ts|svelte)$/.test(path) && !/\.test\.ts$/.test(path)
	);
	expect(files.length).toBeGreaterThan(500);
	const elsewhere = files.filter((path) =>
		/\bindexedDB\b|storage\.getDirectory|document\.cookie\s*=/.test(
			readFileSync(`src/${path}`, 'utf8')
		)
	);
	expect(elsewhere).toEqual([]);
	// Of the caches only walks make use, which are for nobody in particular.
	expect(
		files.filter((path) => /\bcaches\.open\b/.test(readFileSync(`src/${path}`, 'utf8'))).sort()
	).toEqual(['lib/ui/offline/walk/store.ts', 'service-worker.ts']);
});
