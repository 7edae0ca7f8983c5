import { canonical } from '../audit/canonical';
import { SIGNS } from '../certificates/code';
import { Stream } from '../judging/assign/stream';
import { seedOf } from '../judging/rule/seed';
import type { Digest } from '../judging/rule/rule';

/** One sign-up in a draw. The code is its own and says nothing about anybody. */
interface DrawLine {
	code: string;
	heads: number;
	zone: string;
}

/** Who takes part, and how many heads there is room for; published and hashed before the draw. */
export interface DrawList {
	v: 1;
	/** Id of the date. */
	occasion: string;
	zones: { id: string; capacity: number }[];
	/** Whether those who no longer fit are passed over, or nobody comes after them. */
	fillGaps: boolean;
	/** By code. */
	lines: DrawLine[];
}

/** Everything a draw follows from. */
interface DrawAsk {
	list: DrawList;
	/** The audit tree before the sealing. */
	size: number;
	root: string;
	/** What the named public chance turned out to be; empty where none was named. */
	words: string;
}

const CODE = 8;

/** The code of a sign-up in the published list: nobody finds the sign-up, or its ticket, from it. */
export function drawCodeOf(bookingId: string, digest: Digest): string {
	const hash = digest(`liantu seat draw code 1\n${bookingId}`);
	let left = BigInt(`0x${hash.slice(0, 16)}`);
	let code = '';
	for (let n = 0; n < CODE; n++, left >>= 5n) code += SIGNS[Number(left & 31n)]!;
	return code;
}

const byCode = (a: DrawLine, b: DrawLine): number =>
	a.code < b.code ? -1 : a.code > b.code ? 1 : 0;

/** The list as it is hashed: lines by code, so that nothing but what it says can matter. */
export const drawList = (list: Omit<DrawList, 'v'>): DrawList => ({
	v: 1,
	...list,
	zones: list.zones.map(({ id, capacity }) => ({ id, capacity })),
	lines: list.lines.map(({ code, heads, zone }) => ({ code, heads, zone })).sort(byCode)
});

/** What the hash of a list is taken of. */
export const listText = (list: DrawList): string => canonical(list);

/** The seed, as the draws of judging make theirs. */
export const drawSeed = ({ list, size, root, words }: DrawAsk, digest: Digest): string =>
	seedOf({ ruleHash: digest(listText(list)), size, root, words }, digest);

/** Where the draw put one sign-up. */
export interface Drawn extends DrawLine {
	/** From 1, in the order of its zone. */
	turn: number;
	seated: boolean;
}

/**
 * Draws: each zone is shuffled by the seed alone, and seats go down that order. The first that does
 * not fit ends it, unless gaps are filled; the others wait in the order drawn.
 */
export function drawSeats(list: DrawList, seed: string): Drawn[] {
	return list.zones.flatMap(({ id, capacity }) => {
		const mine = list.lines.filter(({ zone }) => zone === id).sort(byCode);
		let free = capacity;
		let over = false;
		return new Stream(seed, `seat draw 1/${id}`).shuffled(mine).map((line, at) => {
			const seated = !over && line.heads <= free;
			if (seated) free -= line.heads;
			else if (!list.fillGaps) over = true;
			return { ...line, turn: at + 1, seated };
		});
	});
}
