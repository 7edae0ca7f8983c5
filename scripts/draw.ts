import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
// The draw itself is long, and pure (docs/decisions/0052): it is not written out here.
import { assign } from '../src/lib/domain/judging/assign';
import type { Ask, Pairing } from '../src/lib/domain/judging/assign';
import { waveOf } from '../src/lib/domain/judging/assign/wave';
import type { WaveAsk } from '../src/lib/domain/judging/assign/wave';

// `npm run draw -- DRAW.json [SCORES.json]` draws who judges what again, from the file the portal gives
// out of a draw, and compares. With the scores of the round it also says whether the seed is the
// round’s: that one follows from the rule, the log and a public chance, so nobody could choose it.

/** A draw as the portal gives it out. */
export interface DrawFile {
	format: string;
	version: number;
	kind: 'draw' | 'repair' | 'adaptive';
	number: number;
	/** Hashes the audit has of what was asked, and of what came out. */
	askHash: string;
	resultHash: string;
	/** All it was made of: seed, codes, labels, pairs kept apart. */
	ask: string;
}

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');

/** What was asked, as the draw wants it; lists were written short. */
function askOf(text: string): Ask {
	const told = JSON.parse(text);
	const pairs = (list: [string, string][]): Pairing[] =>
		list.map(([entry, juror]) => ({ entry, juror }));
	return {
		...{ seed: told.seed, per: told.per, islands: told.islands, lenient: told.lenient },
		entries: told.entries.map(([id, category, per]: [string, string, number?]) => ({
			...{ id, category },
			...(per === undefined ? {} : { per })
		})),
		jurors: told.jurors.map(([id, categories, capacity]: [string, string[] | null, number]) => ({
			...{ id, categories, capacity }
		})),
		...{ forbidden: pairs(told.forbidden), fixed: pairs(told.fixed), kept: pairs(told.kept) }
	};
}

/** Who judges what, drawn again from the seed; null where such a draw has no answer. */
export function redraw({ kind, ask: text }: DrawFile): Pairing[] | null {
	if (kind === 'adaptive') {
		const ask = JSON.parse(text) as WaveAsk;
		return waveOf(ask).map(({ entry, juror }) => ({
			...{ entry: ask.entries[entry]!.code, juror: ask.jurors[juror]!.label }
		}));
	}
	const result = assign(askOf(text));
	return result.ok ? result.value.tasks : null;
}

/** Where the file is not what it says, in sentences. */
export function differences(
	file: DrawFile,
	drawn: Pairing[] | null,
	roundSeed: string | null = null
): string[] {
	const told: string[] = [];
	if (sha256(file.ask) !== file.askHash) told.push('what was asked is not what was hashed');
	const lines = drawn?.map(({ entry, juror }) => `${entry},${juror}\n`).sort();
	if (!lines) told.push('no draw follows from what was asked');
	else if (sha256(lines.join('')) !== file.resultHash)
		told.push('what was drawn again is not what the portal drew');
	// The first draw takes the seed of the round; later ones count on: SEED/repair/2, SEED/wave/2.
	const { seed } = JSON.parse(file.ask) as { seed: string };
	if (roundSeed !== null && seed.split('/')[0] !== roundSeed)
		told.push('the seed is not that of the round');
	const later = { draw: /^[^/]*$/, repair: /\/repair\/(\d+)$/, adaptive: /\/wave\/\d+$/ }[
		file.kind
	];
	const turn = later?.exec(seed);
	if (!turn || (file.kind === 'repair' && Number(turn[1]) !== file.number))
		told.push('the seed is not the one this draw has to take');
	return told;
}

/** Reads the files, prints who judges what, and says whether the portal drew the same. */
function main([path, scores]: string[]): number {
	if (!path) {
		console.log('npm run draw -- DRAW.json [SCORES.json]   draws who judges what again');
		return 2;
	}
	const file = JSON.parse(readFileSync(path, 'utf8')) as DrawFile;
	if (file.format !== 'liantu-draw' || file.version !== 1) {
		console.log('this is not the file of a draw');
		return 2;
	}
	const round = scores ? (JSON.parse(readFileSync(scores, 'utf8')) as { seed: string }) : null;
	const drawn = redraw(file);
	const each = new Map<string, string[]>();
	for (const { entry, juror } of drawn ?? []) each.set(juror, [...(each.get(juror) ?? []), entry]);
	for (const [juror, entries] of [...each].sort())
		console.log(`${juror}  ${String(entries.length).padStart(4)}  ${entries.sort().join(' ')}`);
	const told = differences(file, drawn, round && round.seed);
	console.log(told.length ? told.join('\n') : 'same as the portal');
	return told.length ? 1 : 0;
}

if (process.argv[1] && /draw\.(js|ts)$/.test(process.argv[1]))
	process.exitCode = main(process.argv.slice(2));
