import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize, relative } from 'node:path';
import { describe, expect, it } from 'vitest';

const root = join(import.meta.dirname, '..');

/** The rooms of the house from the ground up; a file imports only downwards or within its room. */
const rooms: [floor: number, room: RegExp][] = [
	[0, /^src\/lib\/domain\//],
	[1, /^src\/lib\/words\//],
	[1, /^src\/lib\/server\/db\//],
	[2, /^src\/lib\/server\//],
	[2, /^src\/lib\/ui\//],
	[3, /^src\/lib\/map\//],
	[3, /^src\/lib\/films\//],
	[3.5, /^src\/lib\/studio\//],
	[3.5, /^src\/lib\/jury\//],
	[3.5, /^src\/lib\/checkin\//],
	[4, /^src\/(routes|params)\//],
	[
		5,
		/^(src\/(hooks[^/]*|service-worker)\.ts|src\/app\.d\.ts|server\/|scripts\/|tests\/|[^/]+\.config\.(ts|js)$)/
	]
];

const homeOf = (file: string) => {
	const index = rooms.findIndex(([, room]) => room.test(file));
	return index === -1 ? null : { index, floor: rooms[index]![0] };
};

const files = ['src', 'server', 'scripts']
	.flatMap((folder) =>
		readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).map(
			(file) => `${folder}/${file}`
		)
	)
	.filter((file) => /\.(ts|svelte)$/.test(file) && !file.endsWith('.test.ts'));

/** Our own files that a file imports, as paths below the root; types count like everything else. */
function importsOf(file: string): string[] {
	const text = readFileSync(join(root, file), 'utf8');
	const found = [...text.matchAll(/(?:from|import)\s*\(?\s*['"]([^'"]+)['"]/g)].map(
		(match) => match[1]!
	);
	return found.flatMap((target) => {
		const clean = target.replace(/\?.*$/, '');
		if (clean.startsWith('$lib/')) return [`src/lib/${clean.slice(5)}`];
		if (clean === '$lib') return ['src/lib/'];
		if (clean.startsWith('.')) return [normalize(join(dirname(file), clean))];
		return [];
	});
}

describe('the house', () => {
	it('has a room for every file', () => {
		expect(files.length).toBeGreaterThan(50);
		expect(files.filter((file) => file !== 'src/app.d.ts' && !homeOf(file))).toEqual([]);
	});

	it('imports only downwards or within the room', () => {
		const climbing: string[] = [];
		for (const file of files) {
			const home = homeOf(file)!;
			for (const target of importsOf(file)) {
				if (target.includes('/$types') || relative(root, join(root, target)).startsWith('..'))
					continue;
				const there = homeOf(target.endsWith('/') ? target : `${target}`);
				if (!there) continue;
				if (
					there.floor > home.floor ||
					(there.floor === home.floor && there.index !== home.index && home.floor < 5)
				)
					climbing.push(`${file} → ${target}`);
			}
		}
		expect(climbing).toEqual([]);
	});

	it('keeps the law free of frameworks, databases and clocks', () => {
		const law = files.filter((file) => file.startsWith('src/lib/domain/'));
		const wrong = law.filter((file) =>
			/from ['"](@?svelte|\$app|\$env|drizzle|@libsql|node:)|Date\.now\(\)|new Date\(\)/.test(
				readFileSync(join(root, file), 'utf8')
			)
		);
		expect(wrong).toEqual([]);
	});

	it('speaks to the database only in the archive', () => {
		const wrong = files
			.filter((file) => /^src\/(routes|lib\/(ui|map|studio|jury|words))\//.test(file))
			.filter((file) =>
				/from ['"](drizzle-orm|@libsql)/.test(readFileSync(join(root, file), 'utf8'))
			);
		expect(wrong).toEqual([]);
	});

	it('keeps a file under 250 lines unless its top says why', () => {
		const long = files.filter((file) => {
			const lines = readFileSync(join(root, file), 'utf8').split('\n');
			return (
				lines.length > 251 &&
				!lines.slice(0, 12).some((line) => /long because|one table|one picture/i.test(line))
			);
		});
		expect(long).toEqual([]);
	});

	it('has no rooms for odds and ends', () => {
		expect(
			files.filter((file) => /\b(utils?|helpers?|managers?|services?|common)\b(?=[./])/i.test(file))
		).toEqual([]);
	});
});
