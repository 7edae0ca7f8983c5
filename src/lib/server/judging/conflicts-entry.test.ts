import { and, eq, inArray } from 'drizzle-orm';
import { beforeEach, expect, it } from 'vitest';
import { office, value } from '$tests/assigning';
import { content } from '$tests/contests';
import { aRound, someJurors } from '$tests/judging';
import type { AJuror, ARound } from '$tests/judging';
import { acting, signedIn } from '$tests/people';
import { db, edition, filled, li } from '$tests/worlds/entries';
import { saveEntry, submitEntry } from '../contests/entries';
import { invite, join } from '../contests/invitations';
import { audit, conflicts, entries, people, rounds, tasks } from '../db/schema';
import { write } from '../db/write';
import { drawTasks } from './assignment';

// An entry whose people change while a round has it: the wall stands in the same moment.

let id: string;
let jurors: AJuror[];
let round: ARound;
beforeEach(async () => {
	const others = [await filled(), await filled()];
	id = await filled();
	for (const one of [...others, id]) value(await submitEntry(db, li, one, 'zh'));
	await write(db, (tx) => tx.update(entries).set({ state: 'passed' }));
	jurors = await someJurors(db, edition.editionId, 5);
	await write(db, (tx) =>
		tx.update(people).set({ name: '欧阳评' }).where(eq(people.id, jurors[0]!.personId))
	);
	round = await aRound(db, { edition, field: [...others, id], of: jurors, plan: { repeats: 0 } });
	value(await drawTasks(db, office, round.roundId));
	// Let the one juror have the entry, whatever the lot said.
	const mine = and(eq(tasks.entryId, id), eq(tasks.kind, 'score'));
	const [first, ...rest] = await db.select().from(tasks).where(mine);
	if (![first!, ...rest].some(({ jurorId }) => jurorId === jurors[0]!.id))
		await write(db, (tx) =>
			tx.update(tasks).set({ jurorId: jurors[0]!.id }).where(eq(tasks.id, first!.id))
		);
});

const judges = async () =>
	(
		await db
			.select({ jurorId: tasks.jurorId })
			.from(tasks)
			.where(
				and(
					eq(tasks.entryId, id),
					eq(tasks.kind, 'score'),
					inArray(tasks.state, ['open', 'scored', 'locked'])
				)
			)
	).map(({ jurorId }) => jurorId);

/** Puts somebody of this name into the crew, and submits that. */
async function nowWith(name: string) {
	// The office reopened it, for instance because the list of its people was not complete.
	await write(db, (tx) => tx.update(entries).set({ state: 'submitted' }).where(eq(entries.id, id)));
	const crew = [{ id: 'x', name, role: 'director', age: 'adult' as const, guardian: null }];
	value(await saveEntry(db, li, id, { content: content({ crew }), began: null }));
	return value(await submitEntry(db, li, id, 'zh'));
}

it('a juror’s name in the crew takes the entry from them at once, and somebody else has it', async () => {
	expect(await judges()).toContain(jurors[0]!.id);
	await nowWith('欧阳评');
	const after = await judges();
	expect(after).not.toContain(jurors[0]!.id);
	expect([after.length, new Set(after).size]).toEqual([3, 3]);
	const kept = await db.select().from(conflicts).where(eq(conflicts.entryId, id));
	expect(kept.map(({ jurorId, kind, source }) => [jurorId, kind, source])).toEqual([
		[jurors[0]!.id, 'crew', 'found']
	]);
	const [told] = await db.select().from(audit).where(eq(audit.act, 'look-for'));
	expect([told!.noun, told!.person]).toEqual(['conflicts', null]);
});

it('other people without a tie move nothing and leave no record of their own', async () => {
	const before = await judges();
	await nowWith('毫无关系');
	expect(await judges()).toEqual(before);
	expect(await db.$count(conflicts)).toBe(0);
	expect(await db.$count(audit, eq(audit.act, 'look-for'))).toBe(0);
});

it('a juror who joins the work on an entry judges it no more', async () => {
	const juror = await acting(db, await signedIn(db, jurors[0]!.personId));
	const { link } = value(await invite(db, li, id, '', 'zh'));
	value(await join(db, juror, new URL(link!).searchParams.get('token')));
	expect(await judges()).not.toContain(jurors[0]!.id);
	const kept = await db.select().from(conflicts).where(eq(conflicts.entryId, id));
	expect(kept.map(({ kind }) => kind)).toContain('self');
});

it('after the release nothing is looked for: it could move nothing', async () => {
	await write(db, (tx) =>
		tx
			.update(rounds)
			.set({ state: 'released', closedAt: li.now, releasedAt: li.now })
			.where(eq(rounds.id, round.roundId))
	);
	await nowWith('欧阳评');
	expect(await db.$count(conflicts)).toBe(0);
});
