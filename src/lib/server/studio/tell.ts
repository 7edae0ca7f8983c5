import { and, eq, inArray, isNotNull, isNull } from 'drizzle-orm';
import { href } from '$lib/domain/locale';
import type { Locale } from '$lib/domain/locale';
import { isAddress } from '$lib/domain/mail';
import type { TemplateName } from '$lib/domain/mail';
import { mayReview } from '$lib/domain/people/may';
import type { Grant, Who } from '$lib/domain/people/who';
import { describe } from '$lib/domain/studio/noun';
import { review as en } from '$lib/words/en/review';
import { review as zh } from '$lib/words/zh/review';
import type { Tx } from '../db/open';
import { grants, people } from '../db/schema';
import { mail } from '../mail';
import type { Item } from './items';

/** Most people one act writes to. */
const MOST = 40;

/** The words of review in somebody’s language. */
export const reviewWords = (locale: Locale) => (locale === 'en' ? en : zh);

type Person = Pick<typeof people.$inferSelect, 'id' | 'name' | 'email' | 'locale'>;

const reachable = and(isNull(people.disabledAt), isNotNull(people.emailVerifiedAt));
const columns = { id: people.id, name: people.name, email: people.email, locale: people.locale };

/** Tells those who may review the next step, except whom it is closed to, that a thing waits. */
export async function tellReviewers(
	tx: Tx,
	item: Item,
	step: number,
	steps: number,
	except: ReadonlySet<string>,
	now: number
): Promise<void> {
	const rows = await tx
		.select({ ...columns, role: grants.role })
		.from(people)
		.innerJoin(grants, eq(grants.personId, people.id))
		.where(and(reachable, inArray(grants.role, ['approver', 'editor', 'operator'])));
	const roles = new Map<string, { person: Person; grants: Grant[] }>();
	for (const { role, ...person } of rows) {
		const known = roles.get(person.id) ?? { person, grants: [] };
		known.grants.push({ role, scope: null });
		roles.set(person.id, known);
	}
	const told = [...roles.values()]
		.filter(({ person, grants }) => !except.has(person.id) && mayReview(as(grants), step, steps))
		.slice(0, MOST);
	for (const { person } of told)
		await send(tx, person, 'review-asked', item, now, (locale) => ({
			step: reviewWords(locale).stepName(step, steps)
		}));
}

/** Whether somebody with these roles may do a thing, once signed in with all that is asked for. */
const as = (grants: Grant[]): Who => ({
	id: '',
	name: '',
	email: '',
	grants,
	session: '',
	strong: true,
	provedAt: 0
});

/** Tells those whose work it is that it came back, and why. */
export async function tellReturned(
	tx: Tx,
	item: Item,
	to: ReadonlySet<string>,
	note: (locale: Locale) => string,
	now: number
): Promise<void> {
	for (const person of await named(tx, to))
		await send(tx, person, 'review-returned', item, now, (locale) => ({ note: note(locale) }));
}

/** Tells those whose work it is that the public sees it. */
export async function tellPublished(
	tx: Tx,
	item: Item,
	to: ReadonlySet<string>,
	now: number
): Promise<void> {
	const address = describe(item.noun).address?.(item.slug);
	for (const person of await named(tx, to))
		await send(tx, person, 'published', item, now, (locale): Record<string, string> =>
			address ? { link: href(locale, address) } : {}
		);
}

async function named(tx: Tx, ids: ReadonlySet<string>): Promise<Person[]> {
	if (!ids.size) return [];
	return tx
		.select(columns)
		.from(people)
		.where(and(reachable, inArray(people.id, [...ids].slice(0, MOST))));
}

async function send(
	tx: Tx,
	{ email, name, locale }: Person,
	template: TemplateName,
	item: Item,
	now: number,
	more: (locale: Locale) => Record<string, string>
): Promise<void> {
	if (!isAddress(email)) return;
	const title = (locale === 'en' && item.titleEn) || item.titleZh;
	const link = href(locale, `/studio/${item.noun}/${item.id}/review`);
	await mail(tx, {
		to: email,
		template,
		locale,
		values: { name, title, link, ...more(locale) },
		now
	});
}
