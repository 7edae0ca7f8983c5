import { parseArgs } from 'node:util';

/** What `npm run seed` was asked to do. */
type SeedCommand =
	| { do: 'plant' }
	/** Nothing of a kind stays nothing: null leaves it as it is. */
	| {
			do: 'volume';
			volume: number | null;
			entries: number | null;
			events: number | null;
			jurors: number | null;
			seed: number;
	  }
	| { do: 'hall' }
	| { do: 'clear' }
	| { do: 'refuse'; sentence: string };

const usage = `npm run seed                              plants the demonstration content into an empty database
npm run seed -- --volume 100000           replaces all synthetic places by 100,000 new ones
npm run seed -- --volume 100000 --seed 7  the same with another seed number
npm run seed -- --entries 2500            replaces all synthetic entries of contests by 2,500 new ones
npm run seed -- --entries 2500 --jurors 40  the same, judged once by 40 synthetic jurors
npm run seed -- --events 5000             replaces all synthetic events by 5,000 new ones
npm run seed -- --hall                    adds a synthetic hall that takes visits of groups
npm run seed -- --clear                   removes everything synthetic`;

const most = { volume: 999_999, entries: 99_999, events: 99_999, jurors: 400 } as const;

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
				events: { type: 'string' },
				jurors: { type: 'string' },
				hall: { type: 'boolean' },
				clear: { type: 'boolean' }
			}
		}).values;
	} catch (error) {
		return refuse(`${(error as Error).message.split('\n')[0]}`);
	}
	if (given.jurors !== undefined && given.entries === undefined)
		return refuse('--jurors needs --entries: it says who judges them.');
	const amounts = (['volume', 'entries', 'events'] as const).filter(
		(name) => given[name] !== undefined
	);
	if (given.clear && amounts.length)
		return refuse(
			`--clear and --${amounts[0]} exclude each other: --${amounts[0]} already replaces what is there.`
		);
	if (given.hall && (given.clear || amounts.length || given.seed !== undefined))
		return refuse('--hall stands alone.');
	if (given.hall) return { do: 'hall' };
	if (given.clear) return { do: 'clear' };
	if (!amounts.length)
		return given.seed === undefined
			? { do: 'plant' }
			: refuse('--seed needs --volume, --entries or --events.');
	const counted = (name: 'volume' | 'entries' | 'events') =>
		given[name] === undefined ? null : whole(given[name], 1, most[name]);
	const [volume, entries, events] = [counted('volume'), counted('entries'), counted('events')];
	for (const name of amounts)
		if (counted(name) === null)
			return refuse(
				`--${name} must be a whole number from 1 to ${most[name]}, not “${given[name]}”.`
			);
	const jurors = given.jurors === undefined ? null : whole(given.jurors, 3, most.jurors);
	if (given.jurors !== undefined && jurors === null)
		return refuse(
			`--jurors must be a whole number from 3 to ${most.jurors}, not “${given.jurors}”.`
		);
	const seed = whole(given.seed ?? '1', 0, 2 ** 31 - 1);
	if (seed === null)
		return refuse(`--seed must be a whole number from 0 to ${2 ** 31 - 1}, not “${given.seed}”.`);
	return { do: 'volume', volume, entries, events, jurors, seed };
}

function whole(text: string | boolean, least: number, most: number): number | null {
	if (typeof text !== 'string' || !/^\d{1,10}$/.test(text)) return null;
	const number = Number(text);
	return number >= least && number <= most ? number : null;
}
