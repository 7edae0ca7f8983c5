/** One property of an iCalendar component, its value ready to stand: `['DTSTART;VALUE=DATE', '20261201']`. */
export type Line = readonly [name: string, value: string];

/** A text value as RFC 5545 §3.3.11 wants it; other control characters have no place in one. */
export const escaped = (text: string): string =>
	text
		.replaceAll(/\r\n?|\u2028|\u2029/g, '\n')

		.replaceAll(/[\u0000-\u0008\u000B-\u001F\u007F]/g, '')
		.replaceAll(/[\\;,]/g, '\\$&')
		.replaceAll('\n', '\\n');

/** A moment in UTC, `20261201T063000Z`. */
export const utc = (at: number): string =>
	new Date(at).toISOString().slice(0, 19).replaceAll(/[-:]/g, '') + 'Z';

const bytesOf = (code: number): number =>
	code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;

/** Most octets of a line without its end (RFC 5545 §3.1). */
const MOST = 75;

/** A content line, folded between characters, never within one. */
export function folded(line: string): string {
	// Three octets is the most a UTF-16 unit takes.
	if (line.length * 3 <= MOST) return line;
	let text = '';
	let room = MOST;
	for (const one of line) {
		const bytes = bytesOf(one.codePointAt(0)!);
		if (bytes > room) {
			text += '\r\n ';
			room = MOST - 1;
		}
		text += one;
		room -= bytes;
	}
	return text;
}

/** A calendar (RFC 5545) of one `VEVENT` for each list of properties. */
export function calendarText(head: readonly Line[], events: readonly (readonly Line[])[]): string {
	const said = (lines: readonly Line[]) => lines.map(([name, value]) => folded(`${name}:${value}`));
	return [
		'BEGIN:VCALENDAR',
		'VERSION:2.0',
		...said(head),
		...events.flatMap((lines) => ['BEGIN:VEVENT', ...said(lines), 'END:VEVENT']),
		'END:VCALENDAR',
		''
	].join('\r\n');
}
