import { and, asc, desc, eq, isNull } from 'drizzle-orm';
import {
	finalTrouble,
	isOpen,
	noticeDays,
	periodEnd,
	periodKinds
} from '$lib/domain/judging/notice/notice';
import type { PeriodKind } from '$lib/domain/judging/notice/notice';
import { hasProved, mayOrganize } from '$lib/domain/people/may';
import type { By } from '$lib/domain/people/who';
import { accept, refuse } from '$lib/domain/refusal';
import type { Refusal, Ruled } from '$lib/domain/refusal';
import type { Bilingual } from '$lib/domain/text';
import { record } from '../audit';
import { officeCalendar } from '../calendar';
import type { Db, Reader, Tx } from '../db/open';
import { newId, notices, objections, rounds } from '../db/schema';
import { touchContent, write } from '../db/write';
import { markPhase } from './log';

export type NoticeRow = typeof notices.$inferSelect;

const gone: Refusal = { field: '', reason: 'gone' };

/** The notices of an edition, newest first. */
export const noticesOf = (db: Reader, editionId: string): Promise<NoticeRow[]> =>
	db.select().from(notices).where(eq(notices.editionId, editionId)).orderBy(desc(notices.ordinal));

/** The notice that stands: the newest, running or final. */
export async function noticeOf(db: Reader, editionId: string): Promise<NoticeRow | null> {
	const [row] = await db
		.select()
		.from(notices)
		.where(and(eq(notices.editionId, editionId), isNull(notices.replacedAt)))
		.orderBy(desc(notices.ordinal))
		.limit(1);
	return row ?? null;
}

/** The last round of an edition, if its decisions are released; what a notice is about. */
export async function lastReleased(
	db: Reader,
	editionId: string
): Promise<typeof rounds.$inferSelect | null> {
	const [row] = await db
		.select()
		.from(rounds)
		.where(and(eq(rounds.editionId, editionId), isNull(rounds.againOf)))
		.orderBy(desc(rounds.ordinal))
		.limit(1);
	return row?.state === 'released' ? row : null;
}

/** A notice as it is typed. */
interface TypedNotice {
	kind: string;
	days: number;
	contact: Bilingual;
	note: Bilingual | null;
}

function typedTrouble({ kind, days, contact, note }: TypedNotice): Refusal[] {
	const long = (field: string, text: Bilingual | null, max: number): Refusal[] =>
		text && (text.zh.length > max || (text.en ?? '').length > max)
			? [{ field, reason: 'too-long', detail: { max } }]
			: [];
	return [
		...(periodKinds.includes(kind as PeriodKind) ? [] : [{ field: 'kind', reason: 'unknown' }]),
		...(Number.isInteger(days) && days >= noticeDays.min && days <= noticeDays.max
			? []
			: [{ field: 'days', reason: 'bad-number', detail: noticeDays }]),
		...(contact.zh.trim() ? [] : [{ field: 'contact', reason: 'missing' }]),
		...long('contact', contact, 300),
		...long('note', note, 1000)
	];
}

/**
 * Publishes the notice (公示) of an edition whose last round is released. It runs from the day after
 * for so many days or working days; another one takes its place after an objection was upheld.
 */
export const publishNotice = (
	db: Db,
	by: By,
	editionId: string,
	typed: TypedNotice
): Promise<Ruled<NoticeRow>> =>
	write(db, async (tx) => {
		if (!mayOrganize(by.who)) return refuse(gone);
		const trouble = typedTrouble(typed);
		if (!hasProved(by.who, by.now)) trouble.push({ field: '', reason: 'prove' });
		if (trouble.length) return refuse(...trouble);
		const round = await lastReleased(tx, editionId);
		if (!round) return refuse({ field: '', reason: 'not-released' });
		const before = await noticeOf(tx, editionId);
		if (before) {
			const list = await tx.select().from(objections).where(eq(objections.noticeId, before.id));
			if (before.finalAt !== null) return refuse({ field: '', reason: 'over' });
			if (list.some(({ state }) => isOpen(state)))
				return refuse({ field: '', reason: 'objections-open' });
			if (!list.some(({ state }) => state === 'upheld'))
				return refuse({ field: '', reason: 'running' });
			await tx.update(notices).set({ replacedAt: by.now }).where(eq(notices.id, before.id));
		}
		const kind = typed.kind as PeriodKind;
		const { until, day } = periodEnd(by.now, { kind, days: typed.days }, await officeCalendar(tx));
		const clean = ({ zh, en }: Bilingual) => ({ zh: zh.trim(), en: en?.trim() || null });
		const [row] = await tx
			.insert(notices)
			.values({
				id: newId(by.now),
				...{ editionId, roundId: round.id, kind, days: typed.days, until },
				ordinal: (before?.ordinal ?? 0) + 1,
				publishedAt: by.now,
				contact: clean(typed.contact),
				note: typed.note?.zh.trim() ? clean(typed.note) : null,
				publishedBy: by.who!.id
			})
			.returning();
		await touchContent(tx);
		await record(tx, by, {
			act: 'publish',
			noun: 'notices',
			id: row!.id,
			after: { edition: editionId, round: round.id, kind, days: typed.days, until: day }
		});
		await markPhase(tx, by, { editionId, roundId: null, phase: 'notice' });
		return accept(row!);
	});

async function finalGround(
	tx: Tx,
	by: By,
	noticeId: string
): Promise<{ notice: NoticeRow | null; trouble: Refusal[] }> {
	const [notice] = await tx.select().from(notices).where(eq(notices.id, noticeId));
	if (!notice || !mayOrganize(by.who)) return { notice: null, trouble: [gone] };
	const list = await tx
		.select({ state: objections.state })
		.from(objections)
		.where(eq(objections.noticeId, noticeId));
	return {
		notice,
		trouble: [
			...(hasProved(by.who, by.now) ? [] : [{ field: '', reason: 'prove' }]),
			...finalTrouble(notice, list, by.now).map((one) => ({ field: '', ...one }))
		]
	};
}

/** Asks to make the result final; another person of the office has to confirm it. */
export const askFinal = (db: Db, by: By, noticeId: string): Promise<Ruled<true>> =>
	write(db, async (tx) => {
		const { trouble } = await finalGround(tx, by, noticeId);
		if (trouble.length) return refuse(...trouble);
		await tx
			.update(notices)
			.set({ askedBy: by.who!.id, askedAt: by.now })
			.where(eq(notices.id, noticeId));
		await record(tx, by, { act: 'ask-final', noun: 'notices', id: noticeId });
		return accept(true as const);
	});

/**
 * Makes the result final, when the period is over and no objection is open: by somebody else than
 * who asked, decided at the moment of the act.
 */
export const confirmFinal = (db: Db, by: By, noticeId: string): Promise<Ruled<true>> =>
	write(db, async (tx) => {
		const { notice, trouble } = await finalGround(tx, by, noticeId);
		if (notice && notice.askedBy === null) trouble.push({ field: '', reason: 'not-asked' });
		if (notice && notice.askedBy === by.who?.id)
			trouble.push({ field: '', reason: 'second-person' });
		if (trouble.length) return refuse(...trouble);
		await tx
			.update(notices)
			.set({ finalBy: by.who!.id, finalAt: by.now })
			.where(eq(notices.id, noticeId));
		await touchContent(tx);
		await record(tx, by, {
			act: 'final',
			noun: 'notices',
			id: noticeId,
			after: { edition: notice!.editionId, round: notice!.roundId }
		});
		await markPhase(tx, by, { editionId: notice!.editionId, roundId: null, phase: 'final' });
		return accept(true as const);
	});

/** When the result of an edition became final; null while it is not. */
export async function finalAt(db: Reader, editionId: string): Promise<number | null> {
	const [row] = await db
		.select({ at: notices.finalAt })
		.from(notices)
		.where(and(eq(notices.editionId, editionId), isNull(notices.replacedAt)))
		.orderBy(asc(notices.ordinal))
		.limit(1);
	return row?.at ?? null;
}
