import { and, gte, lt } from 'drizzle-orm';
import { fill, isAddress } from '$lib/domain/mail';
import type { MailText, TemplateName } from '$lib/domain/mail';
import type { Locale } from '$lib/domain/locale';
import { say } from '$lib/domain/text';
import type { Db, Tx } from '../db/open';
import { given, prepared } from '../db/prepared';
import { newId, outbox, settings } from '../db/schema';
import { afterCommit } from '../db/write';
import { frame } from '../frame';
import { seal } from '../keys';
import { nudge } from './nudge';
import { ourOrigin, sealedFor } from '.';
import { chosenText, keyOf } from './templates';

/** A mail as it is to be sent: to whom, which text, and the values in it. */
interface Letter {
	to: string;
	template: TemplateName;
	locale: Locale;
	values: Record<string, string>;
	now: number;
	/** Sign-up it tells of, and the mail to many it is one of. */
	about?: { booking: string; mailing: string | null };
}

const laid = prepared((tx) =>
	tx.insert(outbox).values({
		id: given('id'),
		to: given('to'),
		template: given('template'),
		locale: given('locale'),
		subject: given('subject'),
		body: given('body'),
		bookingId: given('booking'),
		mailingId: given('mailing'),
		nextAt: given('now'),
		createdAt: given('now')
	})
);

/** What the office wrote for any mail: keys between `mail.` and the sign after the dot. */
const writtenRows = prepared((tx) =>
	tx
		.select({ key: settings.key, value: settings.value })
		.from(settings)
		.where(and(gte(settings.key, 'mail.'), lt(settings.key, 'mail/')))
);

/** Texts read once, before a write, from which many mails are made within it. */
export class Stationery {
	readonly #texts = new Map<string, MailText>();
	readonly #names = new Map<Locale, string>();
	readonly #origin = ourOrigin();

	/** Reads what the office wrote for these templates, or our own text. */
	static async of(
		db: Db,
		templates: readonly TemplateName[],
		locales: readonly Locale[]
	): Promise<Stationery> {
		const made = new Stationery();
		const { name } = (await frame(db)).site;
		const written = new Map((await writtenRows(db, {})).map(({ key, value }) => [key, value]));
		for (const locale of locales) {
			made.#names.set(locale, say(name, locale));
			for (const template of templates)
				made.#texts.set(
					`${template} ${locale}`,
					chosenText(template, locale, written.get(keyOf(template)), made.#origin)
				);
		}
		return made;
	}

	/**
	 * Writes a mail into the outbox within the caller's transaction, as `mail()` does.
	 * @throws for a template that was not read, an address that is none or a link that leads elsewhere
	 */
	async send(tx: Tx, { to, template, locale, values, now, about }: Letter): Promise<void> {
		const text = this.#texts.get(`${template} ${locale}`);
		if (!text) throw new Error(`mail: ${template} was not read`);
		if (!isAddress(to)) throw new Error('mail: this is no address to send to');
		const { link } = values;
		const filled = fill(
			text,
			{
				site: this.#names.get(locale)!,
				...values,
				...(link?.startsWith('/') ? { link: this.#origin + link } : {})
			},
			this.#origin
		);
		if (!filled.ok) throw new Error(`mail: ${filled.refusals[0]!.reason}`);
		const id = newId(now);
		const { subject, body } = filled.value;
		await laid(tx, {
			...{ id, to, template, locale, subject, now },
			...{ booking: about?.booking ?? null, mailing: about?.mailing ?? null },
			body: seal(body, sealedFor(id))
		});
		afterCommit(nudge);
	}
}
