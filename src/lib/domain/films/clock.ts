/** A length or position in seconds as people write it: `0:07`, `12:05`, `1:02:03`. */
export function clockText(seconds: number): string {
	const all = Math.max(0, Math.floor(Number.isFinite(seconds) ? seconds : 0));
	const two = (n: number) => String(n).padStart(2, '0');
	const [h, m, s] = partsOf(all);
	return h ? `${h}:${two(m)}:${two(s)}` : `${m}:${two(s)}`;
}

/** Hours, minutes and seconds of a length. */
export const partsOf = (seconds: number): [h: number, m: number, s: number] => {
	const all = Math.max(0, Math.floor(Number.isFinite(seconds) ? seconds : 0));
	return [Math.floor(all / 3600), Math.floor(all / 60) % 60, all % 60];
};

/** Seconds from what somebody typed as `75`, `1:15` or `1:02:03`; null for anything else. */
export function readClock(text: string): number | null {
	const match = /^(?:(?:(\d{1,2}):)?(\d{1,3}):)?(\d{1,5})$/.exec(text.trim());
	if (!match) return null;
	const [, h = '0', m = '0', s = '0'] = match;
	if (match[2] !== undefined && Number(s) > 59) return null;
	return Number(h) * 3600 + Number(m) * 60 + Number(s);
}

/** A sheet of small pictures of a film, one every few seconds, row by row. */
export interface Storyboard {
	src: string;
	/** Seconds between two pictures. */
	every: number;
	columns: number;
	count: number;
	/** Pixels of one picture. */
	width: number;
	height: number;
}

/** Which picture of a storyboard shows a moment, as its column and row. */
export function pictureAt(board: Pick<Storyboard, 'every' | 'columns' | 'count'>, seconds: number) {
	const n = Math.min(board.count - 1, Math.max(0, Math.floor(seconds / board.every)));
	return { column: n % board.columns, row: Math.floor(n / board.columns) };
}
