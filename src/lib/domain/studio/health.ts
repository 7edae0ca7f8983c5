/** What the health board looks at, in the order it shows it. */
export const signNames = [
	'empty-columns',
	'stale-columns',
	'overdue-reviews',
	'unlocated-places',
	'unchecked-places',
	'dead-links',
	'outside-links',
	'footer-numbers',
	'base-numbers',
	'declared',
	'pictures',
	'ended-honours',
	'documents'
] as const;
export type SignName = (typeof signNames)[number];

/** One thing found: what it is called and where in the studio it is mended. */
export interface Trouble {
	title: { zh: string; en: string | null };
	/** Address without language prefix. */
	path: string | null;
	/** A fact beside it: days, an address, “21/3”. */
	fact?: string;
}

/** One sign of health. */
export interface Sign {
	name: SignName;
	/** How many things are wrong; null where nobody has looked. */
	count: number | null;
	/** Of how many that were looked at. */
	of: number | null;
	/** The first of them. */
	troubles: Trouble[];
	/** When it was looked at, for signs that are not looked at with every page; ms since the epoch. */
	at: number | null;
}

/** What inspections fail a site for, and what only wants work. */
const serious: ReadonlySet<SignName> = new Set([
	'empty-columns',
	'stale-columns',
	'dead-links',
	'footer-numbers',
	'base-numbers'
]);

export type Grade = 'good' | 'mend' | 'bad' | 'unknown';

/** How a sign stands: said in words and shape, not by colour alone. */
export function gradeOf({ name, count }: Pick<Sign, 'name' | 'count'>): Grade {
	if (count === null) return 'unknown';
	if (count === 0) return 'good';
	return serious.has(name) ? 'bad' : 'mend';
}

/** Days without a change after which a column counts as stale, while the office has not said otherwise. */
export const STALE_DAYS = 180;
