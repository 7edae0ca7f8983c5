import { readEnv } from '$lib/domain/env';
import { say } from '$lib/domain/text';
import type { Locale } from '$lib/domain/locale';
import { fill, isAddress } from '$lib/domain/mail';
import type { MailText, TemplateName } from '$lib/domain/mail';
import { insertMany } from '../db/insert';
import { newId, outbox } from '../db/schema';
import type { Tx } from '../db/open';
import { afterCommit } from '../db/write';
import { seal } from '../keys';
import { site } from '../site';
import { nudge } from './nudge';
import { textOf } from './templates';

/** What a body is sealed for: a sealed text moved to another row cannot be opened. */
export const sealedFor = (id: string) => `outbox:${id}`;

let known: { from: string; origin: string } | undefined;

/** The address every link of a mail begins with: the configured one, whatever a request claims. */
export function ourOrigin(): string {
	const { ORIGIN, HOST, PORT } = process.env;
	const from = [ORIGIN, HOST, PORT].join('\n');
	// All settings are read for one of them, and a sign-up asks for it while others wait.
	if (known?.from !== from) {
		const read = readEnv(process.env);
		known = { from, origin: read.ok ? read.value.origin.origin : 'http://127.0.0.1:3000' };
	}
	return known.origin;
}

/** A mail to be written; `values.link` is a path of ours (`/reset/…`, with its language) or an address below our origin. */
export interface Mail {
	to: string;
	template: TemplateName;
	locale: Locale;
	values: Record<string, string>;
	now: number;
}

/**
 * Writes a mail into the outbox within the caller's transaction, so that it is sent only if the act
 * it tells of is committed. `site` and `home` are filled in here; a value not given stays empty.
 * @returns the id of its row
 * @throws for an address that is none or a link that leads elsewhere: both are checked before.
 */
export const mail = async (tx: Tx, m: Mail): Promise<string> => (await mailAll(tx, [m]))[0]!;

/** The same for many at once: what they have in common is read once, and they are one insertion. */
export async function mailAll(tx: Tx, all: readonly Mail[]): Promise<string[]> {
	const origin = ourOrigin();
	const { name } = await site(tx);
	const texts = new Map<string, MailText>();
	const rows = [];
	for (const m of all) {
		if (!isAddress(m.to)) throw new Error('mail: this is no address to send to');
		const { link } = m.values;
		const values: Record<string, string> = { site: say(name, m.locale), ...m.values };
		if (link?.startsWith('/')) values.link = origin + link;
		const key = `${m.template} ${m.locale}`;
		const text = texts.get(key) ?? (await textOf(tx, m.template, m.locale, origin));
		texts.set(key, text);
		const filled = fill(text, values, origin);
		if (!filled.ok) throw new Error(`mail: ${filled.refusals[0]!.reason}`);
		const id = newId(m.now);
		rows.push({
			...{ id, to: m.to, template: m.template, locale: m.locale },
			subject: filled.value.subject,
			body: seal(filled.value.body, sealedFor(id)),
			...{ nextAt: m.now, createdAt: m.now }
		});
	}
	await insertMany(tx, outbox, rows);
	afterCommit(nudge);
	return rows.map(({ id }) => id);
}
