import type { Sheet } from '../sheet';

/** What is given out of a round so that anybody can reckon it again: rule and scores, no names. */
export interface TallyFile {
	format: 'liantu scores 1';
	/** Contest and edition, as in the address. */
	edition: string;
	round: number;
	state: string;
	/** When it was written, UTC. */
	at: string;
	/** Canonical JSON as it was hashed before the first score. */
	rule: string;
	ruleHash: string;
	seed: string;
	/** What the seed was made of besides the rule. */
	drawn: { size: number; root: string; words: string } | null;
	/** Codes, and the group a place counts in. */
	entries: { code: string; group: string }[];
	/** Marks in hundredths of a point. */
	scores: ({ entry: string; juror: string } & Pick<Sheet, 'marks' | 'verdict' | 'rank'>)[];
	/** What the portal made of it. */
	portal: {
		by: string;
		entries: {
			entry: string;
			figure: string | null;
			place: number;
			tie: string | null;
			selected: boolean | null;
		}[];
		sha256: string;
	};
}
