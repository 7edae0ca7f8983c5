import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';

// Laws that share a process load a builder once: its hooks would run for the first of them alone.

const folder = import.meta.dirname;

it('only worlds have hooks of their own, and whoever asks for a world has a process alone', () => {
	const builders = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(
		(file) =>
			file.endsWith('.ts') && !file.endsWith('.test.ts') && !/^(worlds|journeys)\b/.test(file)
	);
	const hooked = builders.filter((file) =>
		/^(before|after)(Each|All)\(/m.test(readFileSync(join(folder, file), 'utf8'))
	);
	expect(hooked).toEqual(['together.ts']);
	const borrowed = builders.filter((file) =>
		/from '[^']*\/worlds\//.test(readFileSync(join(folder, file), 'utf8'))
	);
	expect(borrowed).toEqual([]);
});
