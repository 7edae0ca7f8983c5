/** Watched parts of a film in whole seconds, `[from, to)`. */
export type Parts = [from: number, to: number][];

/** The longest film, in seconds, and most parts that one report names. */
const coverageMost = { seconds: 86_400, parts: 400 } as const;
/** The fastest a player plays, and seconds it may be ahead of the clock. */
const FASTEST = 2;
const AHEAD = 5;

/** Parts sorted, joined where they touch, and cut to the film. */
export function joined(parts: Readonly<Parts>, length: number): Parts {
	const end = Math.min(Math.ceil(length), coverageMost.seconds);
	const sorted = parts
		.map(([from, to]): [number, number] => [Math.max(0, from), Math.min(end, to)])
		.filter(([from, to]) => from < to)
		.sort((a, b) => a[0] - b[0] || a[1] - b[1]);
	const out: Parts = [];
	for (const [from, to] of sorted) {
		const last = out.at(-1);
		if (last && from <= last[1]) last[1] = Math.max(last[1], to);
		else out.push([from, to]);
	}
	return out;
}

/** Seconds that some parts are together. */
export const secondsOf = (parts: Readonly<Parts>): number =>
	parts.reduce((sum, [from, to]) => sum + to - from, 0);

/** Share of a film that was watched, 0 … 1; the last part of a second counts as seen. */
export const shareOf = (parts: Readonly<Parts>, length: number): number =>
	length > 0 ? Math.min(1, secondsOf(parts) / Math.max(1, Math.floor(length))) : 0;

/** What was seen before together with what is told now. */
export const more = (before: Readonly<Parts>, told: Readonly<Parts>, length: number): Parts =>
	joined([...before, ...told], length);

/** Whether so much can have been watched since the film was opened, played as fast as it goes. */
export const canBe = (parts: Readonly<Parts>, openedAt: number, now: number): boolean =>
	secondsOf(parts) <= ((now - openedAt) / 1000) * FASTEST + AHEAD;

/** Parts as a form sends them, `0-12,40-55`; null for what is none. */
export function readParts(text: string): Parts | null {
	if (text === '') return [];
	if (text.length > coverageMost.parts * 12) return null;
	const parts: Parts = [];
	for (const one of text.split(',')) {
		const found = /^(\d{1,5})-(\d{1,5})$/.exec(one);
		if (!found) return null;
		const [from, to] = [Number(found[1]), Number(found[2])];
		if (from >= to || to > coverageMost.seconds) return null;
		parts.push([from, to]);
	}
	return parts.length > coverageMost.parts ? null : parts;
}

export const writeParts = (parts: Readonly<Parts>): string =>
	parts.map(([from, to]) => `${from}-${to}`).join(',');

/** Whether enough was seen for a lock; a film whose length nobody knows asks nothing. */
export const seenEnough = (share: number, least: number, length: number | null): boolean =>
	length === null || length <= 0 || share + 1e-9 >= least;
