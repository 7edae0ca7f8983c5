import { and, asc, eq, inArray } from 'drizzle-orm';
import { totalText } from '$lib/domain/judging/desk/sheet-form';
import { phaseOf } from '$lib/domain/judging/desk/allow';
import { stillSo } from '$lib/domain/judging/stage/announce';
import { nextOf, spoken } from '$lib/domain/judging/stage/turn';
import { wallScores } from '$lib/domain/judging/stage/view';
import { mayOrganize } from '$lib/domain/people/may';
import type { Locale } from '$lib/domain/locale';
import type { Who } from '$lib/domain/people/who';
import type { Db, Reader } from '../db/open';
import { jurors, tasks } from '../db/schema';
import { whyNoScores } from './apart';
import { resultsOf } from './results';
import type { RoundResult, RoundRow } from './results';
import { groupsOf } from './rounds-groups';
import { movesOf, stageAlone, stageOf } from './stage';
import type { Stage, TurnRow } from './stage';
import { jurorNames, linesOf, speakersOf } from './stage-view';

/** How far one juror is with whoever is on stage. */
interface JurorLine {
	label: string;
	state: 'open' | 'scored' | 'locked' | 'recused';
	/** Only where the round lets scores be seen while they are given. */
	points: string | null;
}

/** Jurors of an entry and how far they are; what they gave only where the round says so. */
async function jurorsOf(db: Reader, { id, plan }: RoundRow, entryId: string): Promise<JurorLine[]> {
	const rows = await db
		.select({ label: jurors.label, state: tasks.state, total: tasks.total })
		.from(tasks)
		.innerJoin(jurors, eq(jurors.id, tasks.jurorId))
		.where(
			and(
				eq(tasks.roundId, id),
				eq(tasks.entryId, entryId),
				inArray(tasks.state, ['open', 'scored', 'locked', 'recused'])
			)
		)
		.orderBy(asc(jurors.label));
	return rows.map(({ label, state, total }) => ({
		label,
		state: state as JurorLine['state'],
		points: plan.others === 'always' && total !== null ? totalText(total) : null
	}));
}

/** What changes whenever the page of whoever leads the stage should: deeds, and scores that came in. */
export async function deskMark(db: Reader, roundId: string): Promise<string> {
	const stage = await stageAlone(db, roundId);
	if (!stage) return 'none';
	const { revision, current } = stage;
	if (!current) return String(revision);
	const rows = await db
		.select({ state: tasks.state, revision: tasks.revision })
		.from(tasks)
		.where(and(eq(tasks.roundId, roundId), eq(tasks.entryId, current)));
	const saved = rows.reduce((sum, one) => sum + one.revision, 0);
	return `${revision} ${saved} ${rows.filter(({ state }) => state === 'recused').length}`;
}

/** The mark of a turn as it was announced, and whether the rule still says so. */
async function announcedHere(
	db: Reader,
	found: RoundResult | null,
	held: Stage,
	{ announced, entryId }: TurnRow
) {
	if (!announced) return null;
	return {
		points: totalText(announced.units),
		scores: wallScores(announced, await jurorNames(db, held)),
		untrimmed: announced.untrimmed,
		stands: stillSo(announced, found?.of.get(entryId))
	};
}

/**
 * The stage of a round for whoever leads it; null for nobody of the office. Who stands apart, or sits in
 * the jury, sees the order and no mark.
 */
export async function stageDesk(
	db: Db,
	who: Who | null,
	round: RoundRow,
	locale: Locale,
	now: number
) {
	if (!mayOrganize(who)) return null;
	const [apart, held, groups] = await Promise.all([
		whyNoScores(db, who, round),
		stageOf(db, round.id),
		groupsOf(db, round, locale)
	]);
	const facts = {
		...{ apart, groups, names: round.plan.names, aggregate: round.plan.aggregate },
		...{ seed: round.seed, phase: phaseOf(round, now) }
	};
	if (!held) return { ...facts, stage: null };
	// The office knows who is who anyway, and has to call them.
	const speakers = await speakersOf(
		db,
		{ plan: { ...round.plan, names: 'shown' } },
		held.turns.map(({ entryId }) => entryId)
	);
	const moves = await movesOf(db, round.id);
	const lines = linesOf(held, speakers, moves);
	const found = await resultsOf(db, round.id);
	const { current, turns, stage } = held;
	const next = nextOf(turns);
	return {
		...facts,
		stage: {
			mark: await deskMark(db, round.id),
			...{ drawnAt: stage.drawnAt, askHash: stage.askHash, screen: stage.screen },
			...{ seconds: stage.seconds, names: stage.jurors === 'names' },
			screenAt: stage.keyAt,
			next: next?.entryId ?? null,
			lines: turns.map((turn, at) => ({
				...lines[at]!,
				id: turn.entryId,
				turn: turn.state,
				points: !apart && turn.announced ? totalText(turn.announced.units) : null,
				stands: !turn.announced || stillSo(turn.announced, found?.of.get(turn.entryId))
			})),
			current: current && {
				id: current.entryId,
				state: current.state,
				...{ startedAt: current.startedAt, stoppedAt: current.stoppedAt },
				spoken: spoken(current, now),
				jurors: apart ? [] : await jurorsOf(db, round, current.entryId),
				mark: apart ? null : await announcedHere(db, found, held, current)
			},
			moves: moves.map(({ id, entryId, kind, from, to, why, at }) => ({
				...{ id, kind, from, to, why, at },
				number: entryId ? (speakers.get(entryId)?.number ?? null) : null
			}))
		}
	};
}
