import { parseArgs } from 'node:util';

/** What `npm run seed` was asked to do. */
export type SeedCommand =
	| { do: 'plant' }
	| { do: 'volume'; volume: number; seed: number }
	| { do: 'clear' }
	| { do: 'refuse'; sentence: string };

export const usage = `npm run seed                              plants the demonstration content into an empty database
npm run seed -- --volume 100000           replaces all synthetic places by 100,000 new ones
npm run seed -- --volume 100000 --seed 7  the same with another seed number
npm run seed -- --clear                   removes all synthetic places and trails`;

const MOST = 999_999;

const refuse = (sentence: string): SeedCommand => ({
	do: 'refuse',
	sentence: `${sentence}\n\n${usage}`
});

/** Reads the arguments of `npm run seed`; a wrong one is refused with a sentence and the usage. */
export function readCommand(argv: string[]): SeedCommand {
	let given: Record<string, string | boolean | undefined>;
	try {
		given = parseArgs({
			args: argv,
			options: {
				volume: { type: 'string' },
				seed: { type: 'string' },
				entries: { type: 'string' },
				jurors: { type: 'string' },
				clear: { type: 'boolean' }
			}
		}).values;
	} catch (error) {
		return refuse(`${(error as Error).message.split('\n')[0]}`);
	}
	const foreign = ['entries', 'jurors'].filter((name) => given[name] !== undefined);
	if (foreign.length)
		return refuse(
			`${foreign.map((name) => `--${name}`).join(' and ')} cannot be used: this version holds places and trails and has no contests. Available: --volume, --seed, --clear.`
		);
	if (given.clear && given.volume !== undefined)
		return refuse(
			'--clear and --volume exclude each other: --volume already replaces what is there.'
		);
	if (given.clear) return { do: 'clear' };
	if (given.volume === undefined)
		return given.seed === undefined ? { do: 'plant' } : refuse('--seed needs --volume.');
	const volume = whole(given.volume, 1, MOST);
	if (volume === null)
		return refuse(`--volume must be a whole number from 1 to ${MOST}, not “${given.volume}”.`);
	const seed = whole(given.seed ?? '1', 0, 2 ** 31 - 1);
	if (seed === null)
		return refuse(`--seed must be a whole number from 0 to ${2 ** 31 - 1}, not “${given.seed}”.`);
	return { do: 'volume', volume, seed };
}

function whole(text: string | boolean, least: number, most: number): number | null {
	if (typeof text !== 'string' || !/^\d{1,10}$/.test(text)) return null;
	const number = Number(text);
	return number >= least && number <= most ? number : null;
}
