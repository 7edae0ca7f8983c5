import { describe, expect, it } from 'vitest';
import { aPlan } from '../../../../tests/contests';
import { graceEnds, mayCorrect, mayOpenDraft, maySubmit, phaseOf } from './dates';
import type { Window } from './dates';

const plan = aPlan();
const { opensAt, closesAt, correctUntil, noticeFrom, noticeUntil, resultsAt } =
	plan.dates as Record<
		'opensAt' | 'closesAt' | 'correctUntil' | 'noticeFrom' | 'noticeUntil' | 'resultsAt',
		number
	>;
const window: Window = { state: 'published', ...plan.dates };
const why = (ruled: { ok: boolean; refusals?: { reason: string }[] }) =>
	ruled.ok ? 'yes' : ruled.refusals![0]!.reason;

describe('an edition', () => {
	it('passes through its phases to the millisecond', () => {
		const grace = graceEnds(plan.dates)!;
		const at = [
			opensAt - 1,
			opensAt,
			closesAt - 1,
			closesAt,
			grace - 1,
			grace,
			correctUntil - 1,
			correctUntil,
			noticeFrom,
			noticeUntil,
			resultsAt
		];
		expect(at.map((now) => phaseOf(plan, now))).toEqual([
			'before',
			'open',
			'open',
			'grace',
			'grace',
			'correction',
			'correction',
			'judging',
			'notice',
			'judging',
			'over'
		]);
	});

	it('without an opening date is not open, without a closing date stays open', () => {
		expect(phaseOf({ dates: { ...plan.dates, opensAt: null } }, closesAt)).toBe('before');
		expect(phaseOf({ dates: { ...plan.dates, closesAt: null } }, resultsAt * 2)).toBe('open');
	});
});

describe('a draft', () => {
	it('may be opened from the opening moment until just before the closing one', () => {
		expect(
			[opensAt - 1, opensAt, closesAt - 1, closesAt].map((now) => why(mayOpenDraft(window, now)))
		).toEqual(['not-open', 'yes', 'yes', 'closed']);
	});

	it('may be opened in no edition that is not published, whatever the dates say', () => {
		expect(why(mayOpenDraft({ ...window, state: 'draft' }, opensAt))).toBe('not-published');
		expect(why(mayOpenDraft({ ...window, state: 'archived' }, opensAt, closesAt))).toBe('archived');
	});

	it('may be opened late with an access code until that ends', () => {
		const code = closesAt + 1000;
		expect(why(mayOpenDraft(window, code - 1, code))).toBe('yes');
		expect(why(mayOpenDraft(window, code, code))).toBe('closed');
	});
});

describe('a submission', () => {
	const drafted = { openedAt: closesAt - 2, uploadBegunAt: closesAt - 1 };

	it('is taken in the last millisecond and not at the closing moment', () => {
		const none = { openedAt: opensAt, uploadBegunAt: null };
		expect(why(maySubmit(window, closesAt - 1, none))).toBe('yes');
		expect(why(maySubmit(window, closesAt, none))).toBe('closed');
	});

	it('is taken in the grace when the draft and its upload were begun before the close', () => {
		const end = graceEnds(window)!;
		expect(why(maySubmit(window, end - 1, drafted))).toBe('yes');
		expect(why(maySubmit(window, end, drafted))).toBe('closed');
		expect(why(maySubmit(window, closesAt, { ...drafted, uploadBegunAt: closesAt }))).toBe(
			'closed'
		);
		expect(why(maySubmit(window, closesAt, { ...drafted, openedAt: closesAt }))).toBe('closed');
	});

	it('finds no grace where the edition grants none', () => {
		expect(why(maySubmit({ ...window, graceMinutes: 0 }, closesAt, drafted))).toBe('closed');
	});

	it('comes late with an access code alone', () => {
		const late = closesAt + 10 * 86_400_000;
		const none = { openedAt: late - 5, uploadBegunAt: null };
		expect(why(maySubmit(window, late - 1, { ...none, late }))).toBe('yes');
		expect(why(maySubmit(window, late, { ...none, late }))).toBe('closed');
	});
});

describe('a correction', () => {
	const submitted = { state: 'submitted', correctBy: null } as const;
	const returned = { state: 'returned', correctBy: null } as const;

	it('is free until the close', () => {
		expect(why(mayCorrect(window, closesAt - 1, submitted))).toBe('yes');
		expect(why(mayCorrect(window, closesAt, submitted))).toBe('closed');
	});

	it('of a returned entry is taken until the day the office named, else the edition’s', () => {
		expect(why(mayCorrect(window, correctUntil - 1, returned))).toBe('yes');
		expect(why(mayCorrect(window, correctUntil, returned))).toBe('correction-over');
		const named = { ...returned, correctBy: correctUntil + 5 };
		expect(why(mayCorrect(window, correctUntil + 4, named))).toBe('yes');
		expect(why(mayCorrect(window, correctUntil + 5, named))).toBe('correction-over');
	});

	it('of a decided or withdrawn entry is not taken', () => {
		for (const state of ['passed', 'refused', 'withdrawn'] as const)
			expect(why(mayCorrect(window, opensAt, { state, correctBy: null }))).toBe('decided');
	});
});
