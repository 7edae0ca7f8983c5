import type { Act } from './state';

/** A warning somebody passed knowingly; where, but never what stood there. */
export interface Warned {
	check: string;
	field: string;
}

/** Why the clock sent something back instead of publishing it. */
export type ClockReason = 'checks' | 'unfit' | 'venue' | 'window-passed';

/** What an act of review keeps besides its comment. */
export interface ActDetail {
	/** Steps of the round a submission began. */
	steps?: number;
	/** Times asked for or set, ms since the epoch. */
	publishAt?: number | null;
	expireAt?: number | null;
	warned?: Warned[];
	reason?: ClockReason;
	/** What stopped it. */
	stopped?: Warned[];
}

/** One act on a thing, oldest first by `seq`. */
export interface ReviewAct {
	seq: number;
	act: Act;
	number: number;
	/** From 1; 0 outside of the steps. */
	step: number;
	personId: string | null;
	comment: string | null;
	detail: ActDetail | null;
	at: number;
}

/** The review a thing is in, or was in last. */
export interface Round {
	/** Steps it takes; a later change of the setting leaves it as it began. */
	steps: number;
	number: number;
	submitter: string | null;
	/** Who approved, step by step. */
	passed: (string | null)[];
	publishAt: number | null;
	expireAt: number | null;
	/** When it was submitted. */
	since: number;
}

/** The newest round among the acts on a thing; null before the first submission. */
export function roundOf(acts: readonly ReviewAct[]): Round | null {
	let round: Round | null = null;
	for (const { act, number, personId, detail, at } of acts) {
		if (act === 'submit')
			round = {
				steps: detail?.steps ?? 1,
				number,
				submitter: personId,
				passed: [],
				publishAt: detail?.publishAt ?? null,
				expireAt: detail?.expireAt ?? null,
				since: at
			};
		else if (round && act === 'approve') round.passed.push(personId);
		else if (round && act === 'schedule' && number === round.number)
			Object.assign(round, times(round, detail));
	}
	return round;
}

const times = (round: Round, detail: ActDetail | null): Pick<Round, 'publishAt' | 'expireAt'> => ({
	publishAt: detail?.publishAt === undefined ? round.publishAt : detail.publishAt,
	expireAt: detail?.expireAt === undefined ? round.expireAt : detail.expireAt
});

/** What the trace knows of a version. */
export interface Written {
	number: number;
	personId: string | null;
	/** Number of the version whose content it brought back. */
	restores: number | null;
}

/**
 * Everybody whose work a version holds: who saved any version since the one published before it, and
 * whoever wrote what was brought back in one of them. None of them may review it.
 * @param versions all versions of the thing
 * @param head number of the version
 * @param published number of the newest version published before it; 0 for none
 */
export function writersOf(
	versions: readonly Written[],
	head: number,
	published: number
): Set<string> {
	const byNumber = new Map(versions.map((version) => [version.number, version]));
	const numbers = new Set<number>();
	const follow = (number: number): void => {
		const version = byNumber.get(number);
		if (!version || numbers.has(number)) return;
		numbers.add(number);
		if (version.restores !== null) follow(version.restores);
	};
	for (const { number } of versions) if (number > published && number <= head) follow(number);
	return new Set(
		[...numbers].flatMap((number) => {
			const person = byNumber.get(number)?.personId;
			return person ? [person] : [];
		})
	);
}

/** The newest version published before `head`, as the acts and the list tell; 0 for none. */
export function publishedBefore(
	acts: readonly Pick<ReviewAct, 'act' | 'number'>[],
	head: number,
	liveNumber: number
): number {
	const numbers = acts.flatMap(({ act, number }) => (act === 'publish' ? [number] : []));
	return Math.max(0, ...[...numbers, liveNumber].filter((number) => number < head));
}
