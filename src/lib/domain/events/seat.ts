import { refuse, accept } from '../refusal';
import type { Ruled } from '../refusal';
import type { Admission, SeatRow, Zone } from './admission';

/** Whether the seats of a zone are chosen one by one. */
export const hasSeats = ({ rows }: Pick<Zone, 'rows'>): boolean => rows.length > 0;

/** The seats of a row in order, as `row-number`. */
export const seatsOfRow = ({ row, from, to, missing }: SeatRow): string[] =>
	Array.from({ length: Math.max(0, to - from + 1) }, (_, n) => from + n)
		.filter((number) => !missing.includes(number))
		.map((number) => `${row}-${number}`);

/** Every seat of a zone, front to back. */
export const seatsOf = ({ rows }: Pick<Zone, 'rows'>): string[] => rows.flatMap(seatsOfRow);

/** Row and number of a seat; the row may hold hyphens itself. */
export function partsOf(seat: string): { row: string; number: string } {
	const at = seat.lastIndexOf('-');
	return { row: seat.slice(0, at), number: seat.slice(at + 1) };
}

/** How many heads a part of a date has room for; `own` is the date’s own number, for free seating. */
export const capacitiesOf = (
	{ zones, capacity }: Pick<Admission, 'zones' | 'capacity'>,
	own: number | null = null
): { zone: string; capacity: number }[] =>
	zones.length
		? zones.map((zone) => ({ zone: zone.id, capacity: zone.capacity }))
		: [{ zone: '', capacity: own ?? capacity }];

/** The zone somebody chose; with one zone alone it need not be chosen. */
export function zoneOf(plan: Pick<Admission, 'zones'>, id: string): Ruled<Zone | null> {
	if (!plan.zones.length) return accept(null);
	const zone = plan.zones.length === 1 && !id ? plan.zones[0] : plan.zones.find((z) => z.id === id);
	return zone ? accept(zone) : refuse({ field: 'zone', reason: id ? 'unknown' : 'missing' });
}

/**
 * Seats for a party that left the choice to us: side by side in the foremost row that has room, the
 * shortest gap first so that longer ones stay whole; where no row has, as many together as may be.
 */
export function bestSeats(
	zone: Pick<Zone, 'rows'>,
	taken: ReadonlySet<string>,
	heads: number
): string[] | null {
	const gaps = zone.rows.flatMap((row) => gapsOf(row, taken));
	const chosen: string[] = [];
	for (let left = heads; left > 0;) {
		const fit = gaps
			.filter((gap) => gap.length >= left)
			.reduce<string[] | null>(
				(best, gap) => (best && best.length <= gap.length ? best : gap),
				null
			);
		const gap =
			fit ?? gaps.reduce<string[]>((best, one) => (one.length > best.length ? one : best), []);
		const seats = gap.splice(0, left);
		if (!seats.length) return null;
		chosen.push(...seats);
		left -= seats.length;
	}
	const order = new Map(seatsOf(zone).map((seat, at) => [seat, at]));
	return chosen.sort((a, b) => order.get(a)! - order.get(b)!);
}

/** Free seats side by side; one that is missing parts its neighbours, as an aisle does. */
function gapsOf(row: SeatRow, taken: ReadonlySet<string>): string[][] {
	const gaps: string[][] = [];
	let last: number | null = null;
	for (const seat of seatsOfRow(row)) {
		const number = Number(partsOf(seat).number);
		if (taken.has(seat)) {
			last = null;
			continue;
		}
		if (last === number - 1) gaps.at(-1)!.push(seat);
		else gaps.push([seat]);
		last = number;
	}
	return gaps;
}

/** Seats as one says them: `一排 12–14、二排 3`, to be joined with what the page needs. */
export function spokenSeats(seats: readonly string[]): { row: string; numbers: string }[] {
	const rows: { row: string; runs: [number, number][] }[] = [];
	for (const seat of seats) {
		const { row, number } = partsOf(seat);
		const n = Number(number);
		let held = rows.find((one) => one.row === row);
		if (!held) rows.push((held = { row, runs: [] }));
		const run = held.runs.at(-1);
		if (run && run[1] === n - 1) run[1] = n;
		else held.runs.push([n, n]);
	}
	return rows.map(({ row, runs }) => ({
		row,
		numbers: runs.map(([from, to]) => (from === to ? `${from}` : `${from}–${to}`)).join(', ')
	}));
}
