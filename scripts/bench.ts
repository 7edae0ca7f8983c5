import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { serveBare } from './bench/bare';
import { type Figure, passes, ratioOf } from './bench/figure';
import { isPart, PARTS } from './bench/parts';
import { tableOf } from './bench/table';

const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

const USAGE = `npm run bench                   every figure we promise, about ten minutes
npm run bench -- --quick        the same with short rounds
npm run bench -- --only PART    one part of: ${Object.keys(PARTS).join(', ')} (may be repeated)`;

/**
 * `npm run bench`: measures every promised figure on servers of its own with data of its own, prints
 * one table and writes `bench/latest.json`. A missed target is shown and does not fail the command:
 * times depend on the machine, and no test is decided by them.
 * @returns the exit code: 0 measured, 1 a part could not be measured, 2 wrong arguments
 */
async function bench(argv: string[]): Promise<number> {
	let values: { quick?: boolean; only?: string[]; bare?: string };
	try {
		const options = {
			quick: { type: 'boolean' },
			only: { type: 'string', multiple: true },
			bare: { type: 'string' }
		} as const;
		values = parseArgs({ args: argv, options }).values;
	} catch (error) {
		console.error(`${(error as Error).message}\n\n${USAGE}`);
		return 2;
	}
	if (values.bare !== undefined) {
		serveBare(values.bare);
		return new Promise<number>(() => {});
	}
	const wanted = values.only ?? Object.keys(PARTS);
	if (!wanted.every(isPart)) {
		console.error(`--only takes one of: ${Object.keys(PARTS).join(', ')}\n\n${USAGE}`);
		return 2;
	}
	const folder = mkdtempSync(join(tmpdir(), 'liantu-bench-'));
	const figures: Figure[] = [];
	let code = 0;
	try {
		for (const part of wanted) {
			console.error(`Measuring ${part} …`);
			const began = Date.now();
			try {
				figures.push(...(await PARTS[part]({ root, folder, quick: values.quick ?? false })));
				console.error(`${part} took ${Math.round((Date.now() - began) / 1000)} s`);
			} catch (error) {
				code = 1;
				console.error(error);
				const note = error instanceof Error ? error.message.split('\n')[0]! : String(error);
				figures.push({ part, name: `${part} could not be measured`, ours: null, unit: '', note });
			}
		}
	} finally {
		rmSync(folder, { recursive: true, force: true });
	}
	console.log(tableOf(figures));
	const missed = figures.filter((figure) => passes(figure) === false).length;
	console.log(`\n${figures.length} figures, ${missed} below their target`);
	mkdirSync(join(root, 'bench'), { recursive: true });
	writeFileSync(
		join(root, 'bench', 'latest.json'),
		JSON.stringify(
			{
				at: new Date().toISOString(),
				node: process.version,
				cpu: `${cpus().length} × ${cpus()[0]?.model ?? 'unknown'}`,
				quick: values.quick ?? false,
				figures: figures.map((figure) => ({
					...figure,
					ratio: ratioOf(figure),
					pass: passes(figure)
				}))
			},
			null,
			'\t'
		) + '\n'
	);
	return code;
}

process.exit(await bench(process.argv.slice(2)));
