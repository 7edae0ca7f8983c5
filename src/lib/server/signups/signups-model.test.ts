// Long because it tells the rules of seats once more, plainly, and plays both against each other.
import { asc, eq } from 'drizzle-orm';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { newAdmission } from '$lib/domain/events/admission-new';
import type { By } from '$lib/domain/people/who';
import type { Db } from '$lib/server/db/open';
import { bookings, seatCounts, takenSeats } from '$lib/server/db/schema';
import { organizer, plantEvent } from '$tests/events';
import { emptyDb, NOON } from '$tests/make';
import { saveAdmission } from './admissions';
import { acceptOffer, cancelBooking } from './cancel';
import { changeBooking } from './change';
import { strikeSignups } from './clock';
import { signUp } from './sign-up';

// A second telling of the law: plain lists, no counts, no columns. Long because it tells all of it.

type Command =
	| { do: 'sign-up'; heads: number }
	| { do: 'cancel'; who: number }
	| { do: 'accept'; who: number }
	| { do: 'change'; who: number; heads: number }
	| { do: 'wait'; minutes: number }
	| { do: 'capacity'; to: number };

interface One {
	heads: number;
	state: 'confirmed' | 'waiting' | 'offered' | 'cancelled' | 'lapsed';
	until: number;
	/** Order on the list. */
	turn: number;
}

const OFFER = 60;
const MINUTE = 60_000;
const START = NOON + 30 * 24 * 60 * MINUTE;

class Telling {
	all: One[] = [];
	capacity: number;
	now = NOON;
	#turns = 0;
	constructor(
		capacity: number,
		readonly gaps: boolean
	) {
		this.capacity = capacity;
	}

	get taken(): number {
		return this.all
			.filter(({ state }) => state === 'confirmed' || state === 'offered')
			.reduce((sum, { heads }) => sum + heads, 0);
	}
	get line(): One[] {
		return this.all.filter(({ state }) => state === 'waiting').sort((a, b) => a.turn - b.turn);
	}
	#offer() {
		for (const one of this.line)
			if (one.heads <= this.capacity - this.taken)
				Object.assign(one, { state: 'offered', until: this.now + OFFER * MINUTE });
			else if (!this.gaps) break;
	}
	#barred(): boolean {
		const { line } = this;
		const free = this.capacity - this.taken;
		return line.length > 0 && !(this.gaps && line.every(({ heads }) => heads > free));
	}

	run(command: Command): void {
		if (command.do === 'sign-up') {
			const { heads } = command;
			if (heads > this.capacity) return;
			const seated = heads <= this.capacity - this.taken && !this.#barred();
			const state = seated ? 'confirmed' : 'waiting';
			this.all.push({ heads, state, until: 0, turn: ++this.#turns });
		} else if (command.do === 'wait') {
			this.now += command.minutes * MINUTE;
			for (;;) {
				const over = this.all
					.filter(({ state, until }) => state === 'offered' && until <= this.now)
					.sort((a, b) => a.until - b.until || a.turn - b.turn)[0];
				if (!over) break;
				over.state = 'lapsed';
				this.#offer();
			}
		} else if (command.do === 'capacity') {
			// The largest party that waits must have room one day, or nobody behind it would.
			if (command.to < Math.max(this.taken, ...this.line.map((one) => one.heads))) return;
			this.capacity = command.to;
			this.#offer();
		} else {
			const one = this.all[command.who % Math.max(1, this.all.length)];
			if (!one || one.state === 'cancelled' || one.state === 'lapsed') return;
			if (command.do === 'cancel') {
				one.state = 'cancelled';
				this.#offer();
			} else if (command.do === 'accept') {
				if (one.state === 'offered' && this.now < one.until) one.state = 'confirmed';
			} else {
				const more = command.heads - one.heads;
				if (command.heads > this.capacity) return;
				if (one.state === 'waiting') {
					one.heads = command.heads;
					if (more > 0) one.turn = ++this.#turns;
					if (more) this.#offer();
				} else if (more > 0) {
					if (one.state === 'offered') return;
					if (more > this.capacity - this.taken || this.#barred()) return;
					one.heads = command.heads;
				} else {
					one.heads = command.heads;
					if (more < 0) this.#offer();
				}
			}
		}
	}
}

const heads = fc.integer({ min: 1, max: 4 });
const who = fc.nat(30);
const command: fc.Arbitrary<Command> = fc.oneof(
	{ weight: 5, arbitrary: heads.map((n) => ({ do: 'sign-up' as const, heads: n })) },
	{ weight: 3, arbitrary: who.map((n) => ({ do: 'cancel' as const, who: n })) },
	{ weight: 3, arbitrary: who.map((n) => ({ do: 'accept' as const, who: n })) },
	{
		weight: 3,
		arbitrary: fc.tuple(who, heads).map(([n, to]) => ({ do: 'change' as const, who: n, heads: to }))
	},
	{
		weight: 2,
		arbitrary: fc.integer({ min: 1, max: 90 }).map((minutes) => ({ do: 'wait' as const, minutes }))
	},
	{
		weight: 1,
		arbitrary: fc.integer({ min: 2, max: 9 }).map((to) => ({ do: 'capacity' as const, to }))
	}
);

const rows = Array.from({ length: 4 }, (_, n) => ({
	row: `${n + 1}排`,
	from: 1,
	to: 3,
	missing: []
}));
/** So many seats of a small hall, from the front. */
const hall = (seats: number) => ({
	id: 'z1',
	name: { zh: '池座' },
	capacity: seats,
	rows: rows.flatMap((row, n) => {
		const left = Math.min(3, seats - n * 3);
		return left > 0 ? [{ ...row, to: left }] : [];
	})
});

async function portal(db: Db, capacity: number, gaps: boolean, numbered: boolean) {
	const planOf = (seats: number) =>
		newAdmission({
			...{ capacity: seats, mostHeads: 4, offerMinutes: OFFER, fillGaps: gaps, reminders: [] },
			zones: numbered ? [hall(seats)] : []
		});
	const { eventId, occasions } = await plantEvent(db, {
		startsAt: START,
		admission: planOf(capacity)
	});
	const occasionId = occasions[0]!.id;
	const links: string[] = [];
	let now = NOON;
	let revision = 1;
	const nobody = (): By => ({ who: null, address: null, now });
	const form = (n: number) => ({
		...{ name: `甲${n}`, mail: `p${n}@example.cn`, phone: '', group: '', heads: String(n) },
		...{ zone: '', seats: [], answers: {}, consent: true }
	});
	return {
		async run(command: Command) {
			if (command.do === 'sign-up') {
				const typed = { ...form(links.length), heads: String(command.heads) };
				const ask = { formKey: '', locale: 'zh' } as const;
				const said = await signUp(db, nobody(), occasionId, typed, ask);
				if (said.ok) links.push(said.value.link);
			} else if (command.do === 'wait') {
				now += command.minutes * MINUTE;
				await strikeSignups(db, now);
			} else if (command.do === 'capacity') {
				const said = await saveAdmission(db, organizer(now), eventId, planOf(command.to), {
					open: true,
					revision
				});
				if (said.ok) revision = said.value.revision;
			} else {
				const n = command.who % Math.max(1, links.length);
				const link = links[n];
				if (!link) return;
				if (command.do === 'cancel') await cancelBooking(db, nobody(), link);
				else if (command.do === 'accept') await acceptOffer(db, nobody(), link);
				else
					await changeBooking(db, nobody(), link, {
						...form(n),
						heads: String(command.heads)
					});
			}
		},
		async stand() {
			const all = await db
				.select()
				.from(bookings)
				.where(eq(bookings.occasionId, occasionId))
				.orderBy(asc(bookings.createdAt), asc(bookings.id));
			const [count] = await db
				.select()
				.from(seatCounts)
				.where(eq(seatCounts.occasionId, occasionId));
			const held = await db.select().from(takenSeats);
			return { all, count, held };
		}
	};
}

describe.each([
	{ gaps: false, numbered: false },
	{ gaps: true, numbered: false },
	{ gaps: false, numbered: true }
])('whatever happens in whatever order (%o)', ({ gaps, numbered }) => {
	it('nobody is overbooked, counts equal the rows, and the list moves as the plain telling says', async () => {
		await fc.assert(
			fc.asyncProperty(
				fc.integer({ min: 2, max: 6 }),
				fc.array(command, { minLength: 5, maxLength: 30 }),
				async (capacity, commands) => {
					const db = await emptyDb();
					const told = new Telling(capacity, gaps);
					const real = await portal(db, capacity, gaps, numbered);
					for (const one of commands) {
						// Seats that somebody sits in are not taken out of a plan; the plain telling knows no seats.
						if (numbered && one.do === 'capacity' && one.to < told.capacity) continue;
						told.run(one);
						await real.run(one);
						const { all, count, held } = await real.stand();
						expect(all.length).toBe(told.all.length);
						const byName = new Map(all.map((row) => [row.id, row]));
						const rowsNow = [...byName.values()]
							.map(({ state, heads: n }) => `${state} ${n}`)
							.sort();
						expect(rowsNow).toEqual(told.all.map(({ state, heads: n }) => `${state} ${n}`).sort());
						const waiting = all
							.filter(({ state }) => state === 'waiting')
							.sort((a, b) => a.turn! - b.turn!);
						expect(waiting.map((row) => row.heads)).toEqual(told.line.map((row) => row.heads));
						if (count) {
							expect([count.taken, count.waiting]).toEqual([
								told.taken,
								told.line.reduce((sum, row) => sum + row.heads, 0)
							]);
							expect(count.taken).toBeLessThanOrEqual(count.capacity);
						}
						if (numbered) {
							expect(held.length).toBe(told.taken);
							const seats = all.flatMap((row) => row.seats.map((seat) => `z1/${seat}`)).sort();
							expect(held.map(({ seat }) => seat).sort()).toEqual(seats);
						}
					}
				}
			),
			{ numRuns: 30 }
		);
	}, 180_000);
});
