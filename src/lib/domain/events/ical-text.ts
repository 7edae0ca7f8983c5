/** One property of an iCalendar component, its value ready to stand: `['DTSTART;VALUE=DATE', '20261201']`. */
export type Line = readonly [name: string, value: string];

/** What a text value may not carry as it is. */
const UNSAFE = /[\\;,\u0000-\u001F\u007F\u2028\u2029]/;

/** A text value as RFC 5545 §3.3.11 wants it; other control characters have no place in one. */
export const escaped = (text: string): string =>
	UNSAFE.test(text)
		? text
				.replaceAll(/\r\n?|\u2028|\u2029/g, '\n')
				.replaceAll(/[\u0000-\u0008\u000B-\u001F\u007F]/g, '')
				.replaceAll(/[\\;,]/g, '\\$&')
				.replaceAll('\n', '\\n')
		: text;

/** A moment in UTC, `20261201T063000Z`. */
export function utc(at: number): string {
	const iso = new Date(at).toISOString();
	return `${iso.slice(0, 4)}${iso.slice(5, 7)}${iso.slice(8, 13)}${iso.slice(14, 16)}${iso.slice(17, 19)}Z`;
}

/** Most octets of a line without its end (RFC 5545 §3.1). */
const MOST = 75;

/** A content line, folded between characters, never within one. */
export function folded(line: string): string {
	// Three octets is the most a UTF-16 unit takes.
	if (line.length * 3 <= MOST) return line;
	let text = '';
	let from = 0;
	let room = MOST;
	for (let at = 0; at < line.length; at++) {
		const code = line.charCodeAt(at);
		const pair = code >= 0xd800 && code < 0xdc00;
		const bytes = code < 0x80 ? 1 : code < 0x800 ? 2 : pair ? 4 : 3;
		if (bytes > room) {
			text += `${line.slice(from, at)}\r\n `;
			from = at;
			room = MOST - 1;
		}
		room -= bytes;
		if (pair) at++;
	}
	return text + line.slice(from);
}

/** A calendar (RFC 5545) of one `VEVENT` for each list of properties. */
export function calendarText(head: readonly Line[], events: Iterable<readonly Line[]>): string {
	let text = 'BEGIN:VCALENDAR\r\nVERSION:2.0\r\n';
	const say = (lines: readonly Line[]) => {
		for (const [name, value] of lines) text += `${folded(`${name}:${value}`)}\r\n`;
	};
	say(head);
	for (const lines of events) {
		text += 'BEGIN:VEVENT\r\n';
		say(lines);
		text += 'END:VEVENT\r\n';
	}
	return `${text}END:VCALENDAR\r\n`;
}
