import type { RoundState } from './state';

/** What may be done to a round as a whole. */
export const roundSteps = [
	'save',
	'remove',
	'admit',
	'fix',
	'seal',
	'open',
	'extend',
	'close',
	'reopen',
	'release'
] as const;
export type RoundStep = (typeof roundSteps)[number];

/** In which states each is possible, and where it leads; a step without `to` leaves the state. */
const steps: Readonly<Record<RoundStep, { from: readonly RoundState[]; to?: RoundState }>> = {
	save: { from: ['draft'] },
	remove: { from: ['draft'] },
	admit: { from: ['draft'] },
	fix: { from: ['draft'] },
	seal: { from: ['draft'], to: 'sealed' },
	open: { from: ['sealed'], to: 'open' },
	extend: { from: ['sealed', 'open'] },
	close: { from: ['open'], to: 'closed' },
	reopen: { from: ['closed'], to: 'open' },
	release: { from: ['closed'], to: 'released' }
};

/** The state after a step; null where it is not possible in this one. */
export const after = (state: RoundState, step: RoundStep): RoundState | null =>
	steps[step].from.includes(state) ? (steps[step].to ?? state) : null;

/** Why a step is refused in a state: what the round is already, or is not yet. */
export const stepTrouble = (state: RoundState, step: RoundStep): string | null =>
	after(state, step) === null ? `is-${state}` : null;

/** What a round still lacks before a step, each with the numbers its sentence needs. */
export interface Lack {
	key:
		| 'no-field'
		| 'no-panel'
		| 'small-panel'
		| 'before-not-released'
		| 'no-close'
		| 'close-past'
		| 'method'
		| 'no-tasks'
		| 'few-tasks';
	/** Whether the step is refused for it, or it is only worth knowing. */
	stops: boolean;
	detail: Record<string, number>;
}

interface SealFacts {
	field: number;
	panel: number;
	perEntry: number;
	/** Whether the round before, if there is one, was released. */
	ready: boolean;
	closesAt: number | null;
	methodRefuses: boolean;
	now: number;
}

/** What stands against fixing the rule of a round. */
export function sealLacks(facts: SealFacts): Lack[] {
	const { field, panel, perEntry, ready, closesAt, methodRefuses, now } = facts;
	const lacks: Lack[] = [];
	const say = (key: Lack['key'], stops: boolean, detail: Lack['detail'] = {}) =>
		lacks.push({ key, stops, detail });
	if (!ready) say('before-not-released', true);
	if (!field) say('no-field', true);
	if (!panel) say('no-panel', true);
	else if (panel < perEntry) say('small-panel', true, { panel, perEntry });
	if (methodRefuses) say('method', true);
	if (closesAt === null) say('no-close', false);
	else if (closesAt <= now) say('close-past', true);
	return lacks;
}

/** What stands against opening it. */
export function openLacks(facts: {
	tasks: number;
	/** Entries with fewer jurors than the rule asks. */
	short: number;
	closesAt: number | null;
	now: number;
}): Lack[] {
	const lacks: Lack[] = [];
	if (!facts.tasks) lacks.push({ key: 'no-tasks', stops: true, detail: {} });
	else if (facts.short) lacks.push({ key: 'few-tasks', stops: false, detail: { n: facts.short } });
	if (facts.closesAt !== null && facts.closesAt <= facts.now)
		lacks.push({ key: 'close-past', stops: true, detail: {} });
	return lacks;
}

/** How a round stands that is to be closed: what is missing, and what follows from it. */
export interface Standing {
	/** Tasks that count, and how far they are. */
	tasks: number;
	locked: number;
	scored: number;
	open: number;
	/** Entries without any score, with fewer than planned, and with too few to trim. */
	none: number;
	short: number;
	untrimmed: number;
}

/** Whether closing has consequences that somebody must say yes to. */
export const closesShort = ({ open, none, short, untrimmed }: Standing): boolean =>
	open + none + short + untrimmed > 0;
