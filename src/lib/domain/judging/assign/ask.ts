/** An entry to be judged. */
export interface AskedEntry {
	id: string;
	category: string;
	/** Scores it shall have, where that is not the number for all. */
	per?: number;
}

/** Somebody who judges. */
export interface AskedJuror {
	id: string;
	/** Categories they know; null for all. */
	categories: readonly string[] | null;
	/** The most they take on; null for no limit. Somebody who left has 0. */
	capacity: number | null;
}

/** An entry and a juror. */
export interface Pairing {
	entry: string;
	juror: string;
}

/** What a draw is made of; the order of its lists changes nothing. */
export interface Ask {
	entries: readonly AskedEntry[];
	jurors: readonly AskedJuror[];
	/** Scores each entry shall have. */
	per: number;
	/** Conflicts of interest: never together. */
	forbidden: readonly Pairing[];
	/** What is finished and stays. */
	fixed?: readonly Pairing[];
	/** What is open: it stays where balance does not ask otherwise. */
	kept?: readonly Pairing[];
	/** Public; with the rest of this it makes the same draw again. */
	seed: string;
	/** Accept groups of jurors who share no entry, whose scores then cannot be compared. */
	islands?: boolean;
	/** Make what can be made and say what is missing, where a round must go on. */
	lenient?: boolean;
}

/** The draw as text, the same for the same draw: what is hashed and given to whoever reruns it. */
export function askText(ask: Ask): string {
	const pairs = (list: readonly Pairing[] = []) =>
		list.map(({ entry, juror }) => [entry, juror]).sort(byText);
	return JSON.stringify({
		seed: ask.seed,
		per: ask.per,
		islands: ask.islands === true,
		lenient: ask.lenient === true,
		entries: ask.entries
			.map(({ id, category, per }) => [id, category, ...(per === undefined ? [] : [per])])
			.sort(byText),
		jurors: ask.jurors
			.map(({ id, categories, capacity }) => [id, categories && [...categories].sort(), capacity])
			.sort(byText),
		forbidden: pairs(ask.forbidden),
		fixed: pairs(ask.fixed),
		kept: pairs(ask.kept)
	});
}

const byText = (a: readonly unknown[], b: readonly unknown[]): number =>
	plainOrder(String(a[0]), String(b[0])) || plainOrder(String(a[1]), String(b[1]));

/** The order of characters' numbers, the same on every machine. */
export const plainOrder = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
