import { asc, eq, inArray } from 'drizzle-orm';
import { decisionFilters, under } from '$lib/domain/judging/decision/filter';
import type { DecisionFilter } from '$lib/domain/judging/decision/filter';
import type { Proposed } from '$lib/domain/judging/decision/proposal';
import type { Who } from '$lib/domain/people/who';
import { accept } from '$lib/domain/refusal';
import type { Ruled } from '$lib/domain/refusal';
import type { Bilingual } from '$lib/domain/text';
import type { Db, Reader } from '../db/open';
import { deliberations, editions, entries, people } from '../db/schema';
import { precheckOf } from './precheck';
import type { Precheck } from './precheck';
import { proposalOf } from './proposals';
import type { Proposal } from './proposals';
import { releaseOf } from './releases';

/** Entries on one page of the list. */
const PAGE = 50;

/** An entry with what the rule says and what is decided. */
interface DecisionLine extends Omit<Proposed, 'entry'> {
	id: string;
	number: string;
	title: string;
	/** Whether others share its place. */
	shared: boolean;
	decided: { verdict: string; prize: string | null; origin: string; why: string | null } | null;
}

interface Deliberation {
	id: string;
	entry: { id: string; title: string } | null;
	by: string | null;
	text: string;
	at: number;
}

/** Everything the page of decisions shows. */
interface DecisionDesk {
	round: {
		id: string;
		state: string;
		releasedAt: number | null;
		decides: 'rule' | 'committee';
		title: Bilingual;
	};
	last: boolean;
	prizes: { id: string; title: Bilingual; most: number; each: boolean }[];
	categories: { id: string; title: Bilingual }[];
	counts: Record<DecisionFilter, number>;
	total: number;
	lines: DecisionLine[];
	notes: Deliberation[];
	precheck: Precheck;
	release: {
		by: string | null;
		at: number;
		digest: string;
		mine: boolean;
		confirmedAt: number | null;
		told: number;
	} | null;
}

const nameOf = async (db: Reader, id: string | null): Promise<string | null> => {
	if (!id) return null;
	const [row] = await db.select({ name: people.name }).from(people).where(eq(people.id, id));
	return row?.name ?? null;
};

const lineOf = (
	{ proposed, decided }: Proposal,
	{ entry, ...one }: Proposed,
	row: { number: string | null; title: string } | undefined
): DecisionLine => {
	const said = decided.get(entry);
	return {
		...one,
		id: entry,
		number: row?.number ?? '',
		title: row?.title ?? '',
		shared: proposed.some((other) => other.entry !== entry && other.place === one.place),
		decided: said
			? { verdict: said.verdict, prize: said.prizeId, origin: said.origin, why: said.why }
			: null
	};
};

/** An edition as these pages name it; null for none with a plan. */
export async function editionOf(
	db: Reader,
	id: string
): Promise<{ id: string; title: Bilingual; categories: DecisionDesk['categories'] } | null> {
	const [row] = await db.select().from(editions).where(eq(editions.id, id));
	return row?.plan
		? {
				id,
				title: { zh: row.titleZh, en: row.titleEn },
				categories: row.plan.categories.map(({ id, title }) => ({ id, title }))
			}
		: null;
}

/** What the committee said so far, oldest first. */
async function notesOf(db: Reader, roundId: string): Promise<Deliberation[]> {
	const rows = await db
		.select({ note: deliberations, title: entries.title, by: people.name })
		.from(deliberations)
		.leftJoin(entries, eq(entries.id, deliberations.entryId))
		.leftJoin(people, eq(people.id, deliberations.personId))
		.where(eq(deliberations.roundId, roundId))
		.orderBy(asc(deliberations.at), asc(deliberations.id));
	return rows.map(({ note: { id, entryId, text, at }, title, by }) => ({
		...{ id, by, text, at },
		entry: entryId ? { id: entryId, title: title ?? '' } : null
	}));
}

/**
 * The page of decisions of a closed or released round.
 * @param page from 1
 */
export async function decisionDesk(
	db: Db,
	who: Who | null,
	roundId: string,
	{ filter, page, now }: { filter: DecisionFilter; page: number; now: number }
): Promise<Ruled<DecisionDesk>> {
	const found = await proposalOf(db, who, roundId);
	if (!found.ok) return found;
	const proposal = found.value;
	const { round, proposed, decided, prizes, last } = proposal;
	const of = (one: DecisionFilter) =>
		proposed.filter((line) => under(one, line, decided.get(line.entry)));
	const chosen = of(filter);
	const shown = chosen.slice((page - 1) * PAGE, page * PAGE);
	const rows = await db
		.select({ id: entries.id, number: entries.number, title: entries.title })
		.from(entries)
		.where(
			inArray(
				entries.id,
				shown.map(({ entry }) => entry)
			)
		);
	const edition = await editionOf(db, round.editionId);
	const asked = await releaseOf(db, roundId);
	const { id, state, releasedAt, plan } = round;
	return accept({
		round: { id, state, releasedAt, decides: plan.decides, title: plan.title },
		last,
		prizes: prizes.map(({ id, title, most, each }) => ({ id, title, most, each })),
		categories: edition?.categories ?? [],
		counts: Object.fromEntries(
			decisionFilters.map((one) => [one, of(one).length])
		) as DecisionDesk['counts'],
		total: chosen.length,
		lines: shown.map((line) =>
			lineOf(
				proposal,
				line,
				rows.find(({ id }) => id === line.entry)
			)
		),
		notes: await notesOf(db, roundId),
		precheck: await precheckOf(db, proposal, now),
		release: asked && {
			by: await nameOf(db, asked.askedBy),
			at: asked.askedAt,
			digest: asked.digest,
			mine: asked.askedBy === who?.id,
			confirmedAt: asked.confirmedAt,
			told: asked.told
		}
	});
}

/** One entry of the page of decisions, with the prizes it may be given and what was said about it. */
export async function decisionOf(
	db: Db,
	who: Who | null,
	roundId: string,
	entryId: string
): Promise<Ruled<
	Pick<DecisionDesk, 'round' | 'last' | 'prizes' | 'notes'> & { line: DecisionLine }
> | null> {
	const found = await proposalOf(db, who, roundId);
	if (!found.ok) return found;
	const { round, proposed, prizes, last } = found.value;
	const one = proposed.find(({ entry }) => entry === entryId);
	if (!one) return null;
	const [row] = await db
		.select({ number: entries.number, title: entries.title })
		.from(entries)
		.where(eq(entries.id, entryId));
	const { id, state, releasedAt, plan } = round;
	return accept({
		round: { id, state, releasedAt, decides: plan.decides, title: plan.title },
		last,
		prizes: prizes
			.filter(({ categories }) => !categories || categories.includes(one.category))
			.map(({ id, title, most, each }) => ({ id, title, most, each })),
		notes: (await notesOf(db, roundId)).filter(({ entry }) => entry?.id === entryId),
		line: lineOf(found.value, one, row)
	});
}
