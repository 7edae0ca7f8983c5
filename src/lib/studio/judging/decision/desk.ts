import type { Refusal } from '$lib/domain/refusal';

/** What the archive tells the page of decisions, as it arrives in the browser. */
export interface Desk {
	round: {
		id: string;
		state: string;
		releasedAt: number | null;
		decides: 'rule' | 'committee';
		title: Title;
	};
	last: boolean;
	prizes: { id: string; title: Title; most: number; each: boolean }[];
	categories: { id: string; title: Title }[];
	precheck: {
		entries: number;
		verdicts: Record<'advance' | 'stop' | 'award', number>;
		prizes: Record<string, number>;
		vacancies: { prize: string; places: number }[];
		open: string[];
		differing: string[];
		mails: number;
		silent: string[];
		trouble: Refusal[];
	};
	lines: Line[];
	notes: Note[];
}

interface Title {
	zh: string;
	en?: string | null | undefined;
}

export interface Line {
	id: string;
	number: string;
	title: string;
	category: string;
	place: number;
	shared: boolean;
	figure: number | null;
	tie: string | null;
	verdict: 'advance' | 'stop' | 'award' | null;
	prize: string | null;
	decided: { verdict: string; prize: string | null; origin: string; why: string | null } | null;
}

export interface Note {
	id: string;
	entry: { id: string; title: string } | null;
	by: string | null;
	text: string;
	at: number;
}
