import type { Locale } from './locale';
import { accept, refuse } from './refusal';
import type { Refusal, Ruled } from './refusal';

/** Subject and plain text of a mail, before or after its placeholders are filled. */
export interface MailText {
	subject: string;
	body: string;
}

/** What an office wrote instead of our own text; a language left out keeps ours. */
export type MailTemplate = { [L in Locale]?: MailText | undefined };

const everywhere = ['site', 'home', 'name', 'link'] as const;
const entryTold = ['title', 'number', 'contest'] as const;
const signupTold = [...everywhere, 'title', 'when', 'place', 'heads', 'code'] as const;
const venueTold = [...everywhere, 'title', 'place', 'when', 'note'] as const;
const visitTold = [...everywhere, 'place', 'when', 'heads', 'code'] as const;

/**
 * Every mail the portal sends: the placeholders its text may use, and whether it makes no sense
 * without its link. `site` and `home` are the name and the address of the portal.
 */
export const templates = {
	confirm: { placeholders: everywhere, needsLink: true },
	exists: { placeholders: everywhere, needsLink: true },
	reset: { placeholders: everywhere, needsLink: true },
	invite: { placeholders: everywhere, needsLink: true },
	'email-change': { placeholders: everywhere, needsLink: true },
	'password-changed': { placeholders: everywhere, needsLink: false },
	'factor-changed': { placeholders: everywhere, needsLink: false },
	'review-asked': { placeholders: [...everywhere, 'title', 'step'], needsLink: true },
	'review-returned': { placeholders: [...everywhere, 'title', 'note'], needsLink: true },
	published: { placeholders: [...everywhere, 'title'], needsLink: true },
	'entry-received': {
		placeholders: [...everywhere, 'title', 'number', 'contest'],
		needsLink: true
	},
	'entry-corrected': {
		placeholders: [...everywhere, 'title', 'number', 'contest'],
		needsLink: true
	},
	'entry-invite': { placeholders: [...everywhere, 'title', 'contest'], needsLink: true },
	'entry-message': { placeholders: [...everywhere, 'title', 'number'], needsLink: true },
	'entry-passed': { placeholders: [...everywhere, ...entryTold, 'note'], needsLink: true },
	'entry-returned': {
		placeholders: [...everywhere, ...entryTold, 'reasons', 'note', 'due'],
		needsLink: true
	},
	'entry-refused': {
		placeholders: [...everywhere, ...entryTold, 'reasons', 'note'],
		needsLink: true
	},
	'entry-reopened': { placeholders: [...everywhere, ...entryTold, 'note'], needsLink: true },
	'entry-extended': { placeholders: [...everywhere, ...entryTold, 'note', 'due'], needsLink: true },
	'entry-advance': { placeholders: [...everywhere, ...entryTold, 'round'], needsLink: true },
	'entry-stop': { placeholders: [...everywhere, ...entryTold, 'round'], needsLink: true },
	'entry-award': {
		placeholders: [...everywhere, ...entryTold, 'round', 'prize'],
		needsLink: true
	},
	'erasure-done': { placeholders: [...everywhere, ...entryTold], needsLink: true },
	'erasure-kept': { placeholders: [...everywhere, ...entryTold, 'note'], needsLink: true },
	'judging-checkpoint': {
		placeholders: [...everywhere, 'contest', 'round', 'phase', 'checkpoint'],
		needsLink: true
	},
	'certificate-ready': { placeholders: [...everywhere, ...entryTold, 'prize'], needsLink: true },
	'jury-reminder': {
		placeholders: [...everywhere, 'contest', 'round', 'left', 'due'],
		needsLink: true
	},
	'objection-received': {
		placeholders: [...everywhere, 'contest', 'receipt', 'due'],
		needsLink: true
	},
	'objection-answered': { placeholders: [...everywhere, 'contest', 'outcome'], needsLink: true },
	'visit-received': { placeholders: visitTold, needsLink: true },
	'visit-offered': { placeholders: [...visitTold, 'due'], needsLink: true },
	'visit-confirmed': { placeholders: visitTold, needsLink: true },
	'visit-declined': { placeholders: [...visitTold, 'reason'], needsLink: true },
	'visit-cancelled': { placeholders: [...visitTold, 'reason'], needsLink: true },
	'visit-reminder': { placeholders: visitTold, needsLink: true },
	'visit-asked': { placeholders: visitTold, needsLink: true },
	'visit-withdrawn': { placeholders: visitTold, needsLink: true },
	'venue-asked': { placeholders: venueTold, needsLink: true },
	'venue-granted': { placeholders: venueTold, needsLink: true },
	'venue-partly': { placeholders: venueTold, needsLink: true },
	'venue-declined': { placeholders: venueTold, needsLink: true },
	'venue-overridden': { placeholders: venueTold, needsLink: true },
	'signup-confirmed': { placeholders: signupTold, needsLink: true },
	'signup-waiting': { placeholders: signupTold, needsLink: true },
	'signup-entered': { placeholders: signupTold, needsLink: true },
	'signup-offer': { placeholders: [...signupTold, 'due'], needsLink: true },
	'signup-lapsed': { placeholders: signupTold, needsLink: true },
	'signup-lost': { placeholders: [...signupTold, 'note'], needsLink: true },
	'signup-cancelled': { placeholders: signupTold, needsLink: true },
	'signup-refused': { placeholders: [...signupTold, 'note'], needsLink: true },
	'signup-reminder': { placeholders: signupTold, needsLink: true },
	'signup-off': { placeholders: [...signupTold, 'note'], needsLink: true },
	'signup-postponed': { placeholders: [...signupTold, 'note'], needsLink: true },
	'signup-moved': { placeholders: [...signupTold, 'note'], needsLink: true },
	'signup-restored': { placeholders: [...signupTold, 'note'], needsLink: true },
	'signup-note': { placeholders: [...signupTold, 'note'], needsLink: true },
	'upload-expires': { placeholders: [...everywhere, 'title'], needsLink: true }
} as const satisfies Record<string, { placeholders: readonly string[]; needsLink: boolean }>;

export type TemplateName = keyof typeof templates;
export const templateNames = Object.keys(templates) as [TemplateName, ...TemplateName[]];

/** Longest subject and body as written, single value, and subject as filled, in characters. */
export const mailLimits = { subject: 120, body: 4000, value: 500, filled: 200 } as const;

/** What ends a line, or turns the direction of what follows so that it reads as something else. */
const CONTROL = /[\x00-\x1f\x7f-\x9f\u2028\u2029\u200e\u200f\u202a-\u202e\u2066-\u2069]/;
const CONTROLS = new RegExp(CONTROL, 'g');
const PLACEHOLDER = /\{\{([^{}]*)\}\}/g;

/**
 * Whether a text is one plain mail address: nothing that could end a header, name a second
 * recipient or open a comment (RFC 5322 specials).
 */
export function isAddress(text: string): boolean {
	return (
		text.length <= 254 &&
		/^[^\s@<>()[\]\\,;:"]{1,64}@[^\s@<>()[\]\\,;:"]+$/.test(text) &&
		!CONTROL.test(text)
	);
}

/** A value on one line and no longer than needed. */
const oneLine = (value: string): string =>
	Array.from(value.replace(CONTROLS, ' ').replace(/\s+/g, ' ').trim())
		.slice(0, mailLimits.value)
		.join('');

/**
 * A value as a mail may say it: one line, and nothing that a mail program would turn into a link,
 * since names and titles are written by strangers.
 */
export const harmless = (value: string): string =>
	oneLine(value)
		.replace(/:(?=\/)/g, ': ')
		.replace(/([\p{L}\p{N}])\.(?=\p{L})/gu, '$1. ');

/** A signed checkpoint goes into a mail letter by letter: nothing in it is anybody’s own word. */
const isNote = (value: string): boolean =>
	/^[\w.:/-]{1,200}\n\d{1,16}\n[A-Za-z0-9+/]{43}=\n\n— [\w.:/-]{1,200} [A-Za-z0-9+/]{91}=\n$/.test(
		value
	);

/** Whether a link leads into the portal and nowhere else. */
const isOwn = (link: string, origin: string): boolean =>
	(link === origin || link.startsWith(`${origin}/`)) && !/[\s<>"]/.test(link);

/**
 * Puts values into a text, in one pass: what a value contains is never read as a placeholder.
 * A value that is not given is left empty. `home` is always the origin itself.
 * @param origin our own, e.g. `https://lian.example.gov.cn`; a `link` elsewhere is refused
 */
export function fill(
	text: MailText,
	values: Readonly<Record<string, string>>,
	origin: string
): Ruled<MailText> {
	const { link } = values;
	if (link !== undefined && !isOwn(link, origin))
		return refuse({ field: 'link', reason: 'foreign-link' });
	const put = (part: string) =>
		part.replace(PLACEHOLDER, (_, name: string) => {
			const key = name.trim();
			if (key === 'home') return origin;
			const value = Object.hasOwn(values, key) ? values[key]! : '';
			// The name of the portal is the operator's own word.
			if (key === 'checkpoint' && isNote(value)) return value;
			return key === 'link' ? value : key === 'site' ? oneLine(value) : harmless(value);
		});
	const subject = Array.from(put(text.subject).trim()).slice(0, mailLimits.filled).join('');
	if (CONTROL.test(subject)) return refuse({ field: 'subject', reason: 'line-break' });
	return accept({ subject, body: put(text.body) });
}

/**
 * Everything wrong with a text an office wrote for a template. `detail.at` counts characters from 0
 * in the field named; an unknown placeholder also says which.
 */
export function faults(name: TemplateName, text: MailText, origin: string): Refusal[] {
	const known: readonly string[] = templates[name].placeholders;
	const found: Refusal[] = [];
	for (const field of ['subject', 'body'] as const) {
		const part = text[field];
		if (!part.trim()) found.push({ field, reason: 'required' });
		if (part.length > mailLimits[field])
			found.push({
				field,
				reason: 'too-long',
				detail: { limit: mailLimits[field], length: part.length }
			});
		if (part.length > mailLimits[field]) continue;
		for (const { 1: inner = '', index } of part.matchAll(PLACEHOLDER))
			if (!known.includes(inner.trim()))
				found.push({ field, reason: 'unknown-placeholder', detail: { at: index, name: inner } });
		const loose = part
			.replace(PLACEHOLDER, (whole) => '·'.repeat(whole.length))
			.search(/\{\{|\}\}/);
		if (loose >= 0) found.push({ field, reason: 'open-placeholder', detail: { at: loose } });
		for (const { 0: address, index } of part.matchAll(
			/(?<![a-z0-9+.-])[a-z][a-z0-9+.-]*:\/\/[^\s，。；、）]*/gi
		))
			if (!isOwn(address, origin))
				found.push({ field, reason: 'foreign-link', detail: { at: index } });
	}
	const control = text.subject.search(CONTROL);
	if (control >= 0) found.push({ field: 'subject', reason: 'line-break', detail: { at: control } });
	const odd = text.body.replace(/[\r\n\t]/g, ' ').search(CONTROL);
	if (odd >= 0) found.push({ field: 'body', reason: 'control', detail: { at: odd } });
	if (/\{\{\s*link\s*\}\}/.test(text.subject))
		found.push({ field: 'subject', reason: 'link-in-subject' });
	if (templates[name].needsLink && !/\{\{\s*link\s*\}\}/.test(text.body))
		found.push({ field: 'body', reason: 'link-missing' });
	return found;
}

/** A template as it will look, with plain examples in place of the values; or what is wrong with it. */
export function preview(
	name: TemplateName,
	text: MailText,
	examples: Readonly<Record<string, string>>,
	origin: string
): Ruled<MailText> {
	const wrong = faults(name, text, origin);
	if (wrong.length) return refuse(...wrong);
	return fill(text, { ...examples, link: `${origin}/example` }, origin);
}
