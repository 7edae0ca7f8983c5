const fullWidth = /[０-９Ａ-Ｚａ-ｚ]/g;
// Spaces of every width, and marks without width that spreadsheets and web pages leave behind.
const spaces = /[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]/g;
const invisible = /[\u200b-\u200d\u2060\ufeff\u00ad]/g;
/** Characters no text of ours may hold: controls, direction overrides, private use, lost characters. */
const forbidden = /[\0-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufffd]/;

/**
 * A cell as it is kept: full-width digits and letters become half-width (Chinese punctuation
 * stays), every kind of space one space, invisible marks go, ends are trimmed. Line breaks stay
 * as `\n`. The apostrophe our own CSV downloads put before a formula sign is taken away again.
 */
export function clean(text: string): string {
	return text
		.replace(/^'(?=[=+\-@\t])/, '')
		.replace(fullWidth, (c) => String.fromCharCode(c.charCodeAt(0) - 0xfee0))
		.replace(spaces, ' ')
		.replace(invisible, '')
		.replace(/\r\n?/g, '\n')
		.replace(/[ \t]+/g, ' ')
		.replace(/ ?\n ?/g, '\n')
		.trim();
}

/** {@link clean} on one line: line breaks inside a spreadsheet cell become spaces. */
export const line = (text: string): string => clean(text).replace(/\n+/g, ' ');

/** Why a cleaned text cannot be kept: characters were lost, or it holds control characters. */
export function spoiled(text: string): 'lost-characters' | 'control-characters' | null {
	if (!forbidden.test(text)) return null;
	return text.includes('\ufffd') ? 'lost-characters' : 'control-characters';
}

/** A word reduced to what counts when comparing names of columns and values (Unicode NFKC). */
export const fold = (text: string): string =>
	text
		.normalize('NFKC')
		.toLowerCase()
		.replace(/[\s_\-*:：·./、,，()（）[\]【】"“”'‘’\u200b-\u200d\ufeff]/g, '');

/** At most `max` characters of a value for a report; controls and overrides are spelled out. */
export function shown(value: string, max = 40): string {
	const escaped = Array.from(value.slice(0, max * 8))
		.slice(0, max + 1)
		.map((c) =>
			/[\0-\x1f\x7f-\x9f\u00a0\u2028-\u202e\u2066-\u2069\ufeff\u200b-\u200d]|\p{Cs}/u.test(c)
				? `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`
				: c
		);
	return escaped.length > max ? `${escaped.slice(0, max).join('')}…` : escaped.join('');
}
