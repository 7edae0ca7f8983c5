import { and, asc, eq, inArray, isNotNull, isNull, sql } from 'drizzle-orm';
import { href } from '$lib/domain/locale';
import type { Locale } from '$lib/domain/locale';
import { fill } from '$lib/domain/mail';
import type { MailText } from '$lib/domain/mail';
import { mayOrganize } from '$lib/domain/people/may';
import type { By } from '$lib/domain/people/who';
import { accept, refuse } from '$lib/domain/refusal';
import type { Ruled } from '$lib/domain/refusal';
import { say } from '$lib/domain/text';
import { record } from '../audit';
import { readersOf } from '../contests/readers';
import type { EntryReader } from '../contests/readers';
import { insertMany } from '../db/insert';
import type { Db, Reader, Tx } from '../db/open';
import { certificateBatches, certificateMails, certificates, outbox } from '../db/schema';
import type { mailStates } from '../db/schema';
import { write } from '../db/write';
import { mailAll, ourOrigin } from '../mail';
import { textOf } from '../mail/templates';
import { site } from '../site';
import type { Certificate } from './certificates';

/** Certificates told of in one write: pages are answered between two. */
const CHUNK = 25;

/** Certificates of an edition that hold and of which nobody was told. */
const untold = (editionId: string) =>
	and(
		eq(certificates.editionId, editionId),
		isNull(certificates.revokedAt),
		isNull(certificates.mailedAt),
		isNotNull(certificates.entryId)
	);

const valuesFor = (
	{ printed, number, entryId }: Pick<Certificate, 'printed' | 'number' | 'entryId'>,
	{ name, locale }: Pick<EntryReader, 'name' | 'locale'>
) => ({
	name,
	title: printed.entry,
	number,
	contest: [printed.contest, printed.edition].map((text) => say(text, locale)).join(' '),
	prize: say(printed.award, locale),
	link: href(locale, `/account/entries/${entryId}/certificates`)
});

/** How the telling stands. */
interface Telling {
	/** Certificates nobody was told of yet, and those among them whose people have no account. */
	due: number;
	unreachable: number;
	/** Mails by what became of them; `swept` are those the outbox keeps no line of any more. */
	mails: Record<(typeof mailStates)[number] | 'swept', number>;
	/** Entries whose mail failed or was dropped, with why. */
	failed: { number: string; state: string; error: string | null }[];
}

/** Who was told of their certificate and who was not, for the office. */
export async function tellingOf(db: Reader, editionId: string): Promise<Telling> {
	const open = await db
		.select({ entryId: certificates.entryId })
		.from(certificates)
		.where(untold(editionId));
	const readers = await readersOf(
		db,
		open.map(({ entryId }) => entryId!)
	);
	const counted = await db
		.select({ state: outbox.state, count: sql<number>`count(*)`.mapWith(Number) })
		.from(certificateMails)
		.innerJoin(certificates, eq(certificates.id, certificateMails.certificateId))
		.leftJoin(outbox, eq(outbox.id, certificateMails.mailId))
		.where(eq(certificates.editionId, editionId))
		.groupBy(outbox.state);
	const mails = { waiting: 0, sending: 0, sent: 0, failed: 0, dropped: 0, swept: 0 };
	for (const { state, count } of counted) mails[state ?? 'swept'] += count;
	const failed = await db
		.select({ number: certificates.number, state: outbox.state, error: outbox.lastError })
		.from(certificateMails)
		.innerJoin(certificates, eq(certificates.id, certificateMails.certificateId))
		.innerJoin(outbox, eq(outbox.id, certificateMails.mailId))
		.where(and(eq(certificates.editionId, editionId), inArray(outbox.state, ['failed', 'dropped'])))
		.orderBy(asc(certificates.number))
		.limit(100);
	const reached = open.filter(({ entryId }) => readers.get(entryId!)!.length).length;
	return { due: reached, unreachable: open.length - reached, mails, failed };
}

/** The mail as the first who would get it would read it; null when nobody would. */
export async function previewMail(
	db: Reader,
	editionId: string
): Promise<(MailText & { locale: Locale }) | null> {
	const rows = await db
		.select()
		.from(certificates)
		.where(untold(editionId))
		.orderBy(asc(certificates.number))
		.limit(50);
	const found = await readersOf(
		db,
		rows.map(({ entryId }) => entryId!)
	);
	const first = rows.find(({ entryId }) => found.get(entryId!)!.length);
	if (!first) return null;
	const [reader] = found.get(first.entryId!)!;
	const { locale } = reader!;
	const origin = ourOrigin();
	const values = valuesFor(first, reader!);
	const filled = fill(
		await textOf(db, 'certificate-ready', locale, origin),
		{ site: say((await site(db)).name, locale), ...values, link: origin + values.link },
		origin
	);
	return filled.ok ? { ...filled.value, locale } : null;
}

/** Writes the mails of some certificates; tells how many were written, 0 when none is left. */
async function tellSome(tx: Tx, editionId: string, after: string, now: number) {
	const rows = await tx
		.select()
		.from(certificates)
		.where(and(untold(editionId), sql`${certificates.id} > ${after}`))
		.orderBy(asc(certificates.id))
		.limit(CHUNK);
	const found = await readersOf(
		tx,
		rows.map(({ entryId }) => entryId!)
	);
	const told = rows.flatMap((one) =>
		found.get(one.entryId!)!.map((reader) => ({ one, reader, id: one.id }))
	);
	const mailIds = await mailAll(
		tx,
		told.map(({ one, reader }) => ({
			to: reader.email,
			template: 'certificate-ready',
			locale: reader.locale,
			values: valuesFor(one, reader),
			now
		}))
	);
	await insertMany(
		tx,
		certificateMails,
		told.map(({ id, reader: { personId } }, at) => ({
			...{ certificateId: id, personId, mailId: mailIds[at]! }
		}))
	);
	await tx
		.update(certificates)
		.set({ mailedAt: now })
		.where(
			inArray(
				certificates.id,
				told.map(({ id }) => id)
			)
		);
	return { last: rows.at(-1)?.id ?? null };
}

/**
 * Tells the winners that their certificates are there: one act, one record, and for each certificate
 * once for good, however often it is asked for and wherever it breaks off.
 * @returns how many certificates are told of
 */
export async function announce(db: Db, by: By, editionId: string): Promise<Ruled<number>> {
	if (!mayOrganize(by.who)) return refuse({ field: '', reason: 'forbidden' });
	const begun = await write(db, async (tx) => {
		const { due } = await tellingOf(tx, editionId);
		if (!due) return null;
		await tx
			.update(certificateBatches)
			.set({ mailAskedAt: by.now })
			.where(
				and(eq(certificateBatches.editionId, editionId), isNull(certificateBatches.mailAskedAt))
			);
		await record(tx, by, {
			act: 'announce',
			noun: 'certificates',
			id: editionId,
			after: { edition: editionId, count: due }
		});
		return { due, ...(await tellSome(tx, editionId, '', by.now)) };
	});
	if (!begun) return refuse({ field: '', reason: 'nobody-due' });
	for (let { last } = begun; last !== null;)
		({ last } = await write(db, (tx) => tellSome(tx, editionId, last!, by.now)));
	await write(db, (tx) =>
		tx
			.update(certificateBatches)
			.set({ mailedAt: by.now })
			.where(and(eq(certificateBatches.editionId, editionId), isNull(certificateBatches.mailedAt)))
	);
	return accept(begun.due);
}
