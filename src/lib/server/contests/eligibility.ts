import { and, desc, eq } from 'drizzle-orm';
import { isVerdict, readDecision, standsWith } from '$lib/domain/contests/eligibility';
import type { Decision, TypedDecision } from '$lib/domain/contests/eligibility';
import { mayDo, stateAfter } from '$lib/domain/contests/entry-law';
import type { EntryState } from '$lib/domain/contests/state';
import type { By, Who } from '$lib/domain/people/who';
import { accept, refuse } from '$lib/domain/refusal';
import type { Ruled } from '$lib/domain/refusal';
import { personal, record } from '../audit';
import type { Db, Reader, Tx } from '../db/open';
import { entries, entryEditors, entryOpinions, entryTrace } from '../db/schema';
import { write } from '../db/write';
import { occasionOf, standingOf } from './entries';
import { tellDecided } from './eligibility-mails';
import { submittedContents } from './entry-lines';
import { entryForOffice } from './list';
import type { OfficeEntry } from './list';

/** What came of a decision. */
interface Decided {
	state: EntryState;
	/** False while a second officer has to say the same. */
	stands: boolean;
	/** Exactly this had been said before, by a second click perhaps. */
	again: boolean;
}

/** A decision on one entry, as the form sends it: `version` is the one the officer looked at. */
export type Deciding = TypedDecision & { version: number };

/**
 * Whether somebody stands behind an entry: opened it, works on it, or is whom it named as contact when
 * it was submitted; the draft can name anybody, or nobody any more.
 * Nobody decides about the own entry, whatever their office.
 */
export async function isOwnEntry(
	db: Reader,
	who: Who,
	{ id, ownerId, content }: OfficeEntry['entry']
): Promise<boolean> {
	if (ownerId === who.id) return true;
	const { contact } = (await submittedContents(db, [id])).get(id) ?? content;
	if (contact?.email.trim().toLowerCase() === who.email.toLowerCase()) return true;
	const [editor] = await db
		.select({ id: entryEditors.personId })
		.from(entryEditors)
		.where(and(eq(entryEditors.entryId, id), eq(entryEditors.personId, who.id)));
	return !!editor;
}

interface Weighed {
	opened: OfficeEntry;
	decision: Decision;
	/** It was done already, by the same officer and in the same words. */
	again: boolean;
}

/** Everything that speaks against a decision, without making it. */
export async function weigh(
	db: Reader,
	by: By,
	id: string,
	deciding: Deciding
): Promise<Ruled<Weighed>> {
	const opened = await entryForOffice(db, by.who, id);
	if (!opened || !by.who) return refuse({ field: '', reason: 'gone' });
	const { entry, plan } = opened;
	if (await isOwnEntry(db, by.who, entry)) return refuse({ field: '', reason: 'own-entry' });
	const read = readDecision(deciding, plan, by.now);
	if (!read.ok) return read;
	const decision = read.value;
	if (deciding.version !== entry.version)
		return refuse({ field: '', reason: 'stale', detail: { version: entry.version } });
	if (await saidAlready(db, by.who, opened, decision))
		return accept({ opened, decision, again: true });
	const may = mayDo(
		decision.deed,
		standingOf(entry),
		'office',
		await occasionOf(db, { ...opened, late: null }, by.now)
	);
	return may.ok ? accept({ opened, decision, again: false }) : may;
}

/** Whether the last thing that happened to an entry is this very decision of this very person. */
async function saidAlready(
	db: Reader,
	who: Who,
	{ entry }: OfficeEntry,
	{ deed, reasons, note, dueAt }: Decision
): Promise<boolean> {
	const [last] = await db
		.select()
		.from(entryTrace)
		.where(eq(entryTrace.entryId, entry.id))
		.orderBy(desc(entryTrace.at), desc(entryTrace.id))
		.limit(1);
	return (
		last?.act === deed &&
		last.personId === who.id &&
		last.version === entry.version &&
		last.note === note &&
		last.dueAt === dueAt &&
		reasons.every((reason) => last.reasons.includes(reason))
	);
}

/** Decides about an entry, as one transaction that happens whole or not at all. */
export const decide = (db: Db, by: By, id: string, deciding: Deciding): Promise<Ruled<Decided>> =>
	write(db, async (tx) => {
		const weighed = await weigh(tx, by, id, deciding);
		if (!weighed.ok) {
			if (weighed.refusals[0]?.reason === 'own-entry')
				await record(tx, by, {
					act: 'conflict',
					noun: 'entries',
					id,
					after: { deed: deciding.deed }
				});
			return weighed;
		}
		return accept(await carry(tx, by, weighed.value));
	});

async function carry(tx: Tx, by: By, { opened, decision, again }: Weighed): Promise<Decided> {
	const { entry, plan } = opened;
	if (again) return { state: entry.state, stands: true, again };
	let final = decision;
	let second: string | null = null;
	if (plan.eligibility.twoPersons && isVerdict(decision.deed)) {
		const said = await giveOpinion(tx, by, opened, decision);
		if (!said.together) return { state: entry.state, stands: false, again: said.again };
		final = { ...decision, reasons: said.together.reasons, note: said.together.note };
		second = said.together.with;
	}
	const { deed, reasons, note, dueAt } = final;
	const state = stateAfter[deed] ?? entry.state;
	await tx
		.update(entries)
		.set({
			state,
			correctBy: deed === 'return' || deed === 'extend' ? dueAt : null,
			// What is judged anew, or found not eligible, is shown to nobody.
			...(state === 'passed' ? {} : { releasedAt: null }),
			decidedAt: deed === 'extend' ? entry.decidedAt : deed === 'reopen' ? null : by.now,
			updatedAt: by.now
		})
		.where(eq(entries.id, entry.id));
	// Opened again it is judged anew; what was said stays on the record.
	if (deed === 'reopen')
		await tx
			.delete(entryOpinions)
			.where(and(eq(entryOpinions.entryId, entry.id), eq(entryOpinions.version, entry.version)));
	await tx.insert(entryTrace).values({
		entryId: entry.id,
		act: deed,
		state,
		version: entry.version,
		personId: by.who!.id,
		reasons,
		note,
		dueAt,
		at: by.now
	});
	await record(tx, by, {
		// To refuse is, on the record, what the portal does with whoever may not.
		act: deed === 'refuse' ? 'reject' : deed,
		noun: 'entries',
		id: entry.id,
		title: entry.title,
		before: { state: entry.state },
		after: {
			state,
			number: entry.number,
			version: entry.version,
			...(reasons.length ? { reasons: reasons.join(' ') } : {}),
			...(dueAt === null ? {} : { dueAt }),
			...(second === null ? {} : { second })
		},
		...(note ? { why: personal(note, entry.ownerId) } : {})
	});
	await tellDecided(tx, opened, final, by.now);
	return { state, stands: true, again: false };
}

/** Keeps what an officer says where two must agree; the second of the same mind makes it stand. */
async function giveOpinion(tx: Tx, by: By, { entry }: OfficeEntry, decision: Decision) {
	const said = await tx
		.select()
		.from(entryOpinions)
		.where(and(eq(entryOpinions.entryId, entry.id), eq(entryOpinions.version, entry.version)));
	const { reasons, note } = decision;
	const mine = {
		personId: by.who!.id,
		verdict: decision.deed as (typeof said)[number]['verdict'],
		reasons,
		note
	};
	const own = said.find(({ personId }) => personId === mine.personId);
	const again =
		own?.verdict === mine.verdict && own.note === note && own.reasons.join() === reasons.join();
	const together = standsWith(mine, said);
	if (again && !together) return { together, again };
	await tx
		.insert(entryOpinions)
		.values({ entryId: entry.id, version: entry.version, at: by.now, ...mine })
		.onConflictDoUpdate({
			target: [entryOpinions.entryId, entryOpinions.version, entryOpinions.personId],
			set: { ...mine, at: by.now }
		});
	if (!together)
		await record(tx, by, {
			act: 'propose',
			noun: 'entries',
			id: entry.id,
			title: entry.title,
			after: { deed: decision.deed, version: entry.version, reasons: reasons.join(' ') }
		});
	return { together, again: false };
}
