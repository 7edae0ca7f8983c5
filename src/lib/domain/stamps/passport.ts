import type { Counted } from './book';

/** A stamp as a browser keeps it. */
export interface Kept extends Counted {
	/** The signed stamp itself. */
	stamp: string;
	/** `YYYY-MM-DD`. */
	day: string;
	/** Name of the place when it was stamped, for places no book has any more. */
	name: string;
}

/** A booklet somebody reserved. */
interface Reserved {
	book: number;
	code: string;
	/** Day it is held until, `YYYY-MM-DD`. */
	until: string;
}

/** The passport of one person of a household. */
export interface Passport {
	id: string;
	/** A nickname that never leaves the device; empty for its first owner. */
	nick: string;
	stamps: Kept[];
	/** Signed proofs that quizzes were passed, by number of the book. */
	passed: Record<string, string>;
	reserved: Reserved[];
}

/** Everything one browser keeps. */
export interface Household {
	v: 1;
	passports: Passport[];
	/** Id of the one shown. */
	current: string;
}

/** Most passports on one device, and most stamps in one. */
export const MOST = { passports: 8, stamps: 300, nick: 12 } as const;

const fresh = (id: string, nick = ''): Passport => ({
	...{ id, nick, stamps: [], passed: {}, reserved: [] }
});

/** A device nobody has used yet. */
export const newHousehold = (id: string): Household => ({
	v: 1,
	passports: [fresh(id)],
	current: id
});

const isText = (value: unknown): value is string => typeof value === 'string' && value.length < 300;
const record = (value: unknown): Record<string, unknown> =>
	typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};

/** What is usable of something that should be stamps; what is not is left out. */
function readStamps(value: unknown): Kept[] {
	if (!Array.isArray(value)) return [];
	return value.slice(0, MOST.stamps).flatMap((one): Kept[] => {
		const { stamp, place, day, name, near } = record(one);
		if (![stamp, place, day, name].every(isText)) return [];
		return [
			{
				stamp: stamp as string,
				place: place as string,
				day: day as string,
				name: name as string,
				near: typeof near === 'boolean' ? near : null
			}
		];
	});
}

function readPassport(value: unknown): Passport[] {
	const { id, nick, stamps, passed, reserved } = record(value);
	if (!isText(id) || !id) return [];
	return [
		{
			id,
			nick: isText(nick) ? nick.slice(0, MOST.nick) : '',
			stamps: readStamps(stamps),
			passed: Object.fromEntries(
				Object.entries(record(passed)).filter((entry): entry is [string, string] =>
					isText(entry[1])
				)
			),
			reserved: (Array.isArray(reserved) ? reserved : []).flatMap((one): Reserved[] => {
				const { book, code, until } = record(one);
				return typeof book === 'number' && isText(code) && isText(until)
					? [{ book, code, until }]
					: [];
			})
		}
	];
}

/** What a browser kept, as far as it can be read; a new household where nothing can. */
export function readHousehold(text: string | null, id: string): Household {
	let value: unknown = null;
	try {
		value = JSON.parse(text ?? 'null');
	} catch {
		// Somebody else’s words under our name: begun anew.
	}
	const { passports, current } = record(value);
	const known = (Array.isArray(passports) ? passports : [])
		.slice(0, MOST.passports)
		.flatMap(readPassport);
	if (!known.length) return newHousehold(id);
	return {
		v: 1,
		passports: known,
		current: known.find((one) => one.id === current)?.id ?? known[0]!.id
	};
}

export const currentOf = ({ passports, current }: Household): Passport =>
	passports.find(({ id }) => id === current) ?? passports[0]!;

const change = (household: Household, id: string, how: (one: Passport) => Passport): Household => ({
	...household,
	passports: household.passports.map((one) => (one.id === id ? how(one) : one))
});

/** Somebody more in the household, shown from now on; unchanged when it is full. */
export const addPerson = (household: Household, id: string, nick: string): Household =>
	household.passports.length >= MOST.passports
		? household
		: {
				...household,
				passports: [...household.passports, fresh(id, nick.trim().slice(0, MOST.nick))],
				current: id
			};

export const rename = (household: Household, id: string, nick: string): Household =>
	change(household, id, (one) => ({ ...one, nick: nick.trim().slice(0, MOST.nick) }));

/** Takes somebody’s passport off the device; the last one is emptied instead. */
export function removePerson(household: Household, id: string, spare: string): Household {
	const passports = household.passports.filter((one) => one.id !== id);
	if (!passports.length) return newHousehold(spare);
	return {
		...household,
		passports,
		current: household.current === id ? passports[0]!.id : household.current
	};
}

/**
 * Adds stamps to a passport. The first stamp of a place stays; a later one only brings the look at
 * the position that was missing.
 */
export const addStamps = (household: Household, id: string, stamps: readonly Kept[]): Household =>
	change(household, id, (one) => {
		const byPlace = new Map(one.stamps.map((kept) => [kept.place, kept]));
		for (const stamp of stamps) {
			const known = byPlace.get(stamp.place);
			if (!known) byPlace.set(stamp.place, stamp);
			else if (stamp.near === true && known.near !== true)
				byPlace.set(stamp.place, { ...known, near: true });
		}
		return { ...one, stamps: [...byPlace.values()].slice(0, MOST.stamps) };
	});

export const keepPassed = (household: Household, id: string, book: number, proof: string) =>
	change(household, id, (one) => ({ ...one, passed: { ...one.passed, [book]: proof } }));

export const keepReserved = (household: Household, id: string, reserved: Reserved): Household =>
	change(household, id, (one) => ({
		...one,
		reserved: [...one.reserved.filter(({ book }) => book !== reserved.book), reserved]
	}));

/** What is carried to another browser: everything but the nickname and who else is on the device. */
export interface Bundle {
	kind: 'liantu-passport';
	stamps: Kept[];
	passed: Record<string, string>;
	reserved: Reserved[];
}

export const bundleOf = ({ stamps, passed, reserved }: Passport): Bundle => ({
	kind: 'liantu-passport',
	stamps,
	passed,
	reserved
});

/** A bundle out of a file or an answer; null when it is none. */
export function readBundle(value: unknown): Bundle | null {
	if (record(value).kind !== 'liantu-passport') return null;
	const [one] = readPassport({ ...record(value), id: 'carried' });
	return one ? bundleOf(one) : null;
}

/** Lays a bundle into a passport: nothing that was there is lost. */
export const layIn = (household: Household, id: string, bundle: Bundle): Household =>
	change(addStamps(household, id, bundle.stamps), id, (one) => ({
		...one,
		passed: { ...bundle.passed, ...one.passed },
		reserved: [
			...one.reserved,
			...bundle.reserved.filter(({ book }) => !one.reserved.some((held) => held.book === book))
		]
	}));
