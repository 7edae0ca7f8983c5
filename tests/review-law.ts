import { NOON } from './make';
import { MINUTE, roles } from './review-commands';
import type { Command } from './review-commands';

/**
 * The law of review told once more, in another way: lists of who did what, from which every answer is
 * counted anew. It shares no code with what it is held against.
 */
export class Model {
	now = NOON;
	steps = 1;
	writers: { name: string; restored: number | null }[] = [];
	state = 'none';
	round: { steps: number; by: string; passed: string[]; begin: number | null; end: number | null } =
		{ steps: 0, by: '', passed: [], begin: null, end: null };
	shown: number | null = null;
	shownEnd: number | null = null;
	everShown: number[] = [];
	trashed = false;
	/** What was ever shown, with the round that let it through. */
	proofs: { steps: number; passed: string[]; own: string[] }[] = [];

	get head() {
		return this.writers.length;
	}

	ownersOf(head: number): string[] {
		const since = Math.max(0, ...this.everShown.filter((number) => number < head));
		const owners: string[] = [];
		const add = (number: number) => {
			const version = this.writers[number - 1]!;
			owners.push(version.name);
			if (version.restored !== null) add(version.restored);
		};
		for (let number = since + 1; number <= head; number++) add(number);
		return owners;
	}

	/** Number of the version whose content a version holds. */
	sourceOf = (number: number): number => this.writers[number - 1]!.restored ?? number;

	writes = (name: string) => ['editor', 'operator'].includes(roles[name]!);
	reviews(name: string, step: number, steps: number) {
		const role = roles[name];
		if (role === 'approver') return true;
		return role === 'operator' ? step === steps : role === 'editor' && step === 1 && steps > 1;
	}

	save(name: string, restored: number | null): boolean {
		if (!this.writes(name) || this.trashed || this.state === 'review') return false;
		this.writers.push({ name, restored });
		this.state = 'draft';
		return true;
	}

	show() {
		this.proofs.push({
			steps: this.round.steps,
			passed: [...this.round.passed],
			own: [...this.ownersOf(this.head), this.round.by]
		});
		this.state = 'published';
		this.shown = this.head;
		this.everShown.push(this.head);
		this.shownEnd = this.round.end;
	}

	hide() {
		this.shown = null;
		this.shownEnd = null;
	}

	deed({ deed, who, stale, later, ends }: Extract<Command, { do: 'deed' }>): boolean {
		if (this.state === 'none' || roles[who] === 'citizen') return false;
		const begin = later ? this.now + 10 * MINUTE : null;
		const end = ends ? this.now + 30 * MINUTE : null;
		const owns = [...this.ownersOf(this.head), this.round.by].includes(who);
		const { state, round } = this;
		if (deed === 'restore') {
			if (!this.trashed || !this.writes(who) || stale) return false;
			this.trashed = false;
			this.state = 'draft';
			return true;
		}
		if (this.trashed || stale) return false;
		const resting = ['draft', 'withdrawn', 'expired'].includes(state);
		if (deed === 'submit') {
			if (!resting || !this.writes(who)) return false;
			this.round = { steps: this.steps, by: who, passed: [], begin, end };
			this.state = 'review';
			return true;
		}
		if (deed === 'recall') {
			const may =
				this.writes(who) || (state === 'scheduled' && this.reviews(who, round.steps, round.steps));
			if (!['review', 'scheduled'].includes(state) || !may) return false;
			this.state = 'draft';
			return true;
		}
		if (deed === 'approve' || deed === 'return') {
			const step = round.passed.length + 1;
			if (state !== 'review' || !this.reviews(who, step, round.steps)) return false;
			if (owns || round.passed.includes(who)) return false;
			if (deed === 'return') {
				this.state = 'draft';
				return true;
			}
			if (step < round.steps) {
				round.passed.push(who);
				return true;
			}
			round.begin = begin;
			round.end = end;
			round.passed.push(who);
			if (begin === null) this.show();
			else this.state = 'scheduled';
			return true;
		}
		if (deed === 'publish') {
			if (state !== 'scheduled' || owns) return false;
			if (!this.reviews(who, round.steps, round.steps)) return false;
			round.end = end;
			this.show();
			return true;
		}
		if (deed === 'schedule') {
			if (state === 'scheduled') {
				if (owns || !this.reviews(who, round.steps, round.steps)) return false;
				round.begin = begin;
				round.end = end;
				if (begin === null) this.show();
				return true;
			}
			if (this.shown === null) return false;
			this.shownEnd = end;
			return true;
		}
		if (deed === 'withdraw') {
			if (this.shown === null) return false;
			this.hide();
			if (state === 'published') this.state = 'withdrawn';
			if (state === 'scheduled') this.state = 'draft';
			return true;
		}
		if (deed === 'trash') {
			if (this.shown !== null || !resting || !this.writes(who)) return false;
			this.trashed = true;
			return true;
		}
		return false;
	}

	tick(minutes: number) {
		this.now += minutes * MINUTE;
		for (;;) {
			const begins = this.state === 'scheduled' && this.round.begin! <= this.now;
			const over = this.shownEnd !== null && this.shownEnd <= this.now;
			if (over && (!begins || this.shownEnd! < this.round.begin!)) {
				this.hide();
				if (this.state === 'published') this.state = 'expired';
			} else if (begins) {
				if (this.round.end !== null && this.round.end <= this.now) this.state = 'draft';
				else this.show();
			} else return;
		}
	}
}

/** Says of every publication of a run that it had its approvals, all from others, all different. */
export function faults({ proofs }: Model): string[] {
	return proofs.flatMap(({ steps, passed, own }) => [
		...(passed.length === steps ? [] : [`${passed.length} approvals of ${steps}`]),
		...(new Set(passed).size === steps ? [] : ['one person twice']),
		...(passed.some((name) => own.includes(name)) ? ['own work'] : [])
	]);
}
