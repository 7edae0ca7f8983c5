import { shown } from '$lib/domain/import/clean';
import type { Issue } from '$lib/domain/import/issue';
import type { importing } from '$lib/words/zh/import';
import type { Report } from './places';

type Words = typeof importing;

/** Problems printed at most; all of them go into the report file. */
const PRINTED = 200;

/** A report in sentences, in the order a reader needs them. */
export function tell(report: Report, words: Words, { dryRun }: { dryRun: boolean }): string[] {
	const lines = report.notes.map(({ reason, detail }) => words.note[reason](shownDetail(detail)));
	if (report.refusal)
		lines.push(words.file[report.refusal.reason](shownDetail(report.refusal.detail)));
	for (const issue of report.issues.slice(0, PRINTED))
		lines.push(
			words.issue(issue.line, shown(issue.column), shown(issue.value), reasonOf(issue, words))
		);
	const rest = report.issues.length - PRINTED;
	if (rest > 0) lines.push(words.more(rest));
	const { added, changed, same } = report.counts;
	if (report.ok) lines.push((dryRun ? words.rehearsed : words.done)(added, changed, same));
	else lines.push(report.issues.length ? words.refused(report.issues.length) : words.nothing);
	return lines;
}

const reasonOf = ({ reason, detail }: Issue, words: Words): string =>
	words.reason[reason](detail ?? {});

/** Names from the file are as little to be trusted on a terminal as its values. */
const shownDetail = (detail: Record<string, string | number>): Record<string, string | number> =>
	Object.fromEntries(
		Object.entries(detail).map(([key, value]) => [
			key,
			typeof value === 'string' ? shown(value, 200) : value
		])
	);

/** All problems as CSV with a byte order mark, so that Excel and WPS read the Chinese. */
export function problemsCsv(issues: readonly Issue[], words: Words): string {
	const rows = issues.map((issue) => [
		String(issue.line),
		issue.column,
		shown(issue.value, 200),
		reasonOf(issue, words)
	]);
	const { line, column, value, reason } = words.column;
	return `\ufeff${[[line, column, value, reason], ...rows].map((row) => row.map(cell).join(',')).join('\r\n')}\r\n`;
}

/** A cell no spreadsheet takes for a formula: one that begins like a formula gets an apostrophe. */
export function cell(text: string): string {
	const safe = /^[=+\-@\t\r\n\0]/.test(text) ? `'${text}` : text;
	return /[",\r\n;\t]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
