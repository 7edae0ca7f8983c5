import { and, eq, inArray } from 'drizzle-orm';
import { totalText } from '$lib/domain/judging/desk/sheet-form';
import { rankingOf } from '$lib/domain/judging/stage/announce';
import type { Announced } from '$lib/domain/judging/stage/announce';
import type { OrderLine, Speaker, Wall, WallTurn } from '$lib/domain/judging/stage/view';
import { wallOf } from '$lib/domain/judging/stage/view';
import type { Locale } from '$lib/domain/locale';
import { submittedContents } from '../contests/entry-lines';
import type { Db, Reader } from '../db/open';
import { contests, editions, entries, jurors, panel, people, rounds } from '../db/schema';
import { digest, resultsOf } from './results';
import type { RoundRow } from './results';
import { groupsOf } from './rounds-groups';
import { movesOf, stageOf } from './stage';
import type { MoveRow, Stage, TurnRow } from './stage';

/** Most names of one speech that are shown; the others are its crew. */
const NAMES = 3;

/** Who speaks, by entry id, as far as the round lets it be told. */
export async function speakersOf(
	db: Reader,
	{ plan }: Pick<RoundRow, 'plan'>,
	ids: readonly string[]
): Promise<Map<string, Speaker>> {
	const rows = await db
		.select({ id: entries.id, number: entries.number, unit: entries.unit })
		.from(entries)
		.where(inArray(entries.id, [...ids]));
	const shown = plan.names === 'shown' ? await submittedContents(db, ids) : null;
	return new Map(
		rows.map(({ id, number, unit }) => {
			const words = shown?.get(id);
			const names = words?.crew.map(({ name }) => name.trim()).filter(Boolean) ?? [];
			return [
				id,
				{
					number: number ?? '',
					title: words?.title || null,
					names: names.slice(0, NAMES).join('、') || null,
					unit: (words && unit) || null
				}
			];
		})
	);
}

const stateOf = ({ state, entryId }: TurnRow, current: string | null): OrderLine['state'] =>
	state === 'absent'
		? 'absent'
		: state === 'revealed' && entryId !== current
			? 'done'
			: entryId === current && state !== 'waiting'
				? 'now'
				: state === 'waiting'
					? 'waiting'
					: 'done';

/** The order as everybody may read it, with what was changed by hand. */
export function linesOf(
	{ stage, turns }: Stage,
	speakers: ReadonlyMap<string, Speaker>,
	moves: readonly MoveRow[]
): OrderLine[] {
	return turns.map((turn) => {
		const last = moves.findLast(
			({ entryId, kind }) => entryId === turn.entryId && ['late', 'absent', 'back'].includes(kind)
		);
		return {
			...(speakers.get(turn.entryId) ?? { number: '', title: null, names: null, unit: null }),
			...{ place: turn.position, drawn: turn.ordinal, group: turn.group },
			state: stateOf(turn, stage.current),
			moved: last?.kind ?? null
		};
	});
}

/** What a juror is called on the wall: a label, or the name where the stage says so. */
export async function jurorNames(db: Reader, { stage }: Stage): Promise<(label: string) => string> {
	if (stage.jurors === 'labels') return (label) => label;
	const rows = await db
		.select({ label: jurors.label, name: people.name })
		.from(panel)
		.innerJoin(jurors, eq(jurors.id, panel.jurorId))
		.leftJoin(people, eq(people.id, jurors.personId))
		.where(and(eq(panel.roundId, stage.roundId)));
	const names = new Map(rows.map(({ label, name }) => [label, name]));
	return (label) => names.get(label) ?? label;
}

const wallTurn = (turn: TurnRow, speaker: Speaker | undefined): WallTurn => ({
	...(speaker ?? { number: '', title: null, names: null, unit: null }),
	...{ place: turn.position, state: turn.state, announced: turn.announced },
	...{ startedAt: turn.startedAt, stoppedAt: turn.stoppedAt }
});

/** The ranking of those whose marks were revealed, in the group of whoever is or was last on stage. */
async function rankingNow(
	db: Db,
	round: RoundRow,
	held: Stage,
	speakers: ReadonlyMap<string, Speaker>
): Promise<{ group: string; rows: NonNullable<Wall['ranking']> }> {
	const shown = held.turns.filter(({ state }) => state === 'revealed');
	const last = held.current ?? shown.toSorted((a, b) => a.revealedAt! - b.revealedAt!).at(-1);
	const group = last?.group ?? held.turns[0]?.group ?? '';
	const found = shown.length ? await resultsOf(db, round.id) : null;
	if (!found) return { group, rows: [] };
	const known = new Map<string, Announced>();
	for (const { entryId, announced } of shown) {
		const code = found.of.get(entryId)?.code;
		if (code && announced) known.set(code, announced);
	}
	return {
		group,
		rows: rankingOf(found.result.entries, known, group).map(({ code, place, units }) => {
			const { number = '', names = null } = speakers.get(found.ids.get(code)!) ?? {};
			return { place, number, names, points: totalText(units) };
		})
	};
}

/** What the hall sees of a round now; null where there is no stage any more. */
export async function wallFor(db: Db, roundId: string, locale: Locale) {
	const [row] = await db
		.select({
			round: rounds,
			edition: { zh: editions.titleZh, en: editions.titleEn },
			contest: { zh: contests.titleZh, en: contests.titleEn }
		})
		.from(rounds)
		.innerJoin(editions, eq(editions.id, rounds.editionId))
		.innerJoin(contests, eq(contests.id, editions.contestId))
		.where(eq(rounds.id, roundId));
	const held = row && (await stageOf(db, roundId));
	if (!held) return null;
	const { round, edition, contest } = row;
	const speakers = await speakersOf(
		db,
		round,
		held.turns.map(({ entryId }) => entryId)
	);
	const [moves, nameOf, groups] = await Promise.all([
		movesOf(db, roundId),
		jurorNames(db, held),
		groupsOf(db, round, locale)
	]);
	const ranking =
		held.stage.screen === 'ranking'
			? await rankingNow(db, round, held, speakers)
			: { group: held.current?.group ?? '', rows: [] };
	return {
		...{ contest, edition, title: round.plan.title },
		scale: round.plan.scale.max,
		group: groups.find(({ id }) => id === ranking.group)?.title ?? null,
		groups,
		wall: wallOf({
			screen: held.stage.screen,
			current: held.current && wallTurn(held.current, speakers.get(held.current.entryId)),
			order: linesOf(held, speakers, moves),
			ranking: ranking.rows,
			seconds: held.stage.seconds,
			nameOf
		})
	};
}
type Shown = NonNullable<Awaited<ReturnType<typeof wallFor>>>;

/** A text that is the same as long as the hall sees the same; of what it does not see nothing is in it. */
export const markOfWall = (shown: Shown): string => digest(JSON.stringify(shown)).slice(0, 24);
