/**
 * The law of entries told once more, in another way: everything that ever happened is kept as a line,
 * and every answer is found by reading the lines again. It shares no code with what it is held against.
 */
type Line = { did: string; at: number; due: number | null };

interface Edition {
	opens: number;
	closes: number;
	/** End of the grace for those whose film was on its way. */
	graceEnds: number;
	corrections: number | null;
	results: number;
	showing: boolean;
	chain: string[];
}

export class EntryModel {
	lines: Line[] = [];
	/** When the film began to be sent; never for -1. */
	film = -1;
	/** Until when a late code lets it in. */
	lateUntil = -1;
	consents = false;

	constructor(
		readonly edition: Edition,
		readonly unit: boolean
	) {}

	did = (...acts: string[]) => this.lines.filter(({ did }) => acts.includes(did));
	last = (...acts: string[]) => this.did(...acts).at(-1);

	/** Where it stands: what the last line that moves anything says. */
	get stands(): string {
		const moves: Record<string, string> = {
			open: 'draft',
			submit: 'submitted',
			correct: 'submitted',
			reopen: 'submitted',
			return: 'returned',
			decline: 'returned',
			pass: 'passed',
			refuse: 'refused',
			withdraw: 'withdrawn'
		};
		return moves[this.lines.findLast(({ did }) => did in moves)!.did]!;
	}

	get shown(): boolean {
		const last = this.last('release', 'hide', 'withdraw');
		return last?.did === 'release';
	}

	/** How many levels have recommended it. */
	get recommendedBy(): number {
		return this.did('recommend').length;
	}

	/** Until when a returned entry may be corrected: what the last return or extension said, or the edition. */
	get due(): number {
		const said = this.last('return', 'decline', 'extend', 'submit', 'correct');
		return said?.due ?? this.edition.corrections ?? this.edition.closes;
	}

	comesInTime(now: number): boolean {
		const { opens, closes, graceEnds } = this.edition;
		if (now < opens) return false;
		if (now < closes || now < this.lateUntil) return true;
		const begunBefore = this.lines[0]!.at < closes && this.film >= 0 && this.film < closes;
		return begunBefore && now < graceEnds;
	}

	/** Whether its people may touch what was submitted. */
	correctable(now: number): boolean {
		if (this.stands === 'submitted') return now < this.edition.closes;
		return this.stands === 'returned' && now < this.due;
	}

	may(did: string, who: string, now: number): boolean {
		const people = who === 'owner' || who === 'editor';
		const office = who === 'office';
		const state = this.stands;
		const owedLevel = this.unit && this.recommendedBy < this.edition.chain.length;
		switch (did) {
			case 'save':
				return people && (state === 'draft' || this.correctable(now));
			case 'submit':
				return people && state === 'draft' && this.comesInTime(now);
			case 'correct':
				return people && this.correctable(now);
			case 'withdraw':
				if (who !== 'owner' || state === 'withdrawn' || state === 'refused') return false;
				return state === 'draft' || state === 'returned' || now < this.edition.closes;
			case 'recommend':
			case 'decline':
				return (who === 'recommender' || office) && state === 'submitted' && owedLevel;
			case 'return':
				return office && state === 'submitted';
			case 'pass':
				return office && state === 'submitted' && !owedLevel;
			case 'refuse':
				return office && ['submitted', 'returned'].includes(state);
			case 'reopen':
				return office && ['passed', 'refused'].includes(state);
			case 'extend':
				return office && state === 'returned';
			case 'release':
				return (
					office &&
					state === 'passed' &&
					this.edition.showing &&
					this.consents &&
					!this.shown &&
					now >= this.edition.results
				);
			case 'hide':
				return office && this.shown;
			default:
				throw new Error(did);
		}
	}

	note(did: string, at: number, due: number | null = null) {
		this.lines.push({ did, at, due });
	}
}
