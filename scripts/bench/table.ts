import { type Figure, passes, ratioOf } from './figure';

const HEAD = ['figure', 'ours', 'baseline', 'ratio', 'target', 'pass'];

/** All figures as one plain table: figure, ours, baseline, ratio, target, pass; remarks below it. */
export function tableOf(figures: Figure[]): string {
	const rows = [HEAD, HEAD.map((title) => '-'.repeat(title.length)), ...figures.map(cells)];
	const widths = HEAD.map((_, at) => Math.max(...rows.map((row) => row[at]!.length)));
	const lines = rows.map((row) =>
		row
			.map((cell, at) => cell.padEnd(widths[at]!))
			.join('  ')
			.trimEnd()
	);
	const remarks = figures.flatMap(({ name, note }) => (note ? [`${name}: ${note}`] : []));
	return [...lines, ...(remarks.length ? ['', ...remarks] : [])].join('\n');
}

function cells(figure: Figure): string[] {
	const { name, ours, baseline, unit, target } = figure;
	const ratio = ratioOf(figure);
	const kept = passes(figure);
	const sign = target?.at === 'least' ? '≥' : '≤';
	return [
		name,
		ours === null ? '–' : `${short(ours)} ${unit}`.trim(),
		baseline === undefined ? '' : `${short(baseline)} ${unit}`.trim(),
		ratio === null ? '' : ratio.toFixed(3),
		target ? `${sign} ${target.value}${target.of === 'ours' ? ` ${unit}` : ''}`.trim() : '',
		kept === null ? '' : kept ? 'ok' : 'FAIL'
	];
}

/** Three significant digits, whole numbers from 100 on. */
function short(value: number): string {
	return Math.abs(value) >= 100 ? String(Math.round(value)) : String(Number(value.toPrecision(3)));
}
