import type { AiKind } from './plan';

/** Somebody of the crew. Only what the edition asks; born only as far as needed to know who is a minor. */
export interface CrewMember {
	id: string;
	name: string;
	/** Id of a role in the plan. */
	role: string;
	/** Somebody under fourteen needs a guardian’s consent; under eighteen is told to the office. */
	age: 'adult' | 'under-18' | 'under-14';
	guardian: { name: string; phone: string; consent: boolean } | null;
}

/** How the office reaches the people of an entry. */
interface Contact {
	name: string;
	phone: string;
	email: string;
	address: string | null;
}

export type Answer = string | number | boolean | string[] | null;

/** Everything the people of an entry write. */
export interface EntryContent {
	title: string;
	titleEn: string | null;
	synopsis: string;
	synopsisEn: string | null;
	/** Day the film was finished, `YYYY-MM-DD`. */
	madeOn: string | null;
	town: string | null;
	unit: string | null;
	crew: CrewMember[];
	contact: Contact | null;
	/** By id of the question; answers of kind `file` are entry files. */
	answers: Record<string, Answer>;
	/** Null until said; an empty list says that no AI was used. */
	ai: { kinds: AiKind[]; note: string | null } | null;
	/** Keys of statements agreed to in the draft; bound to their wording when it is submitted. */
	agreed: string[];
	/** Whether the film may be shown to the public after the results. */
	showing: boolean;
}

/** A draft as it is opened. */
export const emptyEntry: EntryContent = {
	title: '',
	titleEn: null,
	synopsis: '',
	synopsisEn: null,
	madeOn: null,
	town: null,
	unit: null,
	crew: [],
	contact: null,
	answers: {},
	ai: null,
	agreed: [],
	showing: false
};

/** The parts of the form, in the order they are asked. */
export const entrySteps = ['work', 'crew', 'contact', 'materials', 'statements', 'check'] as const;
export type EntryStep = (typeof entrySteps)[number];

export const isEntryStep = (text: string): text is EntryStep =>
	entrySteps.includes(text as EntryStep);

/** What each part of the form writes. */
export const stepFields: Record<EntryStep, readonly (keyof EntryContent)[]> = {
	work: ['title', 'titleEn', 'synopsis', 'synopsisEn', 'madeOn', 'town', 'unit', 'answers'],
	crew: ['crew'],
	contact: ['contact'],
	materials: [],
	statements: ['ai', 'agreed', 'showing'],
	check: []
};

/** Longest texts in characters. A longer one is kept in a draft, so that nothing is lost, and named. */
export const entryLimits = {
	title: 60,
	titleEn: 120,
	synopsis: 600,
	synopsisEn: 1500,
	unit: 60,
	name: 40,
	phone: 24,
	email: 254,
	address: 120,
	note: 500,
	answer: 2000,
	crew: 40
} as const;

/** So many times the limit a draft keeps; what is longer is no text of a person. */
export const KEPT_TIMES = 10;

/** Towns outside the portal’s own district. */
export const ELSEWHERE = 'elsewhere';
