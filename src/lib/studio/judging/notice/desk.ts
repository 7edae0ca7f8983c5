import type {
	ObjectionGround,
	ObjectionKind,
	ObjectionState,
	PeriodKind
} from '$lib/domain/judging/notice/notice';
import type { Refusal } from '$lib/domain/refusal';
import type { Bilingual } from '$lib/domain/text';

/** What the archive tells the page of notices, as it arrives in the browser. */
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
	asked: { by: string; at: number; mine: boolean } | null;
	finalBy: string | null;
	total: number;
	trouble: Refusal[];
}

export interface Objected {
	id: string;
	number: string;
	title: string;
	kind: ObjectionKind;
	ground: ObjectionGround;
	state: ObjectionState;
	notice: number;
	receivedAt: number;
	dueDay: string | null;
	late: boolean;
	decidedAt: number | null;
	due: number | null;
}

export interface Shows {
	id: string;
	number: string;
	title: string;
	prize: Bilingual | null;
	agreed: boolean;
	film: boolean;
	shownAt: number | null;
}
