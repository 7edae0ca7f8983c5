import { realpathSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { readEnv } from '../src/lib/domain/env';
import { csvLine } from '../src/lib/domain/export/cell';
import * as corrections from '../src/lib/server/corrections';
import { close, open } from '../src/lib/server/db/open';
import * as en from '../src/lib/words/en/correction';
import * as zh from '../src/lib/words/zh/correction';

/**
 * `npm run corrections`: what citizens reported as wrong, newest first, for the office to read; as
 * text, or with `--csv` as a table. Reads only, so the portal may be serving meanwhile.
 * @param root where `drizzle/` lies
 * @returns the exit code: 0 done, 2 wrong arguments or settings
 */
async function main(
	argv: string[],
	{
		root = process.cwd(),
		say = (text: string) => void process.stdout.write(text),
		env: raw = process.env as Record<string, string | undefined>
	} = {}
): Promise<number> {
	const { correction, office } = argv.includes('--en') ? en : zh;
	let csv: boolean;
	try {
		const options = { csv: { type: 'boolean' }, en: { type: 'boolean' } } as const;
		csv = parseArgs({ args: argv, options }).values.csv ?? false;
	} catch {
		say(`${office.usage}\n`);
		return 2;
	}
	const read = readEnv(raw);
	if (!read.ok) {
		for (const { name, problem, example } of read.problems)
			say(`${office.wrong(name, problem, example)}\n`);
		return 2;
	}
	const db = await open(read.value.databaseUrl, {
		migrations: join(root, 'drizzle'),
		token: read.value.databaseToken
	});
	try {
		const rows = (await corrections.all(db)).map((row) => ({
			reference: row.reference,
			at: new Date(row.createdAt + 8 * 3_600_000).toISOString().slice(0, 16).replace('T', ' '),
			place: `${row.name}（${row.slug}）`,
			field: correction.option[row.field as keyof typeof correction.option] ?? row.field,
			statement: row.statement,
			evidence: row.evidence
		}));
		const columns = ['reference', 'at', 'place', 'field', 'statement', 'evidence'] as const;
		if (csv) {
			say(`\ufeff${csvLine(columns.map((column) => office[column]))}`);
			for (const row of rows) say(csvLine(columns.map((column) => row[column])));
		} else if (!rows.length) say(`${office.none}\n`);
		else
			for (const row of rows)
				say(
					`${columns
						.filter((column) => row[column])
						.map((column) => `${office[column]}  ${shown(row[column] ?? '')}`)
						.join('\n')}\n\n`
				);
		return 0;
	} finally {
		close(db);
	}
}

/** A citizen's text as a terminal may show it: no control characters but line breaks, which indent. */
const shown = (text: string): string =>
	text.replace(/[^\P{C}\n]/gu, '').replaceAll('\n', '\n      ');

const called = process.argv[1];
if (called && import.meta.url === pathToFileURL(realpathSync(called)).href)
	process.exitCode = await main(process.argv.slice(2));
