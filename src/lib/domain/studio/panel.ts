import type { Finding } from '../check/finding';
import type { VenueStand } from '../events/venue';
import type { TimePrecision } from '../events/when';
import type { Refusal } from '../refusal';
import type { Bilingual } from '../text';
import type { Noun } from './noun';
import type { Deed, Hindrance } from './review';
import type { Act, State } from './state';
import type { ActDetail } from './trace';

/** A name as the trace shows it; empty for one who is no more, null for the portal itself. */
export type Name = string | null;

/** One line of the trace of a thing: an act of review, or a saved version. */
export interface Told {
	act: Act | 'save';
	number: number;
	/** Step of review from 1, and of how many; 0 outside of the steps. */
	step: number;
	steps: number;
	by: Name;
	comment: string | null;
	detail: ActDetail | null;
	at: number;
}

/** How far the place of an event is agreed with those who answer for it. */
export interface VenuePanel {
	place: Bilingual;
	precision: TimePrecision;
	stand: VenueStand;
	/** The newest question; null before the first. */
	request: { id: string; why: string | null; overridden: boolean } | null;
}

/** All that the review of a thing shows to one person. */
export interface Panel {
	noun: Noun;
	id: string;
	title: Bilingual;
	/** Its public page, null while there is none. */
	address: string | null;
	state: State;
	/** Steps passed, and of how many. */
	step: number;
	steps: number;
	/** Who passed which step of the present round, in order. */
	passed: { by: Name; at: number; comment: string | null }[];
	submitted: { by: Name; at: number; comment: string | null } | null;
	head: number;
	liveNumber: number;
	/** Since when the public sees it; null when it does not. */
	live: number | null;
	publishAt: number | null;
	expireAt: number | null;
	/** When it is gone for good, for a thing in the trash. */
	goneAt: number | null;
	/** For each deed null if this person may do it now, else why not. */
	hindered: Record<Deed, Hindrance | null>;
	/** The number each deed must carry: the version this person sees. */
	numbers: Record<Deed, number>;
	/** What the checks say of the newest version; null where nothing is to be decided. */
	checked: { found: Finding[]; refusals: Refusal[]; mark: string } | null;
	/** Null for what takes place nowhere, and where nobody needs to be asked. */
	venue: VenuePanel | null;
	/** Newest first. */
	trace: Told[];
	now: number;
}
