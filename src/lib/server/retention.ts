import { and, eq, inArray, isNotNull, isNull, lt, notExists } from 'drizzle-orm';
import type { By } from '$lib/domain/people/who';
import { keptFor, keptKinds } from '$lib/domain/retention';
import type { Kept } from '$lib/domain/retention';
import { erasePersonal, record } from './audit';
import { forgetEntries } from './contests/entry-forget';
import type { Db, Reader } from './db/open';
import { autosaves, corrections, grants, outbox, people } from './db/schema';
import { write } from './db/write';
import { sweepLetters } from './letters';
import { forgetObjections } from './judging/objections-forget';
import { sweep as sweepLinks } from './people/links';
import { sweep as sweepSessions } from './people/sessions';
import { shared } from './shared';
import { forgetBookings } from './signups/forget';
import { readSettings } from './site';
import type { SettingName } from './site';
import { forgetVisits } from './visits/forget';

const DAY = 86_400_000;

/** How many days each kind of personal data is kept here. */
export async function keptHere(db: Reader): Promise<Record<Kept, number>> {
	const read = await readSettings(db);
	return keptFor(
		Object.fromEntries(
			keptKinds.flatMap((kind) => {
				const value = read[`retention.${kind}` as SettingName];
				return typeof value === 'number' ? [[kind, value]] : [];
			})
		)
	);
}

/**
 * Deletes personal data whose time is over, in one act of the audit that says how much of each.
 * @returns how many of each kind were deleted
 */
export async function forgetOld(
	db: Db,
	now: number
): Promise<Partial<Record<Kept | 'entries' | 'bookings', number>>> {
	const by: By = { who: null, machine: 'clock', address: null, now };
	return write(db, async (tx) => {
		await sweepSessions(tx, now);
		await sweepLinks(tx, now);
		const days = await keptHere(tx);
		const before = (kind: Kept) => now - days[kind] * DAY;
		const gone: Partial<Record<Kept | 'entries' | 'bookings', number>> = {};
		const note = (kind: Kept | 'entries' | 'bookings', count: number) => {
			if (count) gone[kind] = count;
		};
		const typed = await tx
			.delete(autosaves)
			.where(lt(autosaves.at, before('autosaves')))
			.returning({ at: autosaves.at });
		note('autosaves', typed.length);
		const mails = await tx
			.delete(outbox)
			.where(
				and(
					inArray(outbox.state, ['sent', 'failed', 'dropped']),
					lt(outbox.createdAt, before('outbox'))
				)
			)
			.returning({ id: outbox.id });
		note('outbox', mails.length);
		const told = await tx
			.delete(corrections)
			.where(and(isNotNull(corrections.doneAt), lt(corrections.doneAt, before('corrections'))))
			.returning({ id: corrections.id });
		note('corrections', told.length);
		note('objections', await forgetObjections(tx, now));
		note('visits', await forgetVisits(tx, now));
		// Whoever has a role was asked in by the office and may take longer to come.
		const strangers = await tx
			.delete(people)
			.where(
				and(
					isNull(people.emailVerifiedAt),
					isNull(people.lastSignInAt),
					lt(people.createdAt, before('unconfirmed')),
					notExists(tx.select({ id: grants.id }).from(grants).where(eq(grants.personId, people.id)))
				)
			)
			.returning({ id: people.id });
		note('unconfirmed', strangers.length);
		for (const { id } of strangers) await erasePersonal(tx, by, { person: id });
		note('entries', await forgetEntries(tx, now));
		note('bookings', await forgetBookings(tx, now));
		note('audit', await erasePersonal(tx, by, { before: before('audit') }));
		if (Object.keys(gone).length)
			await record(tx, by, { act: 'forget', noun: 'retention', id: 'all', after: gone });
		return gone;
	});
}

/**
 * Forgets what is old now and once a day.
 * @returns how to stop
 */
export function startForgetting(db: Db): () => Promise<void> {
	let running: Promise<unknown> = Promise.resolve();
	const round = () => {
		running = running
			.then(() => forgetOld(db, Date.now()))
			.then(() => sweepLetters(db, Date.now()))
			.catch((error: unknown) => shared.report?.(error, 'retention'));
	};
	const first = setTimeout(round, 30_000).unref();
	const daily = setInterval(round, DAY).unref();
	return async () => {
		clearTimeout(first);
		clearInterval(daily);
		await running;
	};
}
