import { createHash } from 'node:crypto';
import { newRound } from '$lib/domain/judging/round-new';
import { emptySheet } from '$lib/domain/judging/sheet';

export const digest = (text: string) => createHash('sha256').update(text).digest('hex');
const seed = digest('a seed');

const plan = newRound(
	{ zh: '决赛' },
	{ method: 'stage', aggregate: 'trimmed', trimming: { high: 1, low: 1, from: 5 }, ties: [] }
);
const sheets = (code: string, marks: readonly number[]) =>
	marks.map((mark, at) => ({
		code,
		juror: `评委 0${at + 1}`,
		sheet: {
			...emptySheet,
			marks: Object.fromEntries(plan.criteria.map(({ id }) => [id, mark * 100]))
		}
	}));
/** Scores of entries as everybody gave them: marks by code, one of each juror. */
export const scores = (all: Record<string, readonly number[]>) => ({
	plan,
	seed,
	entries: Object.keys(all).map((code) => ({ code, group: 'all' })),
	sheets: Object.entries(all).flatMap(([code, marks]) => sheets(code, marks))
});
