import { mayReview, mayTrash, mayWithdraw, mayWrite } from '../people/may';
import type { Standing } from '../people/may';
import type { Who } from '../people/who';
import { accept, refuse } from '../refusal';
import type { Refusal, Ruled } from '../refusal';
import type { Act, State } from './state';
import { refuseTimes } from './times';
import type { Round } from './trace';

/** Fewest, usual and most steps of review (三审三校). */
export const stepLimits = { least: 1, usual: 3, most: 5 } as const;
/** Fewest, usual and most days a review may take before it is marked as overdue. */
export const dayLimits = { least: 1, usual: 3, most: 60 } as const;
/** Longest comment, in UTF-16 units. */
const COMMENT_LIMIT = 2000;

/** A thing as its review sees it. */
export interface Thing {
	standing: Standing;
	/** State of the newest version. */
	state: State;
	/** Steps the newest version has passed in its round. */
	step: number;
	live: boolean;
	head: number;
	liveNumber: number;
	trashed: boolean;
	expireAt: number | null;
	/** The round it is in, or was in last. */
	round: Round | null;
	/** Everybody whose work the newest version holds. */
	writers: ReadonlySet<string>;
	/** Steps a round begun now takes. */
	steps: number;
}

/** What somebody may do by hand; expiry is the clock’s alone. */
export const deeds = [
	'submit',
	'recall',
	'approve',
	'return',
	'schedule',
	'publish',
	'withdraw',
	'trash',
	'restore'
] as const satisfies readonly Act[];
export type Deed = (typeof deeds)[number];

/** Why somebody may not do something now. */
export type Hindrance =
	| 'state'
	| 'not-live'
	| 'still-live'
	| 'in-trash'
	| 'not-in-trash'
	| 'not-yours'
	| 'not-your-step'
	| 'own-work'
	| 'step-done';

const editable: readonly State[] = ['draft', 'withdrawn', 'expired'];

/** Steps of the round a thing is in; of the next one outside of a review. */
export const stepsOf = ({ state, round, steps }: Thing): number =>
	round && (state === 'review' || state === 'scheduled') ? round.steps : steps;

/** The version an act speaks of: what the public sees, or the newest. */
export const numberOf = ({ state, live, head, liveNumber }: Thing, deed: Deed): number =>
	deed === 'withdraw' || (deed === 'schedule' && live && state !== 'scheduled') ? liveNumber : head;

/** Why this person may not do this to this thing now; null when they may. */
export function hindrance(thing: Thing, deed: Deed, who: Who | null): Hindrance | null {
	const { state, standing, live, round } = thing;
	if (deed === 'restore')
		return !thing.trashed ? 'not-in-trash' : mayTrash(who, standing) ? null : 'not-yours';
	if (thing.trashed) return 'in-trash';
	const steps = stepsOf(thing);
	switch (deed) {
		case 'submit':
			return !editable.includes(state) ? 'state' : mayWrite(who, standing) ? null : 'not-yours';
		case 'recall':
			if (state !== 'review' && state !== 'scheduled') return 'state';
			return mayWrite(who, standing) || (state === 'scheduled' && mayReview(who, steps, steps))
				? null
				: 'not-yours';
		case 'approve':
		case 'return':
			if (state !== 'review') return 'state';
			if (!mayReview(who, thing.step + 1, steps)) return 'not-your-step';
			if (isOwn(thing, who)) return 'own-work';
			return round?.passed.includes(who!.id) ? 'step-done' : null;
		case 'publish':
			if (state !== 'scheduled') return 'state';
			if (!mayReview(who, steps, steps)) return 'not-your-step';
			return isOwn(thing, who) ? 'own-work' : null;
		case 'schedule':
			if (state !== 'scheduled' && !live) return 'state';
			if (state !== 'scheduled') return mayWithdraw(who) ? null : 'not-yours';
			if (!mayReview(who, steps, steps)) return 'not-your-step';
			return isOwn(thing, who) ? 'own-work' : null;
		case 'withdraw':
			return !live ? 'not-live' : mayWithdraw(who) ? null : 'not-yours';
		case 'trash':
			if (live) return 'still-live';
			return !editable.includes(state) ? 'state' : mayTrash(who, standing) ? null : 'not-yours';
	}
}

/** Whether the newest version is somebody’s own work: they wrote in it, or submitted it. */
const isOwn = ({ writers, round, state }: Thing, who: Who | null): boolean =>
	!!who &&
	(writers.has(who.id) ||
		((state === 'review' || state === 'scheduled') && round?.submitter === who.id));

/** What comes with an act. */
export interface Given {
	/** Number of the version the person saw. */
	number: number;
	comment?: string | undefined;
	/** Milliseconds since the epoch; null for at once (never, for the end); undefined for as it was. */
	publishAt?: number | null | undefined;
	expireAt?: number | null | undefined;
}

/** Where a thing stands after an act. */
export interface Next {
	state: State;
	step: number;
	live: boolean;
	publishAt: number | null;
	expireAt: number | null;
	/** What happens to the public’s tables. */
	effect: 'put' | 'withdraw' | null;
	/** Comment as it is kept. */
	comment: string | null;
}

/**
 * What an act makes of a thing, or why not. A withdrawal keeps a newer draft, and a review of it
 * goes on; but what was waiting for its time falls back to a draft, so that nothing that was just
 * withdrawn comes back by itself.
 */
export function decide(
	thing: Thing,
	deed: Deed,
	who: Who | null,
	given: Given,
	now: number
): Ruled<Next> {
	const hindered = hindrance(thing, deed, who);
	if (hindered) return refuse({ field: '', reason: hindered });
	if (given.number !== numberOf(thing, deed)) return refuse({ field: '', reason: 'stale' });
	const comment = given.comment?.trim() || null;
	const refusals = [...refuseComment(deed, comment), ...refuseTimes(thing, deed, given, now)];
	if (refusals.length) return refuse(...refusals);

	const { state, step, live, round } = thing;
	const planned = {
		publishAt: given.publishAt === undefined ? (round?.publishAt ?? null) : given.publishAt,
		expireAt: given.expireAt === undefined ? (round?.expireAt ?? null) : given.expireAt
	};
	const same: Next = {
		state,
		step,
		live,
		publishAt: state === 'scheduled' ? planned.publishAt : null,
		expireAt: thing.expireAt,
		effect: null,
		comment
	};
	const still = { ...same, publishAt: null };
	const published: Next = {
		...still,
		state: 'published',
		live: true,
		expireAt: planned.expireAt,
		effect: 'put'
	};
	switch (deed) {
		case 'submit':
			return accept({ ...still, state: 'review', step: 0 });
		case 'recall':
		case 'return':
			return accept({ ...still, state: 'draft', step: 0 });
		case 'approve': {
			const passed = step + 1;
			if (passed < stepsOf(thing)) return accept({ ...still, step: passed });
			return planned.publishAt !== null && planned.publishAt > now
				? accept({ ...still, state: 'scheduled', step: passed, publishAt: planned.publishAt })
				: accept({ ...published, step: passed });
		}
		case 'publish':
			return accept(published);
		case 'schedule':
			if (state !== 'scheduled') return accept({ ...same, expireAt: given.expireAt ?? null });
			return planned.publishAt === null ? accept(published) : accept(same);
		case 'withdraw':
			return accept({
				...still,
				state: state === 'published' ? 'withdrawn' : state === 'scheduled' ? 'draft' : state,
				step: state === 'review' ? step : 0,
				live: false,
				expireAt: null,
				effect: 'withdraw'
			});
		case 'trash':
			return accept(still);
		case 'restore':
			return accept({ ...still, state: 'draft', step: 0 });
	}
}

function refuseComment(deed: Deed, comment: string | null): Refusal[] {
	if (!comment && (deed === 'return' || deed === 'withdraw'))
		return [
			{ field: 'comment', reason: deed === 'return' ? 'comment-required' : 'reason-required' }
		];
	if (comment && comment.length > COMMENT_LIMIT)
		return [
			{
				field: 'comment',
				reason: 'too-long',
				detail: { limit: COMMENT_LIMIT, length: comment.length }
			}
		];
	return [];
}

/** Where a step stands among all: names follow from it (初审、复审、终审). */
export function place(step: number, steps: number): 'first' | 'between' | 'last' {
	return step >= steps ? 'last' : step <= 1 ? 'first' : 'between';
}
