import { and, eq, isNull } from 'drizzle-orm';
import { mayOrganize } from '$lib/domain/people/may';
import type { By } from '$lib/domain/people/who';
import { accept, refuse } from '$lib/domain/refusal';
import type { Ruled } from '$lib/domain/refusal';
import { personal, record } from '../audit';
import type { Db, Tx } from '../db/open';
import { editions, jurors, jurorTies, panel, rounds } from '../db/schema';
import { write } from '../db/write';
import { grantsOf } from '../people/grants';
import { byEmail } from '../people/people';
import { no, panelMost } from './assignment-reason';
import { findConflicts, phoneDigest } from './conflicts-find';
import { holdWall } from './conflicts-hold';

const office = (by: By): boolean => mayOrganize(by.who);

function readLabel(typed: string): Ruled<string> {
	const label = typed
		.normalize('NFKC')
		.replace(/[\s\p{C}]+/gu, ' ')
		.trim();
	if (!label) return no('missing', 'label');
	if (label.length > panelMost.label)
		return refuse({ field: 'label', reason: 'too-long', detail: { limit: panelMost.label } });
	return accept(label);
}

/** The next free label of an edition: 评委 01, 评委 02 … */
async function nextLabel(tx: Tx, editionId: string): Promise<string> {
	const rows = await tx
		.select({ label: jurors.label })
		.from(jurors)
		.where(eq(jurors.editionId, editionId));
	const taken = new Set(rows.map(({ label }) => label));
	for (let n = rows.length + 1; ; n++) {
		const label = `评委 ${String(n).padStart(2, '0')}`;
		if (!taken.has(label)) return label;
	}
}

/** What the office says of a juror. */
interface JurorForm {
	email: string;
	/** Empty for the next free one. */
	label: string;
	/** Ids of categories they know; null for all. */
	categories: string[] | null;
	/** Only a digest is kept, to compare with those of entries; empty for none. */
	phone?: string;
}

/** Takes somebody with the role of a juror into the jury of an edition and of its planned rounds. */
export const inviteJuror = (
	db: Db,
	by: By,
	editionId: string,
	form: JurorForm
): Promise<Ruled<{ id: string; found: number }>> =>
	write(db, async (tx) => {
		if (!office(by)) return no('not-yours');
		const [edition] = await tx.select().from(editions).where(eq(editions.id, editionId));
		if (!edition?.plan) return no('gone');
		const person = await byEmail(tx, form.email.trim().toLowerCase());
		if (!person || person.disabledAt !== null) return no('unknown-person', 'email');
		const grants = await grantsOf(tx, person.id);
		if (!grants.some(({ role }) => role === 'juror')) return no('not-a-juror', 'email');
		const all = await tx.select().from(jurors).where(eq(jurors.editionId, editionId));
		if (all.some(({ personId }) => personId === person.id)) return no('already-there', 'email');
		const label = form.label.trim()
			? readLabel(form.label)
			: accept(await nextLabel(tx, editionId));
		if (!label.ok) return label;
		if (all.some((one) => one.label === label.value)) return no('taken', 'label');
		const known = readCategories(form.categories, edition.plan.categories);
		if (!known.ok) return known;
		const [row] = await tx
			.insert(jurors)
			.values({
				...{ editionId, personId: person.id, label: label.value, categories: known.value },
				...{ joinedAt: by.now, createdAt: by.now, updatedAt: by.now }
			})
			.returning();
		// A round that is still planned takes them in, as a new round takes all there are.
		const planned = await tx
			.select({ roundId: rounds.id })
			.from(rounds)
			.where(
				and(eq(rounds.editionId, editionId), eq(rounds.state, 'draft'), isNull(rounds.againOf))
			);
		for (const { roundId } of planned)
			await tx.insert(panel).values({ roundId, jurorId: row!.id, joinedAt: by.now });
		const phone = phoneDigest(form.phone ?? '');
		if (phone)
			await tx
				.insert(jurorTies)
				.values({ jurorId: row!.id, kind: 'phone', value: phone, at: by.now });
		const found = await findConflicts(tx, editionId, by.now);
		if (found) await holdWall(tx, by, editionId);
		await record(tx, by, {
			act: 'invite',
			noun: 'jurors',
			id: row!.id,
			title: label.value,
			after: {
				edition: editionId,
				categories: known.value,
				person: personal(person.name, person.id)
			}
		});
		return accept({ id: row!.id, found });
	});

function readCategories(
	said: readonly string[] | null,
	plan: readonly { id: string }[]
): Ruled<string[] | null> {
	if (said === null) return accept(null);
	const ids = plan.map(({ id }) => id);
	if (said.some((id) => !ids.includes(id))) return no('unknown', 'categories');
	if (!said.length) return no('missing', 'categories');
	// Knowing every one is knowing all, those that are added later too.
	return accept(said.length === ids.length ? null : ids.filter((id) => said.includes(id)));
}

/** Changes how a juror is called and what they know. A label on a sealed rule stays. */
export const changeJuror = (
	db: Db,
	by: By,
	{
		editionId,
		jurorId,
		...form
	}: Omit<JurorForm, 'email' | 'phone'> & { editionId: string; jurorId: string }
): Promise<Ruled<true>> =>
	write(db, async (tx) => {
		if (!office(by)) return no('not-yours');
		const [row] = await tx
			.select({ juror: jurors, plan: editions.plan })
			.from(jurors)
			.innerJoin(editions, eq(editions.id, jurors.editionId))
			.where(and(eq(jurors.id, jurorId), eq(jurors.editionId, editionId)));
		if (!row?.plan) return no('gone');
		const label = readLabel(form.label);
		if (!label.ok) return label;
		const known = readCategories(form.categories, row.plan.categories);
		if (!known.ok) return known;
		const { juror } = row;
		if (label.value !== juror.label) {
			if (await isSealedIn(tx, jurorId)) return no('label-sealed', 'label');
			const same = and(eq(jurors.editionId, editionId), eq(jurors.label, label.value));
			if (await tx.$count(jurors, same)) return no('taken', 'label');
		}
		await tx
			.update(jurors)
			.set({ label: label.value, categories: known.value, updatedAt: by.now })
			.where(eq(jurors.id, jurorId));
		await record(tx, by, {
			act: 'change',
			noun: 'jurors',
			id: jurorId,
			title: label.value,
			before: { label: juror.label, categories: juror.categories },
			after: { edition: editionId, label: label.value, categories: known.value }
		});
		return accept(true);
	});

async function isSealedIn(tx: Tx, jurorId: string): Promise<boolean> {
	const rows = await tx
		.select({ state: rounds.state })
		.from(panel)
		.innerJoin(rounds, eq(rounds.id, panel.roundId))
		.where(eq(panel.jurorId, jurorId));
	return rows.some(({ state }) => state !== 'draft');
}
