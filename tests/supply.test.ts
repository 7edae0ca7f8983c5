import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const root = join(import.meta.dirname, '..');
const json = (path: string) => JSON.parse(readFileSync(join(root, path), 'utf8'));
const lock = json('package-lock.json') as {
	packages: Record<
		string,
		{
			version?: string;
			resolved?: string;
			hasInstallScript?: boolean;
			dev?: boolean;
			devOptional?: boolean;
			optional?: boolean;
		}
	>;
};

/** Versions below these had published advisories. */
const floors: Record<string, string> = {
	'@sveltejs/kit': '2.70.4',
	svelte: '5.55.7',
	devalue: '5.6.2',
	'drizzle-orm': '0.45.2',
	nodemailer: '9.1.1'
};

const atLeast = (have: string, floor: string) => {
	const [a, b] = [have, floor].map((version) => version.split(/[.-]/).map(Number));
	for (let i = 0; i < 3; i++) if (a![i] !== b![i]) return a![i]! > b![i]!;
	return true;
};

describe('what we stand on', () => {
	it.each(Object.entries(floors))('%s is at least %s', (name, floor) => {
		const versions = Object.entries(lock.packages)
			.filter(([path]) => path === `node_modules/${name}` || path.endsWith(`/node_modules/${name}`))
			.map(([, { version }]) => version!);
		expect(versions.length).toBeGreaterThan(0);
		expect(versions.filter((version) => !atLeast(version, floor))).toEqual([]);
	});

	it('locks no address of a registry', () => {
		expect(Object.values(lock.packages).filter(({ resolved }) => resolved)).toEqual([]);
	});

	it('runs no install script of a package the server needs', () => {
		const scripted = Object.entries(lock.packages).filter(
			([, entry]) => entry.hasInstallScript && !entry.dev && !entry.optional && !entry.devOptional
		);
		expect(scripted.map(([path]) => path)).toEqual([]);
	});

	it('names in the README why each dependency is there', () => {
		const readme = readFileSync(join(root, 'README.md'), 'utf8');
		const { dependencies, devDependencies } = json('package.json');
		const missing = Object.keys({ ...dependencies, ...devDependencies }).filter(
			(name) => !readme.includes(`\`${name}\``)
		);
		expect(missing).toEqual([]);
	});

	it('never makes Drizzle skip a migration: each is younger than the one before', () => {
		const { entries } = json('drizzle/meta/_journal.json') as {
			entries: { when: number; idx: number }[];
		};
		expect(entries.map(({ when }) => when)).toEqual(
			entries.map(({ when }) => when).sort((a, b) => a - b)
		);
		expect(new Set(entries.map(({ when }) => when)).size).toBe(entries.length);
	});
});
