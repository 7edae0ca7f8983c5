/** How the question whether an event may take place at somebody’s place stands. */
export const venueStates = ['asked', 'granted', 'partly', 'declined', 'withdrawn'] as const;
export type VenueState = (typeof venueStates)[number];

/** A date at a place: its start and its exclusive end, ms; null where no end is known. */
export type VenueSpan = [startsAt: number, endsAt: number | null];

/** What the law reads of a question. */
interface VenueAsked {
	state: VenueState;
	spans: readonly VenueSpan[];
	granted: readonly VenueSpan[];
}

/** Longest sentence of either side, and most heads that can be announced. */
export const VENUE_MOST = { why: 300, note: 300, heads: 99_999 } as const;

const HOUR = 3_600_000;
/** A date without a known end is taken as an hour, as it is where dates clash. */
export const venueEnd = ([startsAt, endsAt]: VenueSpan): number => endsAt ?? startsAt + HOUR;

/** Whether a date lies within dates that were agreed: a shorter one need not be asked again. */
const covered = (span: VenueSpan, agreed: readonly VenueSpan[]): boolean =>
	agreed.some((one) => one[0] <= span[0] && venueEnd(span) <= venueEnd(one));

/** How each of the dates wanted stands. */
export interface VenueStand {
	granted: VenueSpan[];
	/** Asked and not answered. */
	open: VenueSpan[];
	/** Answered with no, and not asked again. */
	declined: VenueSpan[];
	/** Never asked. */
	fresh: VenueSpan[];
}

/**
 * How the dates wanted at a place stand after all that was asked and answered.
 * @param asked questions of one event to one place, oldest first
 */
export function venueStand(wanted: readonly VenueSpan[], asked: readonly VenueAsked[]): VenueStand {
	const stand: VenueStand = { granted: [], open: [], declined: [], fresh: [] };
	const agreed = asked.flatMap(({ granted }) => granted);
	for (const span of wanted) {
		const last = asked.findLast(
			({ state, spans }) => state !== 'withdrawn' && covered(span, spans)
		);
		const where = covered(span, agreed)
			? 'granted'
			: !last
				? 'fresh'
				: last.state === 'asked'
					? 'open'
					: 'declined';
		stand[where].push(span);
	}
	return stand;
}

/** Why an event cannot be public at a place; null when every date is agreed. */
export const venueLack = ({ open, declined, fresh }: VenueStand) =>
	declined.length
		? { reason: 'venue-declined', spans: declined }
		: open.length
			? { reason: 'venue-open', spans: open }
			: fresh.length
				? { reason: 'venue-unasked', spans: fresh }
				: null;

/** What is done to a question, and by which side of it. */
export const venueDeeds = ['grant', 'decline', 'override', 'withdraw', 'again', 'tell'] as const;
export type VenueDeed = (typeof venueDeeds)[number];

/** What somebody is to a question. */
export interface VenueSides {
	/** Manages the place, or answers for one that nobody manages. */
	host: boolean;
	/** Asked, or may write the event. */
	asker: boolean;
	/** May decide over the manager’s head. */
	operator: boolean;
}

/** Why somebody may not do this to a question now; null when they may. */
export function againstVenue(
	deed: VenueDeed,
	{ host, asker, operator }: VenueSides,
	state: VenueState
): 'not-yours' | 'withdrawn' | 'answered' | 'still-open' | null {
	const side =
		deed === 'grant' || deed === 'decline' ? host : deed === 'override' ? operator : asker;
	if (!side) return 'not-yours';
	if (deed === 'again')
		return state === 'asked' ? 'still-open' : state === 'granted' ? 'answered' : null;
	if (state === 'withdrawn') return 'withdrawn';
	if (deed === 'override') return state === 'granted' ? 'answered' : null;
	return state === 'asked' ? null : 'answered';
}

/** The shelves of the inbox. */
export const venueShelves = ['waiting', 'sent', 'others', 'over'] as const;
export type VenueShelf = (typeof venueShelves)[number];

/** What an address of the inbox asks for. */
export interface VenueQuery {
	shelf: VenueShelf;
	page: number;
}

/** Reads the address of the inbox; what makes no sense is the first page of what waits. */
export function parseVenues(params: URLSearchParams): VenueQuery {
	const page = Number(params.get('page'));
	return {
		shelf: venueShelves.find((one) => one === params.get('show')) ?? 'waiting',
		page: Number.isInteger(page) && page >= 1 && page <= 9999 ? page : 1
	};
}

/** The query of an address that asks for this; empty for the first page of what waits. */
export function formatVenues({ shelf, page }: VenueQuery): string {
	const params = new URLSearchParams();
	if (shelf !== 'waiting') params.set('show', shelf);
	if (page > 1) params.set('page', String(page));
	const text = params.toString();
	return text && `?${text}`;
}
