import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { EntryModel } from '$tests/entry-law';
import { NOON } from '$tests/make';
import { mayDo, nextLevel, stateAfter } from './entry-law';
import type { Deed, EntryRole, EntryStanding, Occasion } from './entry-law';
import type { Channel } from './plan';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

const deeds = [
	...['save', 'submit', 'correct', 'withdraw', 'recommend', 'decline', 'return', 'pass'],
	...['refuse', 'reopen', 'extend', 'release', 'hide']
] as Deed[];
const roles: EntryRole[] = ['owner', 'editor', 'recommender', 'office', 'stranger'];
const chain = ['town', 'district'] as const;

/** An entry on paper: what the law needs, moved as the archive moves it. */
class Paper {
	standing: EntryStanding;
	now = NOON - DAY;
	openedAt = this.now;
	/** First byte of its film; it goes on coming until the close. */
	firstAt: number | null = null;
	late: number | null = null;

	constructor(
		channel: Channel,
		readonly plan: { closesAt: number; correctUntil: number | null; showing: 'never' | 'per-entry' }
	) {
		this.standing = {
			state: 'draft',
			channel,
			number: null,
			correctBy: null,
			recommended: null,
			mayShow: false,
			released: false
		};
	}

	get occasion(): Occasion {
		const { closesAt, correctUntil, showing } = this.plan;
		return {
			window: {
				state: 'published',
				opensAt: NOON - DAY,
				closesAt,
				graceMinutes: 60,
				correctUntil
			},
			now: this.now,
			chain,
			showing,
			resultsAt: NOON + 10 * DAY,
			arriving: {
				openedAt: this.openedAt,
				uploads: [{ firstAt: this.firstAt, lastAt: closesAt - 1 }],
				late: this.late
			}
		};
	}

	do(deed: Deed, role: EntryRole, due: number | null): boolean {
		if (!mayDo(deed, this.standing, role, this.occasion).ok) return false;
		const standing = { ...this.standing };
		if (deed === 'recommend') standing.recommended = nextLevel(standing, chain);
		if (deed === 'submit') standing.number = '7-W-0001';
		if (deed === 'submit' || deed === 'correct' || deed === 'decline') standing.correctBy = null;
		if (deed === 'return' || deed === 'extend') standing.correctBy = due;
		if (deed === 'release') standing.released = true;
		if (deed === 'hide' || deed === 'withdraw') standing.released = false;
		if (deed !== 'save') standing.state = stateAfter[deed] ?? standing.state;
		this.standing = standing;
		return true;
	}
}

type Command =
	| { do: 'deed'; deed: Deed; role: EntryRole; due: number | null }
	| { do: 'clock'; ms: number }
	| { do: 'film' }
	| { do: 'late'; hours: number }
	| { do: 'consent'; yes: boolean };

const command: fc.Arbitrary<Command> = fc.oneof(
	{
		weight: 12,
		arbitrary: fc.record({
			do: fc.constant('deed' as const),
			deed: fc.constantFrom<Deed>(...deeds, 'submit', 'submit', 'return', 'correct', 'pass'),
			role: fc.constantFrom<EntryRole>(...roles, 'owner', 'owner', 'office', 'office'),
			due: fc.option(fc.integer({ min: 1, max: 9 }).map((days) => NOON + days * DAY))
		})
	},
	{
		weight: 2,
		arbitrary: fc.record({
			do: fc.constant('clock' as const),
			ms: fc.constantFrom(1, 30_000, HOUR / 2, HOUR, 6 * HOUR, 12 * HOUR, DAY, 3 * DAY)
		})
	},
	{ weight: 1, arbitrary: fc.constant({ do: 'film' as const }) },
	{
		weight: 1,
		arbitrary: fc.record({
			do: fc.constant('late' as const),
			hours: fc.integer({ min: 1, max: 99 })
		})
	},
	{ weight: 1, arbitrary: fc.record({ do: fc.constant('consent' as const), yes: fc.boolean() }) }
);

it('the law of entries answers as its independent telling, over 10,000 sequences of commands', () => {
	let allowed = 0;
	const reached = new Set<string>();
	fc.assert(
		fc.property(
			fc.constantFrom<Channel>('person', 'unit'),
			fc.option(fc.integer({ min: 1, max: 6 })),
			fc.boolean(),
			fc.array(command, { minLength: 10, maxLength: 30 }),
			(channel, corrections, showing, commands) => {
				const closesAt = NOON;
				const correctUntil = corrections === null ? null : NOON + corrections * DAY;
				const paper = new Paper(channel, {
					closesAt,
					correctUntil,
					showing: showing ? 'per-entry' : 'never'
				});
				const model = new EntryModel(
					{
						opens: NOON - DAY,
						closes: closesAt,
						graceEnds: closesAt + HOUR,
						corrections: correctUntil,
						results: NOON + 10 * DAY,
						showing,
						chain: [...chain]
					},
					channel === 'unit'
				);
				model.note('open', paper.now);
				for (const one of commands)
					if (one.do === 'clock') paper.now += one.ms;
					else if (one.do === 'film') {
						if (model.film < 0) model.film = paper.firstAt = paper.now;
					} else if (one.do === 'late') model.lateUntil = paper.late = paper.now + one.hours * HOUR;
					else if (one.do === 'consent') model.consents = paper.standing.mayShow = one.yes;
					else {
						const { deed, role, due } = one;
						const told = model.may(deed, role, paper.now);
						expect([deed, role, paper.standing.state, paper.do(deed, role, due)]).toEqual([
							deed,
							role,
							model.stands,
							told
						]);
						if (!told) continue;
						allowed++;
						const given = deed === 'return' || deed === 'extend' ? due : null;
						if (deed !== 'save') model.note(deed, paper.now, given);
						reached.add(paper.standing.state);
						expect(paper.standing.state).toBe(model.stands);
						expect(paper.standing.released).toBe(model.shown);
					}
			}
		),
		{ numRuns: 10_000 }
	);
	// The sequences go somewhere: every state is reached, and thousands of acts happen.
	expect([...reached].sort()).toEqual(
		['draft', 'passed', 'refused', 'returned', 'submitted', 'withdrawn'].sort()
	);
	expect(allowed).toBeGreaterThan(10_000);
});

describe('an entry of a unit', () => {
	const standing = { channel: 'unit' as const, recommended: null };

	it('goes up its chain level by level, and no entry of a person does', () => {
		expect(nextLevel(standing, chain)).toBe('town');
		expect(nextLevel({ ...standing, recommended: 'town' }, chain)).toBe('district');
		expect(nextLevel({ ...standing, recommended: 'district' }, chain)).toBe(null);
		expect(nextLevel(standing, [])).toBe(null);
		expect(nextLevel({ channel: 'person', recommended: null }, chain)).toBe(null);
	});
});
