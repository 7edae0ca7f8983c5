import { and, desc, eq } from 'drizzle-orm';
import { stops } from '$lib/domain/contests/check-list';
import type { Check } from '$lib/domain/contests/check-list';
import type { Plan } from '$lib/domain/contests/plan';
import { changeTrouble } from '$lib/domain/contests/plan-change';
import { planRefusals } from '$lib/domain/contests/plan-issues';
import { partOf, withPart, written } from '$lib/domain/contests/plan-parts';
import type { Part, PlanPart } from '$lib/domain/contests/plan-parts';
import { planShape } from '$lib/domain/contests/plan-shape';
import type { By } from '$lib/domain/people/who';
import type { Refusal } from '$lib/domain/refusal';
import { record } from '../audit';
import type { Db, Reader, Tx } from '../db/open';
import { contests, editions, editionVersions, people } from '../db/schema';
import { touchContent, write } from '../db/write';
import { columnsOf, entriesIn } from './editions';
import type { EditionRow } from './editions';
import { keepWording } from './statements';

/** The plan of an edition; null where there is none, or no such edition. */
export async function planOf(db: Reader, editionId: string): Promise<Plan | null> {
	const [row] = await db
		.select({ plan: editions.plan })
		.from(editions)
		.where(eq(editions.id, editionId));
	return row?.plan ?? null;
}

/** One page of a plan as it is sent to be saved. */
interface Writing {
	/** Number of the version it was written from. */
	version: number;
	part: PlanPart;
	/** What the page says; not believed. */
	said: Part;
	/** Why; asked for where others rely on what is changed, and shown to them. */
	why?: string;
}

type SavedPlan =
	| { ok: true; version: number; changed: boolean }
	| { ok: false; refusals: Refusal[] }
	/** Somebody else wrote the same page meanwhile: who, and what it says now. */
	| { ok: false; conflict: { version: number; by: string | null; theirs: Part } };

const gone: SavedPlan = { ok: false, refusals: [{ field: '', reason: 'gone' }] };

/** Who saved a version, by name. */
async function writerOf(tx: Tx, editionId: string, number: number): Promise<string | null> {
	const [row] = await tx
		.select({ name: people.name })
		.from(editionVersions)
		.leftJoin(people, eq(people.id, editionVersions.personId))
		.where(and(eq(editionVersions.editionId, editionId), eq(editionVersions.number, number)));
	return row?.name ?? null;
}

/** A version of a plan. */
export async function versionOf(
	db: Reader,
	editionId: string,
	number: number
): Promise<typeof editionVersions.$inferSelect | null> {
	const [row] = await db
		.select()
		.from(editionVersions)
		.where(and(eq(editionVersions.editionId, editionId), eq(editionVersions.number, number)));
	return row ?? null;
}

/** What somebody else wrote on the same page since; null when the page is as it was read. */
async function fought(
	tx: Tx,
	edition: EditionRow,
	{ version, part }: Writing
): Promise<{ version: number; by: string | null; theirs: Part } | null> {
	if (version === edition.version) return null;
	const base = await versionOf(tx, edition.id, version);
	const theirs = partOf(edition.plan!, part) ?? {};
	if (base && written(partOf(base.plan, part)) === written(theirs)) return null;
	return {
		version: edition.version,
		by: await writerOf(tx, edition.id, edition.version),
		theirs
	};
}

/**
 * Saves one page of a plan as a new version. Pages others saved meanwhile stay as they are; the same
 * page is never overwritten unread. What entries rest on cannot be taken away from under them.
 */
export async function savePlan(
	db: Db,
	by: By,
	editionId: string,
	writing: Writing
): Promise<SavedPlan> {
	return write(db, async (tx) => {
		const [row] = await tx
			.select({ edition: editions, kind: contests.kind })
			.from(editions)
			.innerJoin(contests, eq(contests.id, editions.contestId))
			.where(eq(editions.id, editionId));
		const before = row?.edition.plan;
		if (!row || !before || !partOf(before, writing.part)) return gone;
		const { edition, kind } = row;
		const conflict = await fought(tx, edition, writing);
		if (conflict) return { ok: false, conflict };

		const parsed = planShape.safeParse(withPart(before, writing.part, writing.said, kind));
		if (!parsed.success) return { ok: false, refusals: planRefusals(parsed.error.issues) };
		const plan = parsed.data;
		const why = writing.why?.trim().slice(0, 500) ?? '';
		const hanging = await entriesIn(tx, editionId);
		const refusals = [
			...changeTrouble(before, plan, { ...hanging, state: edition.state, why, now: by.now })
		];
		if (refusals.length) return { ok: false, refusals };
		if (written(before) === written(plan))
			return { ok: true, version: edition.version, changed: false };
		const version = await keepVersion(tx, by, edition, plan, why || null);
		await record(tx, by, {
			act: 'save',
			noun: 'editions',
			id: editionId,
			title: edition.titleZh,
			after: { part: writing.part, version },
			...(why ? { why } : {})
		});
		return { ok: true, version, changed: true };
	});
}

/** Writes a version and makes it the one in force. */
async function keepVersion(
	tx: Tx,
	by: By,
	edition: EditionRow,
	plan: Plan,
	note: string | null
): Promise<number> {
	const version = edition.version + 1;
	await tx.insert(editionVersions).values({
		editionId: edition.id,
		number: version,
		plan,
		personId: by.who?.id ?? null,
		at: by.now,
		note
	});
	await tx
		.update(editions)
		.set({ plan, version, ...columnsOf(plan), updatedAt: by.now })
		.where(eq(editions.id, edition.id));
	if (edition.state === 'published') {
		await keepWording(tx, edition.id, plan, by.now);
		await touchContent(tx);
	}
	return version;
}

type Published =
	| { ok: true }
	| { ok: false; refusals: Refusal[] }
	/** What the check list still asks for. */
	| { ok: false; stops: Check[] };

/**
 * Publishes an edition as it stands in the version named, if its check list stops nothing. The words
 * of its statements are kept from now on.
 */
export async function publishEdition(
	db: Db,
	by: By,
	editionId: string,
	{ version }: { version: number }
): Promise<Published> {
	return write(db, async (tx) => {
		const [edition] = await tx.select().from(editions).where(eq(editions.id, editionId));
		if (!edition?.plan) return { ok: false, refusals: [{ field: '', reason: 'gone' }] };
		if (edition.state !== 'draft')
			return { ok: false, refusals: [{ field: '', reason: 'published' }] };
		if (edition.version !== version)
			return { ok: false, refusals: [{ field: '', reason: 'changed-meanwhile' }] };
		const missing = stops(edition.plan, by.now);
		if (missing.length) return { ok: false, stops: missing };
		await tx
			.update(editions)
			.set({ state: 'published', publishedAt: by.now, updatedAt: by.now })
			.where(eq(editions.id, editionId));
		const [contest] = await tx.select().from(contests).where(eq(contests.id, edition.contestId));
		if (contest!.publishedAt === null)
			await tx
				.update(contests)
				.set({ publishedAt: by.now })
				.where(eq(contests.id, edition.contestId));
		await keepWording(tx, editionId, edition.plan, by.now);
		await touchContent(tx);
		await record(tx, by, {
			act: 'publish',
			noun: 'editions',
			id: editionId,
			title: `${contest!.titleZh} · ${edition.titleZh}`,
			after: { version }
		});
		return { ok: true };
	});
}

/** Every version of a plan, the newest first, with who saved it. */
export const versionsOf = (db: Reader, editionId: string) =>
	db
		.select({
			number: editionVersions.number,
			at: editionVersions.at,
			note: editionVersions.note,
			plan: editionVersions.plan,
			by: people.name
		})
		.from(editionVersions)
		.leftJoin(people, eq(people.id, editionVersions.personId))
		.where(eq(editionVersions.editionId, editionId))
		.orderBy(desc(editionVersions.number));
