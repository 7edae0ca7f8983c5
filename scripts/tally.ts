import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
// The one part that is not written out here: calibration is long, and pure (docs/decisions/0051).
import { calibrate } from '../src/lib/domain/judging/statistics';
import type { TallyFile } from '../src/lib/domain/judging/result/file';

// `npm run tally -- EXPORT` reckons a round again from the file the portal gave out: the rule that was
// hashed before the first score, and the scores. Everything is counted in ten-thousandths of a point
// (units) and whole numbers, so nothing is rounded but the four decimals that are printed.

type Score = TallyFile['scores'][number];
type Part = { n: number; d: number } | null;
const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');
const sum = (some: number[]) => some.reduce((all, one) => all + one, 0);
const mean = (some: number[]): Part => (some.length ? { n: sum(some), d: some.length } : null);
const less = (a: Part, b: Part) => (a && b ? a.n * b.d - b.n * a.d : (a ? 1 : 0) - (b ? 1 : 0));
const half = ({ n, d }: { n: number; d: number }) => Math.floor((2 * n + d) / (2 * d));
const points = (units: number) => {
	const digits = String(Math.abs(units)).padStart(5, '0');
	return `${units < 0 ? '-' : ''}${digits.slice(0, -4)}.${digits.slice(-4)}`;
};

interface Line {
	entry: string;
	figure: string | null;
	place: number;
	selected: boolean | null;
}

/** The result of a round, from its file alone. */
export function tally(file: TallyFile): { by: string; lines: Line[]; sha256: string } {
	const { plan } = JSON.parse(file.rule);

	// 1. What each sheet is worth. Marks are hundredths of a point and weights whole percent, so a
	// weighted sum of them is units. A yes is a hundred points. Of a juror's n ranked entries the best
	// has a hundred, the last none, those between lie evenly, and equal ranks share their places.
	const worth = (score: Score): number | null => {
		if (plan.method === 'yes-no')
			return score.verdict === null ? null : score.verdict === 'yes' ? 1_000_000 : 0;
		if (plan.method === 'ranking') {
			if (score.rank === null) return null;
			const own = file.scores.filter(({ juror, rank }) => juror === score.juror && rank !== null);
			if (own.length === 1) return 500_000;
			const behind = own.filter(({ rank }) => rank! > score.rank!).length;
			const beside = own.filter(({ rank }) => rank === score.rank).length - 1;
			return half({ n: 1_000_000 * (2 * behind + beside), d: 2 * (own.length - 1) });
		}
		const marks = plan.criteria.map(({ id }: { id: string }) => score.marks[id]);
		if (marks.includes(undefined)) return null;
		return sum(
			plan.criteria.map(({ weight }: { weight: number }, at: number) => weight * marks[at])
		);
	};
	const scores = file.scores
		.map((score) => ({ ...score, units: worth(score)! }))
		.filter(({ units }) => units !== null);

	// 2. The figure of each entry: the mean of its scores; without the highest and the lowest where
	// that is the rule and there are enough; or calibrated, and the mean where that is refused.
	let by = plan.aggregate;
	const { high, low, from } = plan.trimming;
	const rows = file.entries.map(({ code, group }) => {
		const own = scores.filter(({ entry }) => entry === code);
		const all = own.map(({ units }) => units).sort((a, b) => b - a);
		const trims = by === 'trimmed' && all.length >= from && all.length > high + low;
		const figure = mean(trims ? all.slice(high, all.length - low) : all);
		return { code, group, own, all, figure, place: 0, selected: false as boolean | null };
	});
	if (by === 'calibrated') {
		const codes = rows.map(({ code }) => code).sort();
		const labels = [...new Set(file.scores.map(({ juror }) => juror))].sort();
		const told = calibrate(
			scores.map(({ entry, juror, units }) => ({
				entry: codes.indexOf(entry),
				juror: labels.indexOf(juror),
				x: units / 10_000
			})),
			{ seed: file.seed, draws: 1, cut: 1 }
		);
		if (!told.ok) by = 'mean';
		else
			for (const row of rows) {
				const one = told.entries.find(({ entry }) => entry === codes.indexOf(row.code));
				row.figure = one ? { n: Math.round(one.mean * 10_000), d: 1 } : null;
			}
	}

	// 3. The order: the higher figure first, equal ones by the tie rules as they are stated.
	type Row = (typeof rows)[number];
	const middle = ({ all }: Row): Part =>
		mean(all.slice(Math.ceil(all.length / 2) - 1, Math.floor(all.length / 2) + 1));
	const first = (a: Row, b: Row): number => {
		const figures = less(b.figure, a.figure);
		if (figures || !a.figure) return figures;
		for (const { by: rule, criterion } of plan.ties) {
			const of = (row: Row): Part =>
				rule === 'criterion'
					? row.own.some(({ marks }) => marks[criterion] === undefined)
						? null
						: mean(row.own.map(({ marks }) => marks[criterion]!))
					: rule === 'mean'
						? mean(row.all)
						: rule === 'median'
							? middle(row)
							: rule === 'highest' || rule === 'lowest'
								? { n: row.all.at(rule === 'highest' ? 0 : -1)!, d: 1 }
								: null;
			const lot = ({ code }: Row) => sha256(['liantu lot 1', file.seed, code].join('\n'));
			const said = rule === 'lot' ? (lot(a) < lot(b) ? -1 : 1) : less(of(b), of(a));
			if (said) return said;
		}
		return 0;
	};
	rows.sort((a, b) => first(a, b) || (a.code < b.code ? -1 : 1));
	for (const [at, row] of rows.entries())
		row.place = at && !first(rows[at - 1]!, row) ? rows[at - 1]!.place : at + 1;

	// 4. Who goes on: as many of each group as it has places, from the least figure on. Equal entries
	// that want more places than are left stay open, and nobody goes on past them.
	const { count, quotas, least } = plan.selection;
	const enough = ({ figure }: Row) =>
		figure && (least === null || less(figure, { n: Math.round(least * 100) * 100, d: 1 }) >= 0);
	for (const group of new Set(rows.map((row) => row.group))) {
		let left = quotas[group] ?? count ?? Infinity;
		const fit = rows.filter((row) => row.group === group && enough(row));
		for (const place of new Set(fit.map((row) => row.place))) {
			const block = fit.filter((row) => row.place === place);
			if (left > 0) for (const row of block) row.selected = block.length <= left ? true : null;
			left = block.length <= left ? left - block.length : 0;
		}
	}

	const lines = rows.map(({ code, figure, place, selected }) => ({
		entry: code,
		figure: figure && points(half(figure)),
		...{ place, selected }
	}));
	const text = [...lines]
		.sort((a, b) => (a.entry < b.entry ? -1 : 1))
		.map(({ entry, figure, place, selected }) =>
			[entry, figure ?? '-', place, selected === null ? 'open' : selected ? 'on' : 'off'].join(' ')
		);
	return { by, lines, sha256: sha256(text.join('\n')) };
}

/** Where the file is not what it says, in sentences. */
export function differences(file: TallyFile, { lines, sha256: hash }: ReturnType<typeof tally>) {
	const told: string[] = [];
	if (sha256(file.rule) !== file.ruleHash) told.push('the rule is not the one that was hashed');
	if (file.drawn) {
		const { size, root, words } = file.drawn;
		const seed = ['liantu seed 1', file.ruleHash, size, root, words].join('\n');
		if (sha256(seed) !== file.seed) told.push('the seed does not follow from rule, log and chance');
	}
	const portal = new Map(file.portal.entries.map((one) => [one.entry, one]));
	for (const { entry, figure, place, selected } of lines) {
		const one = portal.get(entry);
		if (one?.figure !== figure || one.place !== place || one.selected !== selected)
			told.push(`differs at ${entry}: the portal has ${one?.figure} at place ${one?.place}`);
	}
	if (!told.length && hash !== file.portal.sha256) told.push('the hash of the result differs');
	return told;
}

/** Reads the file, prints every entry’s figure and place, and says whether the portal has the same. */
function main([path]: string[]): number {
	if (!path) {
		console.log('npm run tally -- EXPORT.json   reckons a round again from the file given out');
		return 2;
	}
	const file = JSON.parse(readFileSync(path, 'utf8')) as TallyFile;
	const result = tally(file);
	const { plan } = JSON.parse(file.rule);
	console.log(`${file.edition} · ${plan.title.zh} · rule ${file.ruleHash}`);
	console.log(
		`reckoned as ${result.by}${result.by === plan.aggregate ? '' : ` (${plan.aggregate} refused)`}`
	);
	for (const { entry, figure, place, selected } of result.lines)
		console.log(
			`${String(place).padStart(5)}  ${entry}  ${(figure ?? '-').padStart(9)}  ${selected === null ? 'open' : selected ? 'on' : ''}`.trimEnd()
		);
	console.log(`SHA-256 of the result ${result.sha256}`);
	const told = differences(file, result);
	console.log(told.length ? told.join('\n') : 'same as the portal');
	return told.length ? 1 : 0;
}

if (process.argv[1] && /tally\.(js|ts)$/.test(process.argv[1]))
	process.exitCode = main(process.argv.slice(2));
