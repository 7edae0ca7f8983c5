import type { Refusal } from '../../../domain/refusal';
import type { stage } from '../../../words/zh/stage';

export type StageWords = typeof stage;

/** What the last form was answered. */
export interface Told {
	of?: string;
	refusals?: Refusal[];
	values?: Record<string, string>;
}

/** One line of the order as the desk has it. */
interface Line {
	id: string;
	place: number;
	drawn: number;
	group: string;
	number: string;
	title: string | null;
	names: string | null;
	unit: string | null;
	turn: keyof StageWords['now']['state'];
	moved: keyof StageWords['moves']['kind'] | null;
	points: string | null;
	stands: boolean;
}

/** The stage as the desk has it. */
export interface StageFacts {
	drawnAt: number;
	askHash: string;
	screen: keyof StageWords['screen']['show'];
	seconds: number | null;
	names: boolean;
	screenAt: number | null;
	next: string | null;
	lines: Line[];
	current: {
		id: string;
		state: Line['turn'];
		startedAt: number | null;
		stoppedAt: number | null;
		jurors: {
			label: string;
			state: keyof StageWords['jurors']['state'];
			points: string | null;
		}[];
		mark: {
			points: string;
			scores: { juror: string; points: string; out: 'high' | 'low' | null }[];
			untrimmed: boolean;
			stands: boolean;
		} | null;
	} | null;
	moves: {
		id: string;
		kind: keyof StageWords['moves']['kind'];
		from: number | null;
		to: number | null;
		why: string;
		at: number;
		number: string | null;
	}[];
}

export interface DeskFacts {
	apart: 'stands-apart' | 'judges' | null;
	groups: { id: string; title: string }[];
	seed: string | null;
	phase: 'before' | 'open' | 'over';
	stage: StageFacts | null;
}

/** Seconds as `m:ss`. */
export const clockText = (seconds: number): string =>
	`${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
