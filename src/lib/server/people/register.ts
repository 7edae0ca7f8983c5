import { and, eq, isNull, lt, sql } from 'drizzle-orm';
import { href } from '$lib/domain/locale';
import type { Locale } from '$lib/domain/locale';
import { emailOf } from '$lib/domain/people/email';
import { asking } from '$lib/domain/people/guessing';
import { linkLives, linkPaths } from '$lib/domain/people/link';
import type { LinkPurpose } from '$lib/domain/people/link';
import { parseName } from '$lib/domain/people/name';
import { parsePassword } from '$lib/domain/people/password';
import { refuse } from '$lib/domain/refusal';
import type { Ruled } from '$lib/domain/refusal';
import type { By, Who } from '$lib/domain/people/who';
import { personal, record } from '../audit';
import { limitKey } from '../corrections-limit';
import type { Db, Reader, Tx } from '../db/open';
import { grants, newId, people } from '../db/schema';
import { write } from '../db/write';
import { mail } from '../mail';
import { commonPasswords } from './common-passwords';
import { budgetsOf } from './limits';
import * as links from './links';
import { hash } from './passwords';
import { byEmail, byId } from './people';
import type { Person } from './people';
import { letIn } from './sign-in';
import type { Brought } from './sign-in';
import type { Issued } from './sessions';

/** The address of a one-time link, in a language, below our own origin. */
export const linkPath = (locale: Locale, purpose: LinkPurpose, token: string): string =>
	href(locale, `${linkPaths[purpose]}?token=${token}`);

/**
 * Spends from what a stranger may cause in mail. `ask` tells what to refuse aloud (too much from one
 * address) and what to pass over in silence (too much to one address, which would tell it is known).
 */
export function mayMail(db: Db, by: By, email: string): 'yes' | 'quiet' | { wait: number } {
	const budgets = budgetsOf(db);
	const from = budgets.spend(by.now, [[`ask ${limitKey(by.address ?? '')}`, asking.from]]);
	if (!from.ok) return { wait: from.wait };
	return budgets.spend(by.now, [[`mail ${email}`, asking.to]]).ok ? 'yes' : 'quiet';
}

const tooOften = (wait: number) =>
	refuse({ field: 'form', reason: 'too-often', detail: { minutes: Math.ceil(wait / 60_000) } });

/**
 * Asks for an account. The answer is the same whether the address has one: a mail goes there either
 * way, with a link to confirm or with word that there is an account already. Name and password are
 * asked for behind the link, so nobody can prepare an account with somebody else's address.
 */
export async function register(
	db: Db,
	typed: { email: string },
	locale: Locale,
	by: By
): Promise<Ruled<{ email: string }>> {
	const email = emailOf(typed.email);
	if (!email) return refuse({ field: 'email', reason: typed.email.trim() ? 'email' : 'required' });
	const may = mayMail(db, by, email);
	if (typeof may === 'object') return tooOften(may.wait);
	if (may === 'yes')
		await write(db, async (tx) => {
			await forgetUnconfirmed(tx, by.now);
			const standing = await byEmail(tx, email);
			const known = standing?.emailVerifiedAt != null;
			const id = standing?.id ?? newId(by.now);
			if (!standing) await tx.insert(people).values({ id, email, name: '', locale });
			const link = known
				? href(locale, '/reset')
				: linkPath(
						locale,
						'confirm',
						await links.issue(tx, { purpose: 'confirm', personId: id, now: by.now })
					);
			const template = known ? 'exists' : 'confirm';
			await mail(tx, { to: email, template, locale, values: { name: email, link }, now: by.now });
			await record(tx, by, { act: 'register', noun: 'people', id, title: personal(email) });
		});
	return { ok: true, value: { email } };
}

/** Addresses that were never confirmed are forgotten when their last link has run out. */
async function forgetUnconfirmed(tx: Tx, now: number): Promise<void> {
	await links.sweep(tx, now);
	await tx
		.delete(people)
		.where(
			and(
				isNull(people.emailVerifiedAt),
				isNull(people.passwordHash),
				lt(people.createdAt, now - linkLives.invite),
				sql`NOT EXISTS (SELECT 1 FROM links WHERE links.person_id = ${people.id})`,
				sql`NOT EXISTS (SELECT 1 FROM grants WHERE grants.person_id = ${people.id})`
			)
		);
}

/** Whom a confirmation or an invitation is for; null when the link is no longer good. */
export async function invited(
	db: Reader,
	token: string | null,
	now: number
): Promise<Pick<Person, 'email' | 'name'> | null> {
	const link = await links.find(db, token, ['confirm', 'invite'], now);
	return link && byId(db, link.personId);
}

/**
 * Confirms an address and sets name and password, all or nothing; uses the link up and signs in.
 * Refuses with `link` when the link is no longer good.
 */
export async function confirm(
	db: Db,
	token: string | null,
	typed: { name: string; password: string },
	brought: Brought,
	by: By
): Promise<Ruled<{ personId: string; issued: Issued }>> {
	const gone = refuse({ field: 'form', reason: 'link' });
	const person = await invited(db, token, by.now);
	if (!person) return gone;
	const name = parseName(typed.name);
	const password = parsePassword(typed.password, {
		email: person.email,
		name: typed.name,
		isCommon: await commonPasswords()
	});
	if (!name.ok || !password.ok)
		return refuse(...[name, password].flatMap((ruled) => (ruled.ok ? [] : ruled.refusals)));
	const passwordHash = await hash(password.value);
	return write(db, async (tx) => {
		const link = await links.use(tx, token, ['confirm', 'invite'], by.now);
		const person = link && (await byId(tx, link.personId));
		if (!link || !person || person.disabledAt !== null) return gone;
		await tx
			.update(people)
			.set({
				name: name.value,
				passwordHash,
				passwordAt: by.now,
				emailVerifiedAt: by.now,
				rightsAt: by.now
			})
			.where(eq(people.id, person.id));
		await links.withdraw(tx, person.id);
		const [has] = await tx.select().from(grants).where(eq(grants.personId, person.id)).limit(1);
		if (!has) await tx.insert(grants).values({ personId: person.id, role: 'citizen', at: by.now });
		const self = { ...by, who: { id: person.id } as Who };
		await record(tx, self, {
			act: 'confirm',
			noun: 'people',
			id: person.id,
			title: personal(name.value),
			after: { email: personal(person.email), by: link.purpose }
		});
		// Whoever confirms is in by it: that is one act, and one record.
		const issued = await letIn(tx, person.id, false, brought, by);
		return { ok: true, value: { personId: person.id, issued } };
	});
}
