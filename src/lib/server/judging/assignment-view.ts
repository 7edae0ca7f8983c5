import { asc, eq } from 'drizzle-orm';
import { mayOrganize } from '$lib/domain/people/may';
import type { Who } from '$lib/domain/people/who';
import type { Reader } from '../db/open';
import { draws } from '../db/schema';
import { fieldOf, isDone, isLive, scoresEach, scoring } from './assignment-field';
import type { Field } from './assignment-field';
import { giving } from './assignment-hand';
import { ownEntries } from './apart';
import { whyNotAssign } from './assignment';
import { judgedEdition } from './panel-view';

/** How far a juror is in a round: counts alone, never scores. */
interface JurorProgress {
	label: string;
	done: number;
	open: number;
	left: boolean;
}

/** One entry of a round with those who judge it. */
export interface Looked {
	id: string;
	code: string;
	number: string | null;
	title: string;
	own: boolean;
	tasks: { id: string; label: string; state: string; kind: string; at: number }[];
	/** Jurors who may be given it. */
	may: { id: string; label: string; load: number }[];
}

/** Everything the page of an assignment shows; null for whoever does not organize. */
export async function assignmentView(
	db: Reader,
	who: Who | null,
	{ editionId, roundId, look }: { editionId: string; roundId: string; look: string }
) {
	const field = mayOrganize(who) ? await fieldOf(db, roundId) : null;
	if (!field || field.round.editionId !== editionId) return null;
	const edition = await judgedEdition(db, editionId);
	if (!edition) return null;
	const { round, tasks, entries } = field;
	const main = scoring(tasks);
	const live = main.filter(isLive);
	const each = scoresEach(tasks);
	const past = await db
		.select({
			...{ id: draws.id, number: draws.number, kind: draws.kind, at: draws.at },
			...{ askHash: draws.askHash, resultHash: draws.resultHash }
		})
		.from(draws)
		.where(eq(draws.roundId, roundId))
		.orderBy(asc(draws.number));
	return {
		edition,
		round: {
			...{ id: round.id, ordinal: round.ordinal, state: round.state, seed: round.seed },
			...{ title: round.plan.title, perEntry: round.plan.perEntry },
			adaptive: round.plan.adaptive.on,
			stopped: whyNotAssign(round),
			begun: tasks.some((task) => task.state !== 'open' || task.openedAt !== null)
		},
		entries: entries.length,
		done: live.filter(isDone).length,
		all: live.length,
		recused: main.filter(({ state }) => state === 'recused').length,
		aside: main.filter(({ state }) => state === 'aside').length,
		short: main.length
			? entries.filter(({ id }) => (each.get(id) ?? 0) < round.plan.perEntry).length
			: 0,
		jurors: field.seats.map(({ jurorId, label, leftAt }): JurorProgress => {
			const own = live.filter((task) => task.jurorId === jurorId);
			const done = own.filter(isDone).length;
			return { label, done, open: own.length - done, left: leftAt !== null };
		}),
		draws: past,
		asked: look,
		looked: look ? await lookUp(db, who!, field, look) : null
	};
}

async function lookUp(db: Reader, who: Who, field: Field, typed: string): Promise<Looked | null> {
	const key = typed.normalize('NFKC').trim().toUpperCase();
	const entry = field.entries.find(
		({ code, number }) => code.toUpperCase() === key || number?.toUpperCase() === key
	);
	if (!entry) return null;
	const { id, code, number, title } = entry;
	const own = (await ownEntries(db, who, field.round.editionId)).includes(id);
	if (own) return { id, code, number, title, own, tasks: [], may: [] };
	const labels = new Map(field.seats.map(({ jurorId, label }) => [jurorId, label]));
	const whyNot = giving(field);
	const loads = new Map<string, number>();
	for (const { jurorId, ...task } of scoring(field.tasks))
		if (isLive(task)) loads.set(jurorId, (loads.get(jurorId) ?? 0) + 1);
	return {
		...{ id, code, number, title, own },
		tasks: scoring(field.tasks)
			.filter(({ entryId }) => entryId === id)
			.map((task) => ({
				...{ id: task.id, label: labels.get(task.jurorId) ?? '', state: task.state },
				...{ kind: task.kind, at: task.endedAt ?? task.scoredAt ?? task.assignedAt }
			})),
		may: field.seats
			.filter(({ jurorId }) => whyNot(id, jurorId) === null)
			.map(({ jurorId, label }) => ({ id: jurorId, label, load: loads.get(jurorId) ?? 0 }))
			.sort((a, b) => a.load - b.load || (a.label < b.label ? -1 : 1))
	};
}
