import type { TaskKind, TaskState } from '../state';

/** What the queue shows of a task, as far as its order and filters go. */
export interface Queued {
	code: string;
	kind: TaskKind;
	position: number;
	state: TaskState;
	/** Something was written on its sheet. */
	begun: boolean;
	/** Seconds of film; null where none is known. */
	seconds: number | null;
	/** Share of it that was watched. */
	share: number;
}

export const filters = ['all', 'todo', 'begun', 'done', 'locked'] as const;
export type Filter = (typeof filters)[number];

/** The filter an address asks for. */
export const filterOf = (text: string | null): Filter =>
	filters.find((one) => one === text) ?? 'all';

/** How far a juror is with one entry. */
export const stepOf = ({
	state,
	begun
}: Pick<Queued, 'state' | 'begun'>): Exclude<Filter, 'all'> =>
	state === 'locked' ? 'locked' : state === 'scored' ? 'done' : begun ? 'begun' : 'todo';

/** The order of serving: the common sample first, then as the draw put them. */
export const inOrder = <T extends Pick<Queued, 'kind' | 'position' | 'code'>>(
	list: readonly T[]
): T[] =>
	[...list].sort(
		(a, b) =>
			Number(b.kind === 'sample') - Number(a.kind === 'sample') ||
			a.position - b.position ||
			(a.code < b.code ? -1 : 1)
	);

export const filtered = <T extends Queued>(list: readonly T[], filter: Filter): T[] =>
	filter === 'all' ? [...list] : list.filter((one) => stepOf(one) === filter);

/** How far a juror is with a round. */
export interface Progress {
	all: number;
	/** Whole sheets, locked or not. */
	done: number;
	locked: number;
	/** Seconds of film not yet watched, of entries without a whole sheet. */
	secondsLeft: number;
}

export function progressOf(
	list: readonly Pick<Queued, 'state' | 'begun' | 'seconds' | 'share'>[]
): Progress {
	let [done, locked, secondsLeft] = [0, 0, 0];
	for (const { state, seconds, share } of list) {
		if (state === 'locked') locked++;
		if (state === 'locked' || state === 'scored') done++;
		else secondsLeft += Math.round((seconds ?? 0) * (1 - share));
	}
	return { all: list.length, done, locked, secondsLeft };
}

/** What comes before and after an entry, and the next one without a whole sheet, round the end. */
export function around<T extends Pick<Queued, 'code' | 'state'>>(
	list: readonly T[],
	code: string
): { before: T | null; after: T | null; todo: T | null } {
	const at = list.findIndex((one) => one.code === code);
	const rest = [...list.slice(at + 1), ...list.slice(0, Math.max(0, at))];
	const todo = rest.find((one) => one.state === 'open') ?? null;
	return { before: list[at - 1] ?? null, after: at < 0 ? null : (list[at + 1] ?? null), todo };
}
