import { describe, expect, it } from 'vitest';
import { aPlan } from '../../../../tests/contests';
import { graceEnds, mayCorrect, mayOpenDraft, maySubmit, phaseOf, SILENT_MINUTES } from './dates';
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
	const upload = { firstAt: closesAt - 1, lastAt: closesAt - 1 };
	const drafted = { openedAt: closesAt - 2, uploads: [upload] };

	it('is taken in the last millisecond and not at the closing moment', () => {
		const none = { openedAt: opensAt, uploads: [] };
		expect(why(maySubmit(window, closesAt - 1, none))).toBe('yes');
		expect(why(maySubmit(window, closesAt, none))).toBe('closed');
	});

	it('is taken in the grace when the draft was begun and its film under way before the close', () => {
		const end = graceEnds(window)!;
		expect(why(maySubmit(window, end - 1, drafted))).toBe('yes');
		expect(why(maySubmit(window, end, drafted))).toBe('closed');
		const late = { firstAt: closesAt, lastAt: null };
		expect(why(maySubmit(window, closesAt, { ...drafted, uploads: [late] }))).toBe('closed');
		expect(why(maySubmit(window, closesAt, { ...drafted, uploads: [late, upload] }))).toBe('yes');
		expect(why(maySubmit(window, closesAt, { ...drafted, openedAt: closesAt }))).toBe('closed');
	});

	it('finds no grace for an upload that brought no byte in time, or had been silent for long', () => {
		const asked = (beats: { firstAt: number | null; lastAt: number | null }) =>
			why(maySubmit(window, closesAt, { ...drafted, uploads: [beats] }));
		expect(asked({ firstAt: null, lastAt: null })).toBe('closed');
		const silent = closesAt - SILENT_MINUTES * 60_000;
		expect(asked({ firstAt: opensAt, lastAt: silent })).toBe('yes');
		expect(asked({ firstAt: opensAt, lastAt: silent - 1 })).toBe('closed');
	});

	it('finds no grace where the edition grants none', () => {
		expect(why(maySubmit({ ...window, graceMinutes: 0 }, closesAt, drafted))).toBe('closed');
	});

	it('comes late with an access code alone', () => {
		const late = closesAt + 10 * 86_400_000;
		const none = { openedAt: late - 5, uploads: [] };
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
