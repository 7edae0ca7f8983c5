import { eq } from 'drizzle-orm';
import { againstVenue, VENUE_MOST, venueStand } from '$lib/domain/events/venue';
import type { VenueDeed, VenueSpan } from '$lib/domain/events/venue';
import type { By } from '$lib/domain/people/who';
import { accept, refuse } from '$lib/domain/refusal';
import type { Refusal, Ruled } from '$lib/domain/refusal';
import { record } from '../audit';
import { refusedDeed } from '../audit/refused';
import type { Db, Tx } from '../db/open';
import { venueRequests } from '../db/schema';
import { write } from '../db/write';
import { contentOf } from '../studio/items';
import { putQuestion } from './ask';
import { tellAsker, tellHosts } from './mails';
import { openQuestion } from './one';
import type { Question } from './one';
import { askedOf } from './stand';
import type { VenueRow } from './stand';
import { wantedBy } from './wanted';

const gone = { field: '', reason: 'gone' } as const;

/** A question that this may be done to now, by this person; what is not theirs is recorded. */
async function opened(tx: Tx, by: By, id: string, deed: VenueDeed): Promise<Ruled<Question>> {
	const found = await openQuestion(tx, by.who, id);
	if (!found) return refuse(gone);
	const reason = againstVenue(deed, found.sides, found.row.state);
	if (!reason) return accept(found);
	if (reason === 'not-yours')
		await refusedDeed(
			tx,
			by,
			{ noun: 'venues', id, title: found.event.titleZh },
			deed,
			'not-yours'
		);
	return refuse({ field: '', reason });
}

/** A sentence as it is kept; null for none. */
function sentence(field: string, text: string, max: number, needed: boolean): Ruled<string | null> {
	const said = text.normalize('NFC').replace(/\s+/g, ' ').trim();
	if (!said && needed) return refuse({ field, reason: 'missing' });
	if (said.length > max) return refuse({ field, reason: 'too-long', detail: { max } });
	return accept(said || null);
}

const put = (tx: Tx, { row }: Question, by: By, set: Partial<VenueRow>) =>
	tx
		.update(venueRequests)
		.set({ ...set, answeredBy: by.who?.id ?? null, answeredAt: by.now })
		.where(eq(venueRequests.id, row.id));

/** Agrees to some or all of the dates asked for; with some of them, says why not to the others. */
export const grantVenue = (
	db: Db,
	by: By,
	id: string,
	{ dates, why }: { dates: readonly number[]; why: string }
): Promise<Ruled<true>> =>
	write(db, async (tx) => {
		const found = await opened(tx, by, id, 'grant');
		if (!found.ok) return found;
		const { row, event, venue } = found.value;
		const chosen = new Set(dates);
		const granted = row.spans.filter(([at]) => chosen.has(at));
		if (!granted.length || granted.length < chosen.size)
			return refuse({ field: 'dates', reason: 'choose' });
		const all = granted.length === row.spans.length;
		const said = sentence('why', why, VENUE_MOST.why, !all);
		if (!said.ok) return said;
		await put(tx, found.value, by, {
			...{ state: all ? 'granted' : 'partly', granted, why: said.value }
		});
		await record(tx, by, {
			...{ act: all ? 'grant' : 'grant-some', noun: 'venues', id, title: event.titleZh },
			after: { event: event.id, place: venue.id, dates: granted.map(([at]) => at) },
			...(said.value ? { why: said.value } : {})
		});
		await tellAsker(tx, row.askedBy, {
			...{ template: all ? 'venue-granted' : 'venue-partly', id, event, venue },
			...{ spans: granted, precision: row.precision, note: said.value, now: by.now }
		});
		return accept(true as const);
	});

/** Says no, and why. */
export const declineVenue = (db: Db, by: By, id: string, why: string): Promise<Ruled<true>> =>
	write(db, async (tx) => {
		const found = await opened(tx, by, id, 'decline');
		if (!found.ok) return found;
		const { row, event, venue } = found.value;
		const said = sentence('why', why, VENUE_MOST.why, true);
		if (!said.ok) return said;
		await put(tx, found.value, by, { state: 'declined', why: said.value });
		await record(tx, by, {
			...{ act: 'decline', noun: 'venues', id, title: event.titleZh, why: said.value! },
			after: { event: event.id, place: venue.id }
		});
		await tellAsker(tx, row.askedBy, {
			...{ template: 'venue-declined', id, event, venue, now: by.now },
			...{ spans: row.spans, precision: row.precision, note: said.value }
		});
		return accept(true as const);
	});

/** Decides over the manager’s head that the event takes place there; both sides are told why. */
export const overrideVenue = (db: Db, by: By, id: string, why: string): Promise<Ruled<true>> =>
	write(db, async (tx) => {
		const found = await opened(tx, by, id, 'override');
		if (!found.ok) return found;
		const { row, event, venue } = found.value;
		const said = sentence('why', why, VENUE_MOST.why, true);
		if (!said.ok) return said;
		await put(tx, found.value, by, {
			...{ state: 'granted', granted: row.spans, overridden: true, why: said.value }
		});
		await record(tx, by, {
			...{ act: 'override', noun: 'venues', id, title: event.titleZh, why: said.value! },
			before: { state: row.state, why: row.why },
			after: { event: event.id, place: venue.id, dates: row.spans.map(([at]) => at) }
		});
		const news = {
			...{ template: 'venue-overridden' as const, id, event, venue, now: by.now },
			...{ spans: row.spans, precision: row.precision, note: said.value }
		};
		await tellHosts(tx, news);
		await tellAsker(tx, row.askedBy, news);
		return accept(true as const);
	});

/** Takes a question back. */
export const withdrawVenue = (db: Db, by: By, id: string): Promise<Ruled<true>> =>
	write(db, async (tx) => {
		const found = await opened(tx, by, id, 'withdraw');
		if (!found.ok) return found;
		const { event, venue } = found.value;
		await put(tx, found.value, by, { state: 'withdrawn' });
		await record(tx, by, {
			...{ act: 'withdraw', noun: 'venues', id, title: event.titleZh },
			after: { event: event.id, place: venue.id }
		});
		return accept(true as const);
	});

/** What the asker says besides: how many are expected, and a sentence. */
interface VenueTold {
	heads: string;
	note: string;
}

function toldOf({ heads, note }: VenueTold): Ruled<{ heads: number | null; note: string | null }> {
	const wrong: Refusal[] = [];
	const typed = heads.normalize('NFKC').trim();
	const n = typed === '' ? null : /^[1-9]\d{0,8}$/.test(typed) ? Number(typed) : NaN;
	if (n !== null && !(n <= VENUE_MOST.heads))
		wrong.push({ field: 'heads', reason: 'bad-heads', detail: { max: VENUE_MOST.heads } });
	const said = sentence('note', note, VENUE_MOST.note, false);
	if (!said.ok) wrong.push(...said.refusals);
	return wrong.length || !said.ok ? refuse(...wrong) : accept({ heads: n, note: said.value });
}

/** Adds to a question that waits how many are expected, and a sentence. */
export const tellVenue = (db: Db, by: By, id: string, typed: VenueTold): Promise<Ruled<true>> =>
	write(db, async (tx) => {
		const found = await opened(tx, by, id, 'tell');
		if (!found.ok) return found;
		const told = toldOf(typed);
		if (!told.ok) return told;
		const { row, event } = found.value;
		await tx.update(venueRequests).set(told.value).where(eq(venueRequests.id, id));
		await record(tx, by, {
			...{ act: 'tell', noun: 'venues', id, title: event.titleZh },
			before: { heads: row.heads, note: row.note },
			after: told.value
		});
		return accept(true as const);
	});

/** Asks once more for the dates that are still wanted there and were not agreed; answers with the new question. */
export const askAgain = (
	db: Db,
	by: By,
	id: string,
	typed: VenueTold
): Promise<Ruled<{ id: string }>> =>
	write(db, async (tx) => {
		const found = await opened(tx, by, id, 'again');
		if (!found.ok) return found;
		const told = toldOf(typed);
		if (!told.ok) return told;
		const { event, venue } = found.value;
		const rows = await askedOf(tx, event.id, venue.id);
		if (rows.some(({ state }) => state === 'asked'))
			return refuse({ field: '', reason: 'still-open' });
		const content = await contentOf(tx, { noun: 'events', id: event.id }, event.head);
		const wanted = content && (await wantedBy(tx, event.id, content, by.now));
		const stand = venueStand(wanted?.placeId === venue.id ? wanted.spans : [], rows);
		const spans: VenueSpan[] = [...stand.declined, ...stand.fresh].sort((a, b) => a[0] - b[0]);
		if (!wanted || !spans.length) return refuse({ field: '', reason: 'nothing-wanted' });
		const { precision } = wanted;
		const then = await putQuestion(tx, by, { event, venue, spans, precision, ...told.value });
		await record(tx, by, {
			...{ act: 'ask-again', noun: 'venues', id: then.request, title: event.titleZh },
			after: { event: event.id, ...then, ...told.value }
		});
		return accept({ id: then.request });
	});
