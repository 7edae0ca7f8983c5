import { methods } from '../methods';
import type { RoundPlan } from '../round';
import { UNIT } from '../round';
import type { Scored } from '../sheet';
import { calibrate } from '../statistics';
import { mean, ratio } from './ratio';
import type { Ratio } from './ratio';
import type { Counted, EntryResult, Result, Scores } from './result';

export type Figured = Pick<
	EntryResult,
	'code' | 'group' | 'scores' | 'mean' | 'figure' | 'untrimmed'
>;

const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** The scores that count, by entry: those whose sheets are whole, highest first. */
function counted({ plan, sheets }: Scores): Map<string, Counted[]> {
	const byJuror = new Map<string, Scored[]>();
	for (const [at, { code, juror, sheet }] of sheets.entries()) {
		const own = byJuror.get(juror) ?? byJuror.set(juror, []).get(juror)!;
		own.push({ task: String(at), entry: code, juror, sheet });
	}
	const found = new Map<string, Counted[]>();
	for (const own of byJuror.values()) {
		const units = methods[plan.method].settle(plan, own);
		for (const { task, entry, juror, sheet } of own) {
			const total = units.get(task);
			if (total === undefined) continue;
			const of = found.get(entry) ?? found.set(entry, []).get(entry)!;
			of.push({ juror, units: total, marks: sheet.marks, out: null });
		}
	}
	for (const scores of found.values())
		scores.sort((a, b) => b.units - a.units || byText(a.juror, b.juror));
	return found;
}

/** Marks what is left out: so many of the highest and lowest, and nothing below `from` scores. */
function trim(scores: readonly Counted[], { high, low, from }: RoundPlan['trimming']) {
	if (scores.length < from || scores.length <= high + low) return { scores, trimmed: false };
	return {
		scores: scores.map((one, at): Counted => ({
			...one,
			out: at < high ? 'high' : at >= scores.length - low ? 'low' : null
		})),
		trimmed: true
	};
}

const meanOf = (scores: readonly Counted[]): Ratio | null =>
	mean(scores.filter(({ out }) => out === null).map(({ units }) => units));

/** The figure of every entry by the round’s aggregate, in the order the entries were given. */
export function figuresOf(all: Scores): { figured: Figured[] } & Pick<Result, 'by' | 'refused'> {
	const { plan } = all;
	const found = counted(all);
	const plain = all.entries.map(({ code, group }): Figured => {
		const scores = found.get(code) ?? [];
		const figure = meanOf(scores);
		return { code, group, scores, mean: figure, figure, untrimmed: false };
	});
	if (plan.aggregate === 'trimmed')
		return {
			by: 'trimmed',
			refused: null,
			figured: plain.map((one) => {
				const { scores, trimmed } = trim(one.scores, plan.trimming);
				return {
					...one,
					scores: [...scores],
					figure: meanOf(scores),
					untrimmed: !trimmed && scores.length > 0
				};
			})
		};
	if (plan.aggregate === 'mean') return { by: 'mean', refused: null, figured: plain };

	// Numbered by code and label, so that nothing depends on the order in which scores were read.
	const codes = plain.map(({ code }) => code).sort(byText);
	const labels = [...new Set(all.sheets.map(({ juror }) => juror))].sort(byText);
	const number = new Map(codes.map((code, at) => [code, at]));
	const juror = new Map(labels.map((label, at) => [label, at]));
	const told = calibrate(
		plain.flatMap(({ code, scores }) =>
			scores.map((one) => ({
				entry: number.get(code)!,
				juror: juror.get(one.juror)!,
				x: one.units / UNIT
			}))
		),
		// Figures need no chances: one draw is the least there is.
		{ seed: all.seed, draws: 1, cut: 1 }
	);
	if (!told.ok) return { by: 'mean', refused: told.why, figured: plain };
	const means = new Map(told.entries.map((one) => [codes[one.entry]!, one.mean]));
	return {
		by: 'calibrated',
		refused: null,
		figured: plain.map((one) => {
			const value = means.get(one.code);
			return { ...one, figure: value === undefined ? null : ratio(Math.round(value * UNIT)) };
		})
	};
}
