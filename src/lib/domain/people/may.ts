import type { Noun } from '../studio/noun';
import { is, isStaff } from './who';
import type { Scope, Who } from './who';

/** What a rule needs to know of a thing: what it is and what scopes it lies in. */
export interface Standing {
	noun: Noun;
	/** Null for a thing not made yet. */
	id: string | null;
	town: string | null;
	placeId: string | null;
	organization: string | null;
}

/** Nouns a manager writes within the own scope; honours, documents and bases are the office’s. */
export const managed: readonly Noun[] = ['places', 'events', 'articles'];

/** Signed in with all this role asks for: staff without a second factor may go nowhere. */
const works = (who: Who | null): who is Who => isStaff(who) && who!.strong;

/** The scopes a person manages. */
export const scopesOf = (who: Who | null): Scope[] =>
	who?.grants.flatMap(({ role, scope }) => (role === 'manager' && scope ? [scope] : [])) ?? [];

const covers = (scope: Scope, thing: Standing): boolean =>
	scope.kind === 'town'
		? thing.town === scope.id
		: scope.kind === 'organization'
			? thing.organization === scope.id
			: thing.placeId === scope.id;

/** Whether a thing lies in what somebody manages. */
export const manages = (who: Who | null, thing: Standing): boolean =>
	managed.includes(thing.noun) && scopesOf(who).some((scope) => covers(scope, thing));

/** Whether somebody works for the whole office rather than for one scope. */
export const isOffice = (who: Who | null): boolean =>
	works(who) && (is(who, 'editor') || is(who, 'approver') || is(who, 'operator'));

/** Enters the studio. */
export const mayWork = (who: Who | null): boolean => works(who);

/** Changes a thing that stands. */
export const mayWrite = (who: Who | null, thing: Standing): boolean =>
	works(who) && (is(who, 'editor') || is(who, 'operator') || manages(who, thing));

/** Whether somebody may make things of a noun at all; where, {@link mayWrite} says. */
export const mayCreate = (who: Who | null, noun: Noun): boolean =>
	works(who) &&
	(is(who, 'editor') ||
		is(who, 'operator') ||
		(managed.includes(noun) &&
			scopesOf(who).some(({ kind }) => noun !== 'places' || kind !== 'place')));

/**
 * Reviews the given step of all: editors the first of several, approvers any, operators the last.
 * That it is never the own work and never two steps, the review itself decides.
 */
export const mayReview = (who: Who | null, step: number, steps: number): boolean =>
	works(who) &&
	(is(who, 'approver') ||
		(is(who, 'editor') && step === 1 && steps > 1) ||
		(is(who, 'operator') && step === steps));

/** Takes something out of the public at once, leaving a trace and a reason. */
export const mayWithdraw = (who: Who | null): boolean =>
	works(who) && (is(who, 'approver') || is(who, 'operator') || is(who, 'editor'));

/** Puts things into the trash and takes them out. */
export const mayTrash = mayWrite;

/** Sends a table through the importer. */
export const mayImport = (who: Who | null): boolean =>
	works(who) && (is(who, 'editor') || is(who, 'operator'));

/** Uses the media library. */
export const mayUpload = (who: Who | null): boolean =>
	works(who) && (is(who, 'editor') || is(who, 'operator') || is(who, 'manager'));

/** Sees the board of content health. */
export const maySeeHealth = isOffice;

/** Changes site settings, menus, templates and the calendar; sees the outbox. */
export const mayConfigure = (who: Who | null): boolean => works(who) && is(who, 'operator');

/** Gives and takes roles, invites and disables people. */
export const mayManagePeople = mayConfigure;

/** Reads the whole audit. */
export const mayAudit = mayConfigure;

/** Sets up contests and editions, checks entries, sees films and the work behind them. */
export const mayOrganize = (who: Who | null): boolean =>
	works(who) && (is(who, 'organizer') || is(who, 'operator'));

/** Works for the whole office where groups are received; a manager does so for places of the own scope. */
export const mayReceiveAll = mayOrganize;

/** Receives groups at places, the whole office’s or the own. */
export const mayReceive = (who: Who | null): boolean =>
	mayReceiveAll(who) || (works(who) && scopesOf(who).length > 0);

/** Sets up how one signs up for events at all, and their doors; of which events, {@link mayRunEvent} says. */
export const mayRunEvents = mayReceive;

/**
 * Sets up how one signs up for an event and its door, sees who signed up and writes to them: the whole
 * office’s organizers, and whoever manages its town, place or unit. Writing texts for the portal is no
 * reason to read names.
 */
export const mayRunEvent = (who: Who | null, event: Standing): boolean =>
	mayOrganize(who) || (works(who) && manages(who, event));

/**
 * Answers whether events of others may take place at a place: whoever manages it; where nobody does,
 * those who receive for the whole office.
 */
export const mayLend = (who: Who | null, place: Standing, managed: boolean): boolean =>
	managed ? works(who) && manages(who, place) : mayReceiveAll(who);

/** Holds an event at a place without asking: its managers, and the office where nobody else looks after it. */
export const mayOccupy = (who: Who | null, place: Standing, managed: boolean): boolean =>
	works(who) && (manages(who, place) || (!managed && (isOffice(who) || mayReceiveAll(who))));

/** Decides over the head of a place’s manager, and says why. */
export const mayOverrideVenue = mayConfigure;

/** Opens the jury’s desk; which works are theirs, the assignment says. */
export const mayJudge = (who: Who | null): boolean => is(who, 'juror');

/** Recommends entries of units: the office for its district, a manager for the own town or organization. */
export const mayRecommend = (who: Who | null): boolean =>
	mayOrganize(who) ||
	(works(who) && scopesOf(who).some(({ kind }) => kind === 'town' || kind === 'organization'));

/** Reads what citizens reported. */
export const mayReadCorrections = (who: Who | null): boolean =>
	works(who) && (is(who, 'editor') || is(who, 'operator'));

/** Keeps posters and numbers of stamps, and hands out booklets: the office, a manager for the own places. */
export const mayStamp = (who: Who | null): boolean =>
	works(who) && (is(who, 'editor') || is(who, 'operator') || scopesOf(who).length > 0);

/** Sets up stamp books. */
export const mayKeepBooks = (who: Who | null): boolean =>
	works(who) && (is(who, 'editor') || is(who, 'operator'));

/** How long a proof of password or factor stays fresh, in milliseconds. */
export const FRESH = 10 * 60_000;

/** Proved who they are a moment ago, as sensitive acts ask for. */
export const hasProved = (who: Who | null, now: number): boolean =>
	!!who && now - who.provedAt <= FRESH && now >= who.provedAt - 60_000;
