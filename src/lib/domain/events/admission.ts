import type { Bilingual } from '../text';

/** How places are given: in order of sign-up, or by a verifiable draw (摇号) after the sign-up closed. */
export const admissionModes = ['order', 'draw'] as const;
type AdmissionMode = (typeof admissionModes)[number];

/** What a sign-up must leave so that it can be answered. */
export const contactRules = ['either', 'mail', 'phone'] as const;
export type ContactRule = (typeof contactRules)[number];

/** A question of the organizer; answers are personal data and go with the sign-up. */
export interface Question {
	/** Lower-case letters, digits and hyphens; never changed once somebody answered. */
	id: string;
	label: Bilingual;
	kind: 'line' | 'choice' | 'yes';
	options: Bilingual[];
	required: boolean;
}

/** A row of a seat plan: seats `from`…`to` without those missing. */
export interface SeatRow {
	row: string;
	from: number;
	to: number;
	missing: number[];
}

/** A part of the hall with a number of its own; with rows it is a seat plan. */
export interface Zone {
	id: string;
	name: Bilingual;
	capacity: number;
	rows: SeatRow[];
}

/** How one signs up for the dates of an event. Times before the start are minutes. */
export interface Admission {
	mode: AdmissionMode;
	/** Heads per date; with zones the sum of theirs. */
	capacity: number;
	/** Empty for free seating. */
	zones: Zone[];
	/** Heads in one sign-up, and sign-ups by one contact for one date. */
	mostHeads: number;
	perContact: number;
	/** Milliseconds since the epoch; null: from its publication. */
	opensAt: number | null;
	/** Minutes before the start after which nobody signs up, and after which nobody cancels. */
	closesBefore: number;
	cancelBefore: number;
	/** Whether a waiting list is kept, and how many minutes an offer from it stands. */
	waiting: boolean;
	/**
	 * Whether seats that the first of the list cannot use go to the next who can. Off, nobody is
	 * passed over: a school class keeps its turn while single seats fall free before it.
	 */
	fillGaps: boolean;
	offerMinutes: number;
	contact: ContactRule;
	questions: Question[];
	/** Hours before the start at which a reminder goes out. */
	reminders: number[];
	/** Days after the last date on which personal data of its sign-ups is deleted. */
	keepDays: number;
}
