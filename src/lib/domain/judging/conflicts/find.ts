import type { ConflictKind } from '../state';
import { unitKey } from '../../contests/unit-name';
import { nameKey, sameUnit } from './alike';

/** What is known of an entry’s people; telephone numbers as digests, the rest as {@link keyedEntry} has it. */
export interface EntryPeople {
	id: string;
	/** Ids of accounts: who opened it and who edits it. */
	accounts: readonly string[];
	emails: readonly string[];
	phones: readonly string[];
	names: readonly string[];
	unit: string | null;
	town: string | null;
}

/** An entry’s people with all texts as they are compared, so that this is done once. */
export const keyedEntry = (entry: EntryPeople): EntryPeople => ({
	...entry,
	emails: entry.emails.map((email) => email.trim().toLowerCase()),
	names: entry.names.map(nameKey).filter((key) => key.length > 1),
	unit: entry.unit === null ? null : unitKey(entry.unit) || null
});

/** A juror with all texts as they are compared. */
export const keyedJuror = (juror: JurorPeople): JurorPeople => ({
	...juror,
	email: juror.email?.trim().toLowerCase() ?? null,
	name: juror.name === null ? null : nameKey(juror.name),
	units: juror.units.map(unitKey),
	ties: juror.ties.map(({ kind, value }) => ({
		kind,
		value:
			kind === 'town' || kind === 'phone'
				? value
				: kind === 'unit'
					? unitKey(value)
					: nameKey(value)
	}))
});

/** Something a juror said about themselves. */
interface Tie {
	kind: ConflictKind;
	/** Name of a unit or person, slug of a town, digest of a telephone number. */
	value: string;
}

/** What is known of a juror. */
export interface JurorPeople {
	id: string;
	personId: string | null;
	email: string | null;
	name: string | null;
	/** Organizations and towns they manage. */
	units: readonly string[];
	towns: readonly string[];
	ties: readonly Tie[];
}

/** With whom somebody made films before. */
interface Partners {
	accounts: ReadonlySet<string>;
	phones: ReadonlySet<string>;
	names: ReadonlySet<string>;
}

/** Whether an entry is a juror’s own: opened or edited by them, or reached at their address. */
const isOwn = (juror: JurorPeople, entry: EntryPeople): boolean =>
	(juror.personId !== null && entry.accounts.includes(juror.personId)) ||
	(juror.email !== null && entry.emails.includes(juror.email));

/** Whether a juror worked on an entry, as far as one can tell. */
const workedOn = (juror: JurorPeople, entry: EntryPeople): boolean =>
	isOwn(juror, entry) || (juror.name !== null && entry.names.includes(juror.name));

/** Who was with a juror on the entries that are theirs; the juror is not among them. */
export function partnersOf(juror: JurorPeople, all: readonly EntryPeople[]): Partners {
	const own = all.filter((entry) => workedOn(juror, entry));
	return {
		accounts: new Set(own.flatMap(({ accounts }) => accounts)),
		phones: new Set(own.flatMap(({ phones }) => phones)),
		names: new Set(own.flatMap(({ names }) => names.filter((name) => name !== juror.name)))
	};
}

/** Why a juror may have to stand apart from an entry; none where nothing speaks for it. */
export function conflictsBetween(
	juror: JurorPeople,
	entry: EntryPeople,
	partners: Partners,
	{ town }: { town: boolean }
): ConflictKind[] {
	const found = new Set<ConflictKind>();
	const named = (value: string) =>
		entry.names.includes(value) || (entry.unit !== null && sameUnit(entry.unit, value));
	if (isOwn(juror, entry)) found.add('self');
	else if (workedOn(juror, entry)) found.add('crew');
	if (entry.unit !== null && juror.units.some((unit) => sameUnit(unit, entry.unit!)))
		found.add('unit');
	if (town && entry.town !== null && juror.towns.includes(entry.town)) found.add('town');
	for (const { kind, value } of juror.ties) {
		if (kind === 'town') {
			if (town && entry.town === value) found.add(kind);
		} else if (kind === 'phone') {
			if (entry.phones.includes(value)) found.add(kind);
		} else if (kind === 'unit') {
			if (entry.unit !== null && sameUnit(entry.unit, value)) found.add(kind);
		} else if (named(value)) found.add(kind);
	}
	if (!found.has('self') && !found.has('crew')) {
		if (entry.phones.some((phone) => partners.phones.has(phone))) found.add('phone');
		if (sharesPeople(entry, partners)) found.add('earlier');
	}
	return [...found];
}

const sharesPeople = (entry: EntryPeople, { accounts, names }: Partners): boolean =>
	entry.accounts.some((account) => accounts.has(account)) ||
	entry.names.some((name) => names.has(name));
