import { eq, inArray } from 'drizzle-orm';
import type { Objected, Standing } from '$lib/domain/judging/notice/desk';
import { byDueDay, finalTrouble, isLate, periodEnd } from '$lib/domain/judging/notice/notice';
import type { PeriodKind } from '$lib/domain/judging/notice/notice';
import type { Who } from '$lib/domain/people/who';
import { dayStamp } from '$lib/domain/when';
import { officeCalendar } from '../calendar';
import type { Db, Reader } from '../db/open';
import { notices, people, rounds } from '../db/schema';
import { standsApart } from './apart';
import { lastReleased, noticesOf } from './notices';
import { objectionsOf } from './objections';
import { publishedOf } from './published';

/** Everything the office’s page of a notice shows. */
interface NoticeDesk {
	/** Whether the last round is released, so that there is something to publish. */
	released: boolean;
	/** Whether somebody with an entry of their own looks; they are shown no objections. */
	apart: boolean;
	standing: Standing | null;
	earlier: { ordinal: number; publishedAt: number; until: number; replacedAt: number }[];
	/** Whether a notice may be published: none stands yet, or an objection to it was upheld. */
	mayPublish: boolean;
	objections: Objected[];
}

/** The office’s page of the notice of an edition, and of what was objected to it. */
export async function noticeDesk(
	db: Reader,
	who: Who | null,
	editionId: string,
	now: number
): Promise<NoticeDesk> {
	const [released, all, apart] = await Promise.all([
		lastReleased(db, editionId),
		noticesOf(db, editionId),
		standsApart(db, who, editionId)
	]);
	const notice = all.find(({ replacedAt }) => replacedAt === null) ?? null;
	const lines = await linesOf(db, editionId, now);
	const own = lines.filter(({ notice: ordinal }) => ordinal === notice?.ordinal);
	const named = await namesOf(db, [notice?.askedBy, notice?.finalBy]);
	const trouble = notice
		? finalTrouble(notice, own, now).map((one) => ({ field: '', ...one }))
		: [];
	return {
		released: released !== null,
		apart,
		standing: notice && {
			...{ id: notice.id, ordinal: notice.ordinal, kind: notice.kind, days: notice.days },
			...{ publishedAt: notice.publishedAt, until: notice.until, finalAt: notice.finalAt },
			...{ contact: notice.contact, note: notice.note },
			asked: notice.askedBy
				? {
						by: named.get(notice.askedBy) ?? '',
						at: notice.askedAt!,
						mine: notice.askedBy === who?.id
					}
				: null,
			finalBy: notice.finalBy ? (named.get(notice.finalBy) ?? '') : null,
			total: (await publishedOf(db, editionId))?.total ?? 0,
			trouble
		},
		earlier: all.flatMap(({ ordinal, publishedAt, until, replacedAt }) =>
			replacedAt === null ? [] : [{ ordinal, publishedAt, until, replacedAt }]
		),
		mayPublish:
			released !== null &&
			(notice === null ||
				(notice.finalAt === null &&
					trouble.some(({ reason }) => reason === 'notice-again') &&
					!trouble.some(({ reason }) => reason === 'objections-open'))),
		objections: apart ? [] : lines
	};
}

async function linesOf(db: Reader, editionId: string, now: number): Promise<Objected[]> {
	const rows = (await objectionsOf(db, editionId)).toSorted((a, b) =>
		byDueDay(a.objection, b.objection)
	);
	const today = dayStamp(now);
	const ordinals = new Map(
		(
			await db
				.select({ id: notices.id, ordinal: notices.ordinal })
				.from(notices)
				.where(eq(notices.editionId, editionId))
		).map(({ id, ordinal }) => [id, ordinal])
	);
	const again = rows.flatMap(({ objection: { againRoundId } }) => againRoundId ?? []);
	const ends = new Map(
		(
			await db
				.select({ id: rounds.id, closesAt: rounds.closesAt })
				.from(rounds)
				.where(inArray(rounds.id, again))
		).map(({ id, closesAt }) => [id, closesAt])
	);
	return rows.map(({ objection, number, title }) => {
		const { id, kind, ground, state, receivedAt, decidedAt, noticeId, againRoundId } = objection;
		return {
			...{ id, kind, ground, state, receivedAt, decidedAt, title },
			...{ dueDay: objection.dueDay, late: isLate(objection, today) },
			number: number ?? '',
			notice: ordinals.get(noticeId) ?? 0,
			due: state === 'judging' ? (ends.get(againRoundId ?? '') ?? null) : null
		};
	});
}

async function namesOf(
	db: Reader,
	ids: readonly (string | null | undefined)[]
): Promise<Map<string, string>> {
	const some = ids.flatMap((id) => id ?? []);
	if (!some.length) return new Map();
	const rows = await db
		.select({ id: people.id, name: people.name })
		.from(people)
		.where(inArray(people.id, some));
	return new Map(rows.map(({ id, name }) => [id, name]));
}

/** When a notice published at this moment would end, by the calendar as the office keeps it. */
export const previewEnd = async (
	db: Db,
	now: number,
	period: { kind: PeriodKind; days: number }
): Promise<ReturnType<typeof periodEnd>> => periodEnd(now, period, await officeCalendar(db));
