import sharp from 'sharp';
import { encode, renderSVG } from 'uqr';
import { spokenCode } from '$lib/domain/events/booking-code';
import { spokenSeats } from '$lib/domain/events/seat';
import { href, tagOf } from '$lib/domain/locale';
import type { Locale } from '$lib/domain/locale';
import { say } from '$lib/domain/text';
import type { signup } from '$lib/words/zh/signup';
import { head } from '../contests/receipts';
import { ourOrigin } from '../mail';
import { PAGE, Sheet } from '../paper/sheet';
import { whenText, whereText } from './letters';
import type { Own } from './own';
import { saidIn } from './personal';
import { ticketFor } from './tickets';

const WIDE = PAGE.width - 2 * PAGE.margin;
const SIDE = 190;

/** The ticket on paper. It names whoever signed up, as a paper that is shown at a door should. */
export async function ticketPdf(
	{ row, ground }: Own,
	locale: Locale,
	words: typeof signup,
	now: number,
	faces?: readonly string[]
): Promise<Buffer> {
	const t = words.page;
	const said = saidIn(row);
	const zone = ground.plan.zones.find(({ id }) => id === row.zone);
	const seats = spokenSeats(row.seats).map(({ row: of, numbers }) => t.seatRow(of, numbers));
	const name = say(ground.event.title, locale);
	const where = whereText(ground, locale);
	const rows: [string, string][] = [
		[words.facts.when, whenText(ground.occasion, locale)],
		...(where ? [[words.facts.where, where] as [string, string]] : []),
		...(zone ? [[t.zone, say(zone.name, locale)] as [string, string]] : []),
		...(seats.length
			? [[t.seats, seats.join(locale === 'en' ? '; ' : '；')] as [string, string]]
			: []),
		[t.heads, t.headsCount(row.heads)],
		...(said ? [[words.form.name, said.name] as [string, string]] : []),
		...(said?.group ? [[t.group, said.group] as [string, string]] : [])
	];
	const code = spokenCode(row.code);
	const event = ourOrigin() + href(locale, `/events/${ground.event.slug}`);
	const notes = [t.ticketLead, t.version(row.ticket), event];
	const title = t.ticket;
	const sheet = await Sheet.open(
		[name, title, code, t.code, ...rows.flat(), ...notes].join(''),
		{ title: `${title} ${code}`, lang: tagOf(locale), at: now },
		...(faces ? [faces] : [])
	);
	head(sheet, name, title);
	const top = sheet.y + 8;
	squares(sheet, ticketFor(row), (PAGE.width - SIDE) / 2, top);
	sheet.y = top + SIDE + 10;
	sheet.y += sheet.write(code, PAGE.margin, sheet.y, WIDE, {
		...{ size: 28, colour: '#214a40', align: 'center' as const }
	});
	sheet.y += 14;
	for (const [label, value] of rows) sheet.row(label, value);
	sheet.y += 16;
	for (const note of notes) sheet.paragraph(note, { colour: '#4b5752', size: 9.5 });
	return sheet.end();
}

function squares(sheet: Sheet, text: string, x: number, y: number): void {
	const { data, size } = encode(text, { ecc: 'M', border: 0 });
	const step = SIDE / size;
	data.forEach((line, j) =>
		line.forEach((dark, i) => {
			if (dark) sheet.doc.rect(x + i * step, y + j * step, step * 1.02, step * 1.02);
		})
	);
	sheet.doc.fill('#000000');
}

/** The code alone, as a picture that a phone keeps. */
export const ticketPng = ({ row }: Own): Promise<Buffer> =>
	sharp(Buffer.from(renderSVG(ticketFor(row), { ecc: 'M', border: 3, pixelSize: 14 })))
		.png({ palette: true })
		.toBuffer();
