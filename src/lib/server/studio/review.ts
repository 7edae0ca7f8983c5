import { markOf, warnings } from '$lib/domain/check/finding';
import type { Finding } from '$lib/domain/check/finding';
import type { By } from '$lib/domain/people/who';
import type { Refusal } from '$lib/domain/refusal';
import type { Noun } from '$lib/domain/studio/noun';
import { decide, numberOf, stepsOf } from '$lib/domain/studio/review';
import type { Deed, Given, Next, Thing } from '$lib/domain/studio/review';
import type { Act, State } from '$lib/domain/studio/state';
import type { ActDetail, Warned } from '$lib/domain/studio/trace';
import { record } from '../audit';
import { refusedDeed, refusedThing } from '../audit/refused';
import type { Db, Tx } from '../db/open';
import { afterCommit, write } from '../db/write';
import type { AskedThen } from '../venues/ask';
import { askedWith, placed } from './at-place';
import { checked } from './check';
import { ring } from './bell';
import { carryOut, note } from './effect';
import { contentOf, find } from './items';
import type { Item } from './items';
import { tellPublished, tellReturned, tellReviewers } from './tell';
import { thingOf } from './thing';
import { moveToTrash, refuseRestore, takeOut } from './trash';

/** What an act of review came to. */
export type Reviewed =
	| { ok: true; state: State; step: number; live: boolean }
	| { ok: false; missing: true }
	| { ok: false; refusals: Refusal[]; found?: Finding[] };

/** What comes with an act: the version seen, a comment, times, and the warnings confirmed. */
export interface Asked extends Given {
	/** `markOf` of the list of warnings that were ticked as seen. */
	seen?: string | undefined;
}

const deed =
	(deed: Deed) =>
	(db: Db, by: By, noun: Noun, id: string, asked: Asked): Promise<Reviewed> =>
		write(db, (tx) => reviewWithin(tx, by, deed, noun, id, asked));

/** Sends the newest version into review. */
export const submit = deed('submit');
/** Takes it out of review, or off its time, back to a draft. */
export const recall = deed('recall');
/** Passes the next step; the last one publishes, at once or at its time. */
export const approve = deed('approve');
/** Sends it back to its author, with a comment. */
export const sendBack = deed('return');
/** Changes the times of what waits for its time, or the end of what is public. */
export const schedule = deed('schedule');
/** Publishes at once what waits for its time. */
export const publish = deed('publish');
/** Takes out of the public at once, with a reason. */
export const withdraw = deed('withdraw');
/** Puts what the public does not see into the trash for thirty days. */
export const trash = deed('trash');
/** Takes it out of the trash as a draft. */
export const restoreFromTrash = deed('restore');

/** Refusals of what no page offers: somebody tried, and that is recorded. */
const beyond = new Set(['own-work', 'not-yours', 'not-your-step']);

/**
 * One act of review inside a transaction: reads the state anew, decides, checks, and writes tables,
 * trace, audit and mails. Refusals change nothing.
 */
export async function reviewWithin(
	tx: Tx,
	by: By,
	deed: Deed,
	noun: Noun,
	id: string,
	asked: Asked
): Promise<Reviewed> {
	const item = await find(tx, by.who, noun, id);
	if (!item) {
		await refusedThing(tx, by, noun, id, deed);
		return { ok: false, missing: true };
	}
	const { thing } = await thingOf(tx, item);
	const ruled = decide(thing, deed, by.who, asked, by.now);
	if (!ruled.ok) {
		const reason = ruled.refusals[0]!.reason;
		if (beyond.has(reason))
			await refusedDeed(tx, by, { noun, id, title: item.titleZh }, deed, reason);
		return ruled;
	}
	const next = ruled.value;

	const warned: Warned[] = [];
	if (deed === 'submit' || deed === 'approve' || next.effect === 'put') {
		const stopped = await stop(tx, item, asked.seen, warned);
		if (stopped) return stopped;
	}
	const submitter = thing.round?.submitter ?? null;
	const { refusals, leave } = await placed(tx, by, { deed, item, next, submitter });
	if (refusals.length) return { ok: false, refusals };
	if (deed === 'restore') {
		const refusals = await refuseRestore(tx, item);
		if (refusals.length) return { ok: false, refusals };
		await takeOut(tx, item);
	}
	if (deed === 'trash') {
		const refusals = await moveToTrash(tx, item, by.now);
		if (refusals.length) return { ok: false, refusals };
	}
	await carryOut(tx, item, next, by.now);
	const venue = await askedWith(tx, by, deed, item, leave);
	await trace(tx, by, deed, item, thing, next, asked, { warned, venue });
	await tell(tx, by, deed, item, thing, next);
	afterCommit(ring);
	return { ok: true, state: next.state, step: next.step, live: next.live };
}

/** What the checks refuse, or ask to confirm; fills `warned` with what was confirmed. */
async function stop(
	tx: Tx,
	item: Item,
	seen: string | undefined,
	warned: Warned[]
): Promise<Reviewed | null> {
	const content = await contentOf(tx, item, item.head);
	if (!content) return { ok: false, missing: true };
	const { found, refusals } = await checked(tx, item.noun, item.id, content);
	const asks = warnings(found);
	if (refusals.length || asks.length < found.length)
		return { ok: false, refusals: [{ field: '', reason: 'checks' }, ...refusals], found };
	if (asks.length && seen !== markOf(found))
		return { ok: false, refusals: [{ field: 'seen', reason: 'unconfirmed' }], found };
	warned.push(...asks.map(({ check, field }) => ({ check, field })));
	return null;
}

/** Lines of the trace, and the one record of the audit. */
async function trace(
	tx: Tx,
	by: By,
	deed: Deed,
	item: Item,
	thing: Thing,
	next: Next,
	asked: Asked,
	{ warned, venue }: { warned: Warned[]; venue: AskedThen | null }
): Promise<void> {
	const number = numberOf(thing, deed);
	const { comment } = next;
	const confirmed: ActDetail = warned.length ? { warned } : {};
	const times = { publishAt: next.publishAt, expireAt: ends(thing, asked) };
	const acts: [Act, ActDetail, number][] = [];
	if (deed === 'submit')
		acts.push([
			'submit',
			{
				steps: thing.steps,
				publishAt: asked.publishAt ?? null,
				expireAt: asked.expireAt === undefined ? inherited(item, asked, by.now) : asked.expireAt,
				...confirmed
			},
			0
		]);
	else if (deed === 'approve') {
		acts.push(['approve', confirmed, thing.step + 1]);
		if (next.state === 'scheduled') acts.push(['schedule', times, 0]);
		if (next.effect === 'put') acts.push(['publish', end(next), 0]);
	} else if (deed === 'schedule' && next.effect === 'put') acts.push(['publish', confirmed, 0]);
	else if (deed === 'schedule')
		acts.push(['schedule', thing.state === 'scheduled' ? times : { expireAt: next.expireAt }, 0]);
	else acts.push([deed, confirmed, deed === 'return' ? thing.step + 1 : 0]);
	for (const [index, [act, detail, step]] of acts.entries())
		await note(tx, item, by, act, {
			number,
			step,
			comment: index === 0 ? comment : null,
			detail
		});
	await record(tx, by, {
		act: acts[acts.length - 1]![0],
		noun: item.noun,
		id: item.id,
		title: item.titleZh,
		before: { state: item.state, step: item.step, live: item.live !== null },
		after: {
			state: next.state,
			step: next.step,
			live: next.live,
			version: number,
			...(next.publishAt === null ? {} : { publishAt: next.publishAt }),
			...(next.expireAt === null ? {} : { expireAt: next.expireAt }),
			...(warned.length ? { warned } : {}),
			...(venue ? { venue } : {})
		},
		...(comment ? { why: comment } : {})
	});
}

/** A new version ends when the public one would, unless it only begins after that. */
const inherited = ({ expireAt }: Item, { publishAt }: Asked, now: number): number | null =>
	expireAt !== null && expireAt > Math.max(now, publishAt ?? 0) ? expireAt : null;
const end = ({ expireAt }: Next): ActDetail => (expireAt === null ? {} : { expireAt });
const ends = ({ round }: Thing, { expireAt }: Asked) =>
	expireAt === undefined ? (round?.expireAt ?? null) : expireAt;

/** Mails to those who go on with it, and to those whose work it is. */
async function tell(
	tx: Tx,
	by: By,
	deed: Deed,
	item: Item,
	thing: Thing,
	next: Next
): Promise<void> {
	const { round, writers } = thing;
	const own = new Set(writers);
	if (deed === 'submit' && by.who) own.add(by.who.id);
	else if (round?.submitter) own.add(round.submitter);
	if (next.state === 'review' && (deed === 'submit' || deed === 'approve')) {
		const steps = deed === 'submit' ? thing.steps : stepsOf(thing);
		const passed = deed === 'submit' ? [] : [...(round?.passed ?? []), by.who?.id ?? null];
		const except = new Set([...own, ...passed.filter((one): one is string => one !== null)]);
		await tellReviewers(tx, item, next.step + 1, steps, except, by.now);
	}
	const authors = new Set([...own].filter((id) => id !== by.who?.id));
	if (deed === 'return') await tellReturned(tx, item, authors, () => next.comment ?? '', by.now);
	if (next.effect === 'put') await tellPublished(tx, item, authors, by.now);
}
