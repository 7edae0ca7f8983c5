import { clockStamp } from '$lib/domain/when';
import { totalText } from '$lib/domain/judging/desk/sheet-form';
import { writeMark } from '$lib/domain/judging/methods/mark';
import type { Locale } from '$lib/domain/locale';
import { tagOf } from '$lib/domain/locale';
import { say } from '$lib/domain/text';
import type { jury } from '../../words/zh/jury';
import { seals } from '../paper/boxes';
import { PAGE, Sheet } from '../paper/sheet';
import type { Seat } from './desk';
import type { Paper } from './sheet-paper';

const WIDE = PAGE.width - 2 * PAGE.margin;
const PAD = 5;
const SIZE = 9.5;

/** A row of the table: the code, every mark, the total; the first column is as wide as a code. */
function row(sheet: Sheet, cells: readonly string[], head = false): void {
	const widths = cells.map((_, at) =>
		at === 0 ? 70 : (WIDE - 70 - 74) / Math.max(1, cells.length - 2)
	);
	widths[widths.length - 1] = 74;
	const high = Math.max(
		...cells.map((text, at) => sheet.height(text, widths[at]! - 2 * PAD, SIZE))
	);
	sheet.room(high + 2 * PAD);
	let x: number = PAGE.margin;
	if (head) sheet.doc.rect(x, sheet.y, WIDE, high + 2 * PAD).fill('#f1f2ec');
	cells.forEach((text, at) => {
		sheet.doc
			.rect(x, sheet.y, widths[at]!, high + 2 * PAD)
			.lineWidth(0.5)
			.stroke('#8a938d');
		sheet.write(text, x + PAD, sheet.y + PAD, widths[at]! - 2 * PAD, {
			size: SIZE,
			colour: head ? '#4b5752' : '#1e2623'
		});
		x += widths[at]!;
	});
	sheet.y += high + 2 * PAD;
}

/** A juror’s sheet of a round to be printed and signed by hand. */
export async function sheetPdf(
	seat: Seat,
	paper: Paper,
	locale: Locale,
	words: typeof jury,
	now: number
): Promise<Buffer> {
	const { plan } = seat.round;
	const own = words.paper;
	const edition = say({ zh: seat.edition.titleZh, en: seat.edition.titleEn }, locale);
	const title = `${say(seat.contest, locale)} ${edition} ${own.title}`;
	const marked = plan.method === 'weighted' || plan.method === 'stage';
	const names = marked ? plan.criteria.map((one) => say(one.title, locale)) : [];
	const said = ({ sheet, total }: Paper['lines'][number]): string =>
		sheet?.verdict
			? words.verdict[sheet.verdict]
			: plan.method === 'ranking' && sheet?.rank
				? words.queue.rank(sheet.rank)
				: total === null
					? own.empty
					: totalText(total);
	const rows = paper.lines.map((line) => [
		line.sample ? `${line.code} ${words.queue.sample}` : line.code,
		...plan.criteria
			.filter(() => marked)
			.map(({ id }) =>
				line.sheet && Object.hasOwn(line.sheet.marks, id)
					? writeMark(line.sheet.marks[id]!)
					: own.empty
			),
		said(line) + (line.state === 'locked' ? '' : ' *')
	]);
	const facts: [string, string][] = [
		[own.round, say(plan.title, locale)],
		[own.for, seat.juror.label],
		[own.entries, String(rows.length)],
		[own.printed, clockStamp(now)]
	];
	const notes = [
		own.digest,
		paper.digest,
		own.digestHelp,
		paper.whyNot ? `* ${own.open}` : '',
		paper.signed?.stands ? own.signed(clockStamp(paper.signed.at)) : ''
	].filter(Boolean);
	const heads = [own.code, ...names, own.total];
	const letters = [title, ...facts.flat(), ...heads, ...rows.flat(), ...notes, own.hand, own.date];
	const sheet = await Sheet.open(letters.join('') + '0123456789abcdef-: .*', {
		title,
		lang: tagOf(locale),
		at: now
	});
	sheet.paragraph(title, { size: 16, colour: '#214a40' });
	for (const [name, value] of facts) sheet.row(name, value);
	sheet.y += 12;
	row(sheet, heads, true);
	for (const cells of rows) row(sheet, cells);
	sheet.y += 10;
	for (const note of notes) sheet.paragraph(note, { size: 9, colour: '#4b5752' });
	sheet.y += 6;
	seals(sheet, [own.hand], own.date);
	return sheet.end();
}
