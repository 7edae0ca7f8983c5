import { and, eq } from 'drizzle-orm';
import { localMoment } from '$lib/domain/hours';
import type { By } from '$lib/domain/people/who';
import { accept, refuse } from '$lib/domain/refusal';
import type { Ruled } from '$lib/domain/refusal';
import { batchesOf } from '$lib/domain/visits/plan';
import type { VisitPlan } from '$lib/domain/visits/plan';
import type { GroupSaid } from '$lib/domain/visits/request';
import { freeDays, freeIn, isOpenFor } from '$lib/domain/visits/slots';
import type { FreeDay } from '$lib/domain/visits/slots';
import { deedsFor, stateAt } from '$lib/domain/visits/visit';
import type { VisitDeed, VisitState } from '$lib/domain/visits/visit';
import { record } from '../audit';
import type { Db, Tx } from '../db/open';
import { audit, places } from '../db/schema';
import { write } from '../db/write';
import { groundOf, standOf } from './ground';
import type { RequestRow } from './ground';
import { ownRow } from './deeds';
import { busyGuides, guidesOf, leadsOf } from './guides';
import type { Guide } from './guides';
import { saidIn } from './said';

/** Days with free slots that are proposed for an offer. */
const PROPOSED = 40;

/** A request as the office has it open. */
interface VisitSheet extends Pick<
	RequestRow,
	| 'id'
	| 'code'
	| 'kind'
	| 'heads'
	| 'batches'
	| 'wishDay'
	| 'wishStarts'
	| 'day'
	| 'starts'
	| 'ends'
	| 'offeredUntil'
	| 'reason'
	| 'endedBy'
	| 'endedAt'
	| 'came'
	| 'letterScan'
	| 'createdAt'
	| 'forgetAt'
> {
	state: VisitState;
	place: { id: string; slug: string; zh: string; en: string | null };
	/** Null after its day. */
	said: GroupSaid | null;
	/** What can be done to it now. */
	deeds: VisitDeed[];
	plan: VisitPlan | null;
	/** Days with slots this group fits into. */
	free: FreeDay[];
	/** Whether what it wished for can still be had. */
	wishFree: boolean;
	/** True when its slot lies outside the hours of the place by now. */
	closed: boolean;
	leads: Guide[];
	guides: (Guide & { busy: boolean })[];
}

/** One record for each person who ever opened it: reloading a page is not another look. */
async function looked(tx: Tx, by: By, { id, code }: RequestRow): Promise<void> {
	const before = await tx.$count(
		audit,
		and(
			eq(audit.noun, 'visits'),
			eq(audit.thing, id),
			eq(audit.act, 'view'),
			eq(audit.person, by.who!.id)
		)
	);
	if (!before) await record(tx, by, { act: 'view', noun: 'visits', id, title: code });
}

/** Opens a request with everything personal in it; who did stands on the record once. */
export const openVisit = (db: Db, by: By, id: string): Promise<Ruled<VisitSheet>> =>
	write(db, async (tx) => {
		const row = await ownRow(tx, by, id);
		if (!row) return refuse({ field: '', reason: 'gone' });
		await looked(tx, by, row);
		const [place] = await tx.select().from(places).where(eq(places.id, row.placeId));
		const ground = await groundOf(tx, row.placeId, by.now, id);
		const stand = standOf(row);
		const { day: today } = localMoment(by.now);
		const need = ground ? batchesOf(row.heads, ground.plan.batch) : 0;
		const free = ground
			? freeDays({ ...ground, first: today }, { from: today, count: PROPOSED }).days.flatMap(
					({ day, slots }) => {
						const roomy = slots.filter((slot) => freeIn(slot, ground.held, ground.plan) >= need);
						return roomy.length ? [{ day, slots: roomy }] : [];
					}
				)
			: [];
		const busy = await busyGuides(tx, row, by.now);
		const leads = (await leadsOf(tx, [id])).get(id) ?? [];
		const { code, kind, heads, batches, wishDay, wishStarts, day, starts, ends } = row;
		const upcoming = day !== null && day >= today;
		return accept({
			...{ id, code, kind, heads, batches, wishDay, wishStarts, day, starts, ends },
			...{ offeredUntil: row.offeredUntil, reason: row.reason, endedBy: row.endedBy },
			...{ endedAt: row.endedAt, came: row.came, letterScan: row.letterScan },
			...{ createdAt: row.createdAt, forgetAt: row.forgetAt },
			state: stateAt(stand, by.now),
			place: { id: place!.id, slug: place!.slug, zh: place!.nameZh, en: place!.nameEn },
			said: saidIn(row),
			deeds: deedsFor('office', stand, by.now),
			plan: ground?.plan ?? null,
			free,
			wishFree: free.some(
				(one) => one.day === wishDay && one.slots.some((slot) => slot.starts === wishStarts)
			),
			closed:
				upcoming && !!ground && !isOpenFor({ day, starts: starts!, ends: ends! }, ground.hours),
			leads,
			guides: (await guidesOf(tx, row.placeId)).map((guide) => ({
				...guide,
				busy: busy.has(guide.id)
			}))
		});
	});

/** The key of the letter of a request, once nothing was found in it; every download is recorded. */
export const openLetter = (db: Db, by: By, id: string): Promise<Ruled<string>> =>
	write(db, async (tx) => {
		const row = await ownRow(tx, by, id);
		if (!row?.letterKey) return refuse({ field: '', reason: 'gone' });
		if (row.letterScan !== 'clear') return refuse({ field: '', reason: 'not-scanned' });
		await record(tx, by, { act: 'download', noun: 'visits', id, title: row.code });
		return accept(row.letterKey);
	});
