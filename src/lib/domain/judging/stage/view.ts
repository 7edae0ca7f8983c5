import { totalText } from '../desk/sheet-form';
import type { Announced } from './announce';
import type { MoveKind, Screen, TurnState } from './turn';

/** Who speaks, as far as the round lets it be told. */
export interface Speaker {
	number: string;
	/** Only where the round shows names. */
	title: string | null;
	names: string | null;
	unit: string | null;
}

/** One line of the order as everybody sees it. */
export interface OrderLine extends Speaker {
	/** Place on stage, from 1. */
	place: number;
	/** As drawn; another number where it was changed by hand. */
	drawn: number;
	group: string;
	state: 'waiting' | 'now' | 'done' | 'absent';
	moved: MoveKind | null;
}

/** A score on the wall: who gave it is a label unless the stage shows names. */
interface WallScore {
	juror: string;
	points: string;
	out: 'high' | 'low' | null;
}

/** All that a big screen gets. */
export interface Wall {
	screen: Screen;
	speaker:
		| (Speaker & {
				place: number;
				state: 'called' | 'open' | 'closed' | 'revealed';
				clock: { seconds: number | null; startedAt: number; stoppedAt: number | null } | null;
				/** Null until the mark is revealed. */
				mark: { points: string; scores: WallScore[]; untrimmed: boolean } | null;
		  })
		| null;
	order: OrderLine[] | null;
	ranking: { place: number; number: string; names: string | null; points: string }[] | null;
	done: number;
	all: number;
}

export interface WallTurn extends Speaker {
	place: number;
	state: TurnState;
	startedAt: number | null;
	stoppedAt: number | null;
	announced: Announced | null;
}

/** What a score is called on the wall; in the order of labels, so that the order says nothing. */
export const wallScores = ({ scores }: Announced, nameOf: (juror: string) => string): WallScore[] =>
	[...scores]
		.sort((a, b) => (a.juror < b.juror ? -1 : 1))
		.map(({ juror, units, out }) => ({ juror: nameOf(juror), points: totalText(units), out }));

/**
 * What a big screen shows, and the only place that decides it: a mark is in it once it is revealed and
 * not before, not even as a sign that it is there.
 */
export function wallOf({
	screen,
	current,
	order,
	ranking,
	seconds,
	nameOf
}: {
	screen: Screen;
	current: WallTurn | null;
	order: readonly OrderLine[];
	ranking: NonNullable<Wall['ranking']>;
	seconds: number | null;
	nameOf: (juror: string) => string;
}): Wall {
	const on = screen === 'speaker' ? current : null;
	const state = on?.state;
	const shown =
		on && (state === 'called' || state === 'open' || state === 'closed' || state === 'revealed');
	return {
		screen: screen === 'speaker' && !shown ? 'poster' : screen,
		speaker:
			on && shown
				? {
						...{ number: on.number, title: on.title, names: on.names, unit: on.unit },
						...{ place: on.place, state: state as 'called' },
						clock:
							on.startedAt === null || on.state === 'revealed'
								? null
								: { seconds, startedAt: on.startedAt, stoppedAt: on.stoppedAt },
						mark:
							on.state === 'revealed' && on.announced
								? {
										points: totalText(on.announced.units),
										scores: wallScores(on.announced, nameOf),
										untrimmed: on.announced.untrimmed
									}
								: null
					}
				: null,
		order: screen === 'order' ? [...order] : null,
		ranking: screen === 'ranking' ? ranking : null,
		done: order.filter(({ state }) => state === 'done').length,
		all: order.filter(({ state }) => state !== 'absent').length
	};
}
