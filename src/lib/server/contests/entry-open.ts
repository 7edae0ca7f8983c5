import { and, eq, isNull, ne, sql } from 'drizzle-orm';
import { mayOpenDraft } from '$lib/domain/contests/dates';
import { emptyEntry } from '$lib/domain/contests/entry';
import type { EntryContent } from '$lib/domain/contests/entry';
import { categoryOf, questionsOf } from '$lib/domain/contests/entry-ask';
import { channels } from '$lib/domain/contests/plan';
import type { Channel, Plan } from '$lib/domain/contests/plan';
import { accept, refuse } from '$lib/domain/refusal';
import type { Ruled } from '$lib/domain/refusal';
import { sortKey } from '$lib/domain/sort';
import { record } from '../audit';
import type { Db, Tx } from '../db/open';
import { editions, entries, entryTrace, newId } from '../db/schema';
import { write } from '../db/write';
import type { Self } from '../people/account';
import { codeMeant, useCode } from './entry-code';
import { entryFor, windowOf } from './entries';

/** Drafts one account may have open in an edition; more is no contestant. */
const MOST_DRAFTS = 60;

/** What somebody chose before the form opens. */
interface Choice {
	editionId: string;
	categoryId: string;
	channel: string;
	/** Access code of the office, for one who comes late. */
	code?: string | undefined;
}

/** Opens a draft; refuses with every reason against it. */
export async function openEntry(db: Db, by: Self, choice: Choice): Promise<Ruled<string>> {
	return write(db, (tx) => opened(tx, by, choice, { act: 'open', content: emptyEntry }));
}

async function opened(
	tx: Tx,
	by: Self,
	choice: Choice,
	{ act, content }: { act: 'open' | 'copy'; content: EntryContent }
): Promise<Ruled<string>> {
	const { editionId, categoryId } = choice;
	const { now } = by;
	const [edition] = await tx.select().from(editions).where(eq(editions.id, editionId));
	const plan = edition?.plan;
	if (!edition || !plan) return refuse({ field: '', reason: 'gone' });
	const code = await codeMeant(tx, editionId, choice.code, now);
	if (!code.ok) return code;
	const may = mayOpenDraft(windowOf(edition), now, code.value?.expiresAt ?? null);
	if (!may.ok) return may;
	const channel = channels.find((one) => one === choice.channel);
	const category = categoryOf(plan, categoryId);
	if (!category) return refuse({ field: 'category', reason: 'required' });
	if (!channel) return refuse({ field: 'channel', reason: 'required' });
	if (!plan.channels[channel].open || !category.channels.includes(channel))
		return refuse({ field: 'channel', reason: 'channel-closed' });
	const full = await tooMany(tx, plan, editionId, by.who.id, channel);
	if (full) return refuse({ field: '', reason: full.reason, detail: { limit: full.limit } });

	const id = newId(now);
	await tx.insert(entries).values({
		id,
		editionId,
		categoryId,
		channel,
		content: { ...content, contact: content.contact ?? firstContact(by) },
		title: content.title.slice(0, 200),
		titleEn: content.titleEn,
		sortKey: content.title ? sortKey(content.title) : '',
		town: content.town,
		unit: content.unit,
		ownerId: by.who.id,
		accessCode: code.value?.id ?? null,
		createdAt: now,
		updatedAt: now
	});
	if (code.value) await useCode(tx, code.value.id, id, now);
	await tx
		.insert(entryTrace)
		.values({ entryId: id, act, state: 'draft', version: 0, personId: by.who.id, at: now });
	await record(tx, by, {
		act,
		noun: 'entries',
		id,
		title: content.title || undefined,
		after: { edition: editionId, category: categoryId, channel }
	});
	return accept(id);
}

const firstContact = ({ who }: Self) => ({
	name: '',
	phone: '',
	email: who.email,
	address: null
});

/** Whether somebody has as many entries in an edition as they may: in drafts, or in the own name. */
async function tooMany(
	tx: Tx,
	plan: Plan,
	editionId: string,
	personId: string,
	channel: Channel
): Promise<{ reason: string; limit: number } | null> {
	const mine = and(
		eq(entries.editionId, editionId),
		eq(entries.ownerId, personId),
		ne(entries.state, 'withdrawn')
	);
	if ((await tx.$count(entries, and(mine, isNull(entries.number)))) >= MOST_DRAFTS)
		return { reason: 'many-drafts', limit: MOST_DRAFTS };
	const limit = channel === 'person' ? plan.channels.person.perPerson : null;
	if (limit === null) return null;
	const own = await tx.$count(entries, and(mine, eq(entries.channel, 'person')));
	return own >= limit ? { reason: 'per-person', limit } : null;
}

/**
 * Makes a new draft with the words of an entry: what the edition does not ask any more is left out,
 * statements and guardians are asked anew and files are sent anew. How its people are reached goes to
 * nobody but the owner.
 */
export async function copyEntry(db: Db, by: Self, id: string): Promise<Ruled<string>> {
	return write(db, async (tx) => {
		const from = await entryFor(tx, by.who, id);
		if (!from) return refuse({ field: '', reason: 'gone' });
		const { entry, plan, role } = from;
		const asked = new Set(questionsOf(plan, entry.categoryId).map((question) => question.id));
		const answers = Object.fromEntries(
			Object.entries(entry.content.answers).filter(([key]) => asked.has(key))
		);
		const { crew, contact } = entry.content;
		const own = role === 'owner';
		const content: EntryContent = {
			...entry.content,
			answers,
			contact: own ? contact : null,
			crew: crew.map((member) => ({
				...member,
				guardian: own && member.guardian ? { ...member.guardian, consent: false } : null
			})),
			agreed: [],
			showing: false
		};
		return opened(
			tx,
			by,
			{ editionId: entry.editionId, categoryId: entry.categoryId, channel: entry.channel },
			{ act: 'copy', content }
		);
	});
}

/** Entries of an edition that count against limits: sent in and not taken back. */
export const counted = (editionId: string) =>
	and(
		eq(entries.editionId, editionId),
		sql`${entries.number} IS NOT NULL`,
		ne(entries.state, 'withdrawn')
	)!;
