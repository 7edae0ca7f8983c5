import type { Refusal } from '../../refusal';
import type { Bilingual } from '../../text';
import type { ObjectionGround, ObjectionKind, ObjectionState, PeriodKind } from './notice';

/** A notice that stands, as the office sees it. */
export interface Standing {
	id: string;
	ordinal: number;
	kind: PeriodKind;
	days: number;
	publishedAt: number;
	until: number;
	contact: Bilingual;
	note: Bilingual | null;
	finalAt: number | null;
	/** Who asked to make it final. */
	asked: { by: string; at: number; mine: boolean } | null;
	finalBy: string | null;
	total: number;
	/** Why it cannot be made final yet. */
	trouble: Refusal[];
}

/** An objection in the office’s list; nothing of who made it. */
export interface Objected {
	id: string;
	number: string;
	title: string;
	kind: ObjectionKind;
	ground: ObjectionGround;
	state: ObjectionState;
	/** Which notice it is about, from 1. */
	notice: number;
	receivedAt: number;
	/** `YYYY-MM-DD`: the last day to answer it, and whether that is over. */
	dueDay: string | null;
	late: boolean;
	decidedAt: number | null;
	/** When the fresh jurors have to be done; null where none judge. */
	due: number | null;
}

/** An entry with a prize, or shown already, as the office decides on showing its film. */
export interface Shows {
	id: string;
	number: string;
	title: string;
	prize: Bilingual | null;
	/** Its people agreed to its being shown. */
	agreed: boolean;
	film: boolean;
	shownAt: number | null;
}

/** An objection as the office has it open. */
export interface Sheet extends Pick<
	Objected,
	'id' | 'kind' | 'ground' | 'state' | 'receivedAt' | 'dueDay' | 'late' | 'decidedAt'
> {
	outcome: Bilingual | null;
	oldFigure: number | null;
	newFigure: number | null;
	forgetAt: number | null;
	entry: { id: string; number: string; title: string };
	/** Null after its date. */
	said: { name: string; liaison: string; phone: string; email: string; text: string } | null;
	/** Whether a letter came with it, and whether the scanner for malware keeps it from being opened. */
	letter: boolean;
	letterHeld: 'waiting' | 'found' | null;
	open: boolean;
	/** Jurors who could judge it again; null once it is decided. */
	fresh: number | null;
	/** How many judged the entry in the round, which is what is proposed. */
	usual: number;
	again: {
		roundId: string;
		state: string;
		closesAt: number | null;
		done: number;
		of: number;
		/** What they came to; null until their round is closed. */
		figure: number | null;
	} | null;
	/** What is decided on the entry now. */
	standing: { verdict: string; prize: Bilingual | null } | null;
	prizes: { id: string; title: Bilingual }[];
}
