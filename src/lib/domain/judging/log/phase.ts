/** Ends of phases at which a signed checkpoint goes to every juror. */
export const phases = [
	'sealed',
	'opened',
	'closed',
	'released',
	'notice',
	'final',
	/** At the office’s word, in between or afterwards. */
	'interim'
] as const;
export type Phase = (typeof phases)[number];

/** Kinds of records that are the judging log of an edition, each with the letter a mark knows it by. */
export const logNouns = {
	phases: 'p',
	rounds: 'r',
	jurors: 'j',
	conflicts: 'c',
	tasks: 't',
	scores: 's',
	prizes: 'z',
	decisions: 'd',
	notices: 'n',
	objections: 'o',
	certificates: 'e',
	stages: 'g'
} as const;
export type LogNoun = keyof typeof logNouns;

/** Kinds that stay closed in the public file: they speak of ties and of people outside the jury. */
export const closedNouns: readonly LogNoun[] = [
	'jurors',
	'conflicts',
	'objections',
	'certificates'
];

/** What the record of a mark says under `after`; all of it is chained and signed. */
export interface Mark {
	edition: string;
	/** Null where it is about the whole edition. */
	round: string | null;
	phase: Phase;
	/** 1 for the first mark of the edition. */
	mark: number;
	/** How many records of the edition's log stand before it. */
	records: number;
	/** RFC 6962 root over the leaf hashes of just those, hexadecimal. */
	root: string;
	/** SHA-256 of the facts, hexadecimal. */
	facts: string;
	/** SHA-256 of the published rule of the round; null for the whole edition. */
	rule: string | null;
}

/** How a score stood: task, entry, juror, kind, revision, ten-thousandths of a point, state. */
type Standing = [
	task: string,
	entry: string,
	juror: string,
	kind: string,
	revision: number,
	total: number | null,
	state: string
];

/**
 * How things stood at a mark, as canonical JSON. Its hash stands in the mark from the first moment;
 * the text is given out only when the results are, and until then the nonce keeps it from being guessed.
 */
export interface Facts {
	nonce: string;
	/** One letter for each record of the log before the mark; a capital one in a round for an objection. */
	kinds: string;
	round: string | null;
	ordinal: number | null;
	seed: string | null;
	/** The field: entry, blind code, category, channel, town. */
	field: [entry: string, code: string, category: string, channel: string, town: string | null][];
	/** Jurors and how they are called where names do not stand. */
	jurors: [juror: string, label: string][];
	/** Of a closed or released round. */
	scores: Standing[];
	/** Of a released round: entry, verdict, prize, origin, place, ten-thousandths of a point. */
	results: [
		entry: string,
		verdict: string,
		prize: string | null,
		origin: string,
		place: number | null,
		figure: number | null
	][];
}
