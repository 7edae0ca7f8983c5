import { createHash, randomBytes } from 'node:crypto';
import { and, asc, eq, isNotNull } from 'drizzle-orm';
import { isOpen } from '$lib/domain/judging/notice/notice';
import { objectionTrouble, readReceipt, receiptFrom } from '$lib/domain/judging/notice/objection';
import type { Objection, TypedObjection } from '$lib/domain/judging/notice/objection';
import type { Locale } from '$lib/domain/locale';
import { href } from '$lib/domain/locale';
import type { By } from '$lib/domain/people/who';
import { accept, refuse } from '$lib/domain/refusal';
import type { Ruled } from '$lib/domain/refusal';
import { simplified } from '$lib/domain/search/simplified';
import { dateText } from '$lib/domain/when';
import { personal, record } from '../audit';
import { editionName } from '../contests/readers';
import type { Db, Reader, Tx } from '../db/open';
import { contests, decisions, editions, entries, newId, notices, objections } from '../db/schema';
import { touchContent, write } from '../db/write';
import { enqueue } from '../jobs';
import type { Letter } from '../letters';
import { seal, unseal } from '../keys';
import { mail } from '../mail';
import { keptHere } from '../retention';
import { dueDayOf } from './objections-due';

export type ObjectionRow = typeof objections.$inferSelect;

/** The personal part of an objection; nobody but the office reads it, and it is deleted by its date. */
type Said = Pick<Objection, 'name' | 'liaison' | 'phone' | 'email' | 'text'> & {
	locale: Locale;
};

const DAY = 86_400_000;
/** When the personal part of an objection that ended now is deleted. */
export const forgetDay = async (tx: Tx, now: number): Promise<number> =>
	now + (await keptHere(tx)).objections * DAY;

const contextOf = (id: string) => `objection:${id}`;
const hashOf = (receipt: string) => createHash('sha256').update(receipt).digest('hex');

/** What came of an objection: its receipt, shown once. */
interface Filed {
	id: string;
	receipt: string;
	/** `YYYY-MM-DD`: the last day for the office to answer. */
	dueDay: string;
}

/**
 * Takes an objection to a running notice, decided by the clock inside the write. Whoever objects gets
 * a receipt, which alone opens it again; only its hash is kept.
 * @param scanned whether there is a scanner, which has to clear the letter before anybody opens it
 */
export const fileObjection = (
	db: Db,
	by: By,
	noticeId: string,
	typed: TypedObjection,
	{ letter, locale, scanned = false }: { letter: Letter | null; locale: Locale; scanned?: boolean }
): Promise<Ruled<Filed>> => {
	const receipt = receiptFrom(randomBytes(64));
	return write(db, async (tx) => {
		const trouble = objectionTrouble(typed, letter !== null, simplified);
		const [notice] = await tx.select().from(notices).where(eq(notices.id, noticeId));
		if (!notice || notice.replacedAt !== null) return refuse({ field: '', reason: 'gone' });
		if (by.now >= notice.until || notice.finalAt !== null)
			return refuse({ field: '', reason: 'over', detail: { until: notice.until } });
		const [entry] = await tx
			.select({ id: entries.id })
			.from(entries)
			.where(
				and(
					eq(entries.editionId, notice.editionId),
					eq(entries.number, typed.number.trim()),
					isNotNull(entries.submittedAt)
				)
			);
		if (!entry && typed.number.trim()) trouble.push({ field: 'number', reason: 'unknown-number' });
		if (trouble.length || !entry) return refuse(...trouble);
		const { kind, ground } = typed as Objection;
		const dueDay = await dueDayOf(tx, by.now);
		const id = newId(by.now);
		const said: Said = {
			...{ name: typed.name.trim(), liaison: typed.liaison.trim(), phone: typed.phone.trim() },
			...{ email: typed.email.trim(), text: typed.text.trim(), locale }
		};
		const [decision] = await tx
			.select({ figure: decisions.figure })
			.from(decisions)
			.where(and(eq(decisions.roundId, notice.roundId), eq(decisions.entryId, entry.id)));
		await tx.insert(objections).values({
			...{ id, noticeId, entryId: entry.id, kind, ground },
			receiptHash: hashOf(receipt),
			sealed: seal(JSON.stringify(said), contextOf(id)),
			...(letter ? { letterKey: letter.key, letterHash: letter.sha256 } : {}),
			letterHeld: letter && scanned ? 'waiting' : null,
			oldFigure: decision?.figure ?? null,
			...{ receivedAt: by.now, dueDay }
		});
		if (letter && scanned)
			await enqueue(tx, { kind: 'scan', subject: id, priority: 5, now: by.now });
		await record(tx, by, {
			act: 'file',
			noun: 'objections',
			id,
			after: {
				...{ edition: notice.editionId, notice: noticeId, entry: entry.id, kind, ground },
				...{ dueDay, text: personal(said.text) }
			}
		});
		// The notice says how many are open.
		await touchContent(tx);
		const told = { receipt, due: dateText(dueDay, locale) };
		await tell(tx, { id, ...said }, 'objection-received', notice.editionId, told, by.now);
		return accept({ id, receipt, dueDay });
	});
};

/** What an objection’s own people see with their receipt. */
interface Followed {
	id: string;
	state: ObjectionRow['state'];
	receivedAt: number;
	/** Until when it is to be answered; null once it was. */
	dueDay: string | null;
	number: string;
	outcome: ObjectionRow['outcome'];
	decidedAt: number | null;
	oldFigure: number | null;
	newFigure: number | null;
}

const byReceipt = async (db: Reader, editionId: string, typed: string) => {
	const receipt = readReceipt(typed);
	if (!receipt) return null;
	const [row] = await db
		.select({ objection: objections, number: entries.number })
		.from(objections)
		.innerJoin(notices, eq(notices.id, objections.noticeId))
		.innerJoin(entries, eq(entries.id, objections.entryId))
		.where(and(eq(objections.receiptHash, hashOf(receipt)), eq(notices.editionId, editionId)));
	return row ?? null;
};

/** Where an objection stands, for whoever has its receipt; null for a receipt that opens nothing. */
export async function followObjection(
	db: Reader,
	editionId: string,
	receipt: string
): Promise<Followed | null> {
	const row = await byReceipt(db, editionId, receipt);
	if (!row) return null;
	const { id, state, receivedAt, outcome, decidedAt, oldFigure, newFigure } = row.objection;
	return {
		...{ id, state, receivedAt, outcome, decidedAt, number: row.number ?? '' },
		dueDay: isOpen(state) ? row.objection.dueDay : null,
		// The figures belong to the outcome; before it they would tell a score.
		oldFigure: decidedAt === null ? null : oldFigure,
		newFigure: decidedAt === null ? null : newFigure
	};
}

/** Takes an objection back, by whoever has its receipt, while it is open. */
export const withdrawObjection = (
	db: Db,
	by: By,
	editionId: string,
	receipt: string
): Promise<Ruled<true>> =>
	write(db, async (tx) => {
		const row = await byReceipt(tx, editionId, receipt);
		if (!row) return refuse({ field: 'receipt', reason: 'unknown-receipt' });
		const { id, state } = row.objection;
		if (state === 'withdrawn') return accept(true as const);
		if (state !== 'received') return refuse({ field: '', reason: 'decided' });
		await tx
			.update(objections)
			.set({ state: 'withdrawn', updatedAt: by.now, forgetAt: await forgetDay(tx, by.now) })
			.where(eq(objections.id, id));
		await touchContent(tx);
		await record(tx, by, { act: 'withdraw', noun: 'objections', id });
		return accept(true as const);
	});

/** What was said in an objection; null after its date, or when it cannot be opened. */
export function saidIn({ id, sealed }: Pick<ObjectionRow, 'id' | 'sealed'>): Said | null {
	const text = sealed && unseal(sealed, contextOf(id));
	return text ? (JSON.parse(text) as Said) : null;
}

/** Objections to the notices of an edition, oldest first. */
export const objectionsOf = (
	db: Reader,
	editionId: string
): Promise<{ objection: ObjectionRow; number: string | null; title: string }[]> =>
	db
		.select({ objection: objections, number: entries.number, title: entries.title })
		.from(objections)
		.innerJoin(notices, eq(notices.id, objections.noticeId))
		.innerJoin(entries, eq(entries.id, objections.entryId))
		.where(eq(notices.editionId, editionId))
		.orderBy(asc(objections.receivedAt));

/** What the public reads of the objections to an edition: numbers, grounds and outcomes. */
export async function publishedObjections(db: Reader, editionId: string) {
	const rows = await objectionsOf(db, editionId);
	return {
		open: rows.filter(({ objection }) => isOpen(objection.state)).length,
		decided: rows
			.filter(({ objection }) => objection.decidedAt !== null)
			.map(({ objection, number, title }) => {
				const { id, state, ground, kind, outcome, decidedAt, oldFigure, newFigure } = objection;
				return {
					...{ id, number, title, state, ground, kind, outcome, decidedAt },
					...{ oldFigure, newFigure }
				};
			})
	};
}

/** Tells whoever objected by mail, in the language they wrote in. */
export async function tell(
	tx: Tx,
	{ name, liaison, email, locale }: Said & { id: string },
	template: 'objection-received' | 'objection-answered',
	editionId: string,
	values: Record<string, string>,
	now: number
): Promise<void> {
	const [row] = await tx
		.select({ contest: contests, edition: editions })
		.from(editions)
		.innerJoin(contests, eq(contests.id, editions.contestId))
		.where(eq(editions.id, editionId));
	const { contest, edition } = row!;
	await mail(tx, {
		...{ to: email, template, locale, now },
		values: {
			name: liaison || name,
			contest: editionName(row!, locale),
			link: href(locale, `/contests/${contest.slug}/${edition.slug}/notice`),
			...values
		}
	});
	await touchContent(tx);
}
