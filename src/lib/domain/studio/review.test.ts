import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { NOON } from '$tests/make';
import { commands, MINUTE, whoIs } from '$tests/review-commands';
import type { Command } from '$tests/review-commands';
import { faults, Model } from '$tests/review-law';
import { decide, hindrance, numberOf, place, stepLimits } from './review';
import type { Thing } from './review';
import type { State } from './state';
import { localMinute, parseMinute } from './times';
import { publishedBefore, roundOf, writersOf } from './trace';
import type { ReviewAct, Written } from './trace';

/** A thing on paper: what the law needs, kept in lists. */
class Paper {
	state: State = 'draft';
	step = 0;
	live = false;
	liveNumber = 0;
	trashed = false;
	expireAt: number | null = null;
	publishAt: number | null = null;
	steps = 3;
	now = NOON;
	acts: ReviewAct[] = [];
	versions: Written[] = [];

	get thing(): Thing {
		const head = this.versions.length;
		return {
			...this,
			standing: { noun: 'pages', id: 'x', town: null, placeId: null, organization: null },
			head,
			round: roundOf(this.acts),
			writers: writersOf(this.versions, head, publishedBefore(this.acts, head, this.liveNumber))
		};
	}

	/** Nobody but the office sees pages at all. */
	sees = (name: string) => name !== 'citizen';
	writes = (name: string) => name === 'op' || name === 'ed' || name === 'eve';

	save(name: string, restores: number | null): boolean {
		if (!this.writes(name) || this.trashed || this.state === 'review') return false;
		this.versions.push({ number: this.versions.length + 1, personId: name, restores });
		Object.assign(this, { state: 'draft', step: 0, publishAt: null });
		return true;
	}

	private note(act: ReviewAct['act'], personId: string | null, detail: ReviewAct['detail']) {
		this.acts.push({
			seq: this.acts.length + 1,
			act,
			number: this.versions.length,
			step: 0,
			personId,
			comment: null,
			detail,
			at: this.now
		});
	}

	deed({ deed, who, stale, later, ends }: Extract<Command, { do: 'deed' }>): boolean {
		if (!this.sees(who)) return false;
		const { thing } = this;
		const times = {
			publishAt: later ? this.now + 10 * MINUTE : null,
			expireAt: ends ? this.now + 30 * MINUTE : null
		};
		const given = { number: numberOf(thing, deed) + (stale ? 1 : 0), comment: '理由', ...times };
		const ruled = decide(thing, deed, whoIs(who), given, this.now);
		if (!ruled.ok) return false;
		const { effect, ...next } = ruled.value;
		if (deed === 'submit') this.note('submit', who, { steps: this.steps, ...times });
		if (deed === 'approve') this.note('approve', who, null);
		if (next.state === 'scheduled' && deed !== 'withdraw') this.note('schedule', who, times);
		Object.assign(this, next);
		if (effect === 'put') {
			this.note('publish', who, null);
			this.liveNumber = this.versions.length;
		}
		if (deed === 'trash' || deed === 'restore') this.trashed = deed === 'trash';
		return true;
	}
}

describe('the state machine', () => {
	it('is the law told anew, over ten thousand runs of commands', () => {
		let runs = 0;
		let shown = 0;
		const run = (given: Command[]) => {
			const model = new Model();
			const paper = new Paper();
			model.steps = paper.steps = (runs++ % 3) + 1;
			for (const command of [{ do: 'save', who: 'ed' } as Command, ...given]) {
				const told = JSON.stringify(command);
				let [expected, done] = [true, true];
				// What the clock does, the archive’s own test runs through.
				if (command.do === 'clock') continue;
				if (command.do === 'steps') model.steps = paper.steps = command.steps;
				else if (command.do === 'save') {
					expected = model.save(command.who, null);
					done = paper.save(command.who, null);
				} else if (command.do === 'restore-version') {
					const back = Math.min(command.back, model.head);
					expected = model.save(command.who, back);
					done = paper.save(command.who, back);
				} else {
					expected = model.deed(command);
					done = paper.deed(command);
				}
				expect(done, told).toBe(expected);
				expect(
					[paper.state, paper.live ? paper.liveNumber : null, paper.trashed, paper.expireAt],
					told
				).toEqual([model.state, model.shown, model.trashed, model.shownEnd]);
			}
			shown += model.proofs.length;
			expect(faults(model)).toEqual([]);
		};
		fc.assert(fc.property(commands, run), { numRuns: 10_000 });
		expect(shown).toBeGreaterThan(2_500);
	});

	it('lets nobody in who has not shown a second factor', () => {
		const paper = new Paper();
		paper.save('ed', null);
		const weak = { ...whoIs('ed'), strong: false };
		expect(hindrance(paper.thing, 'submit', weak)).toBe('not-yours');
		expect(hindrance(paper.thing, 'submit', null)).toBe('not-yours');
	});

	it('names its steps first, between and last', () => {
		const named = (steps: number) =>
			Array.from({ length: steps }, (_, index) => place(index + 1, steps));
		expect(named(stepLimits.least)).toEqual(['last']);
		expect(named(2)).toEqual(['first', 'last']);
		expect(named(stepLimits.usual)).toEqual(['first', 'between', 'last']);
		expect(named(stepLimits.most)).toEqual(['first', 'between', 'between', 'between', 'last']);
	});
});

describe('a minute of Asia/Shanghai', () => {
	it('is read as it is written', () => {
		expect(parseMinute('2026-11-22T12:00')).toBe(NOON);
		expect(parseMinute('2026-11-22T12:00:59')).toBe(NOON);
		expect(parseMinute(' 2026-11-22 12:00 ')).toBe(NOON);
		fc.assert(
			fc.property(fc.integer({ min: 0, max: 4e12 }), (at) => {
				const minute = at - (at % MINUTE);
				expect(parseMinute(localMinute(minute))).toBe(minute);
			})
		);
	});

	it.each(['', '2026-11-22', '2026-02-30T12:00', '2026-11-22T24:01', '2026-13-01T00:00', '明天'])(
		'%j is none',
		(typed) => expect(parseMinute(typed)).toBe(null)
	);
});
