import { and, eq } from 'drizzle-orm';
import { jurors, tasks } from '$lib/server/db/schema';
import { write } from '$lib/server/db/write';
import { drawTasks } from '$lib/server/judging/assignment';
import { conflicts } from '$lib/server/db/schema';
import { leaveEdition } from '$lib/server/judging/panel';
import { aRound, scored, someJurors } from '../judging';
import type { ARound } from '../judging';
import { asRole, somebody } from '../people';
import type { At, Example, Examples, Sent } from './example';

const edition = '/(studio)/studio/judging/[edition]';
const panel = `${edition}/panel`;
const page = `${edition}/[round]/assignment`;
const clerk = () => asRole('organizer', { now: Date.now(), id: 'clerk' });

type Over = Parameters<typeof aRound>[1];
/** A round whose tasks are drawn; nobody has begun. */
async function drawn({ db }: At, over: Over = {}): Promise<ARound> {
	const now = Date.now();
	const round = await aRound(db, { entries: 6, jurors: 4, plan: { perEntry: 2 }, now, ...over });
	await drawTasks(db, clerk(), round.roundId);
	return round;
}
const paramsOf = ({ editionId, roundId }: ARound) => ({ edition: editionId, round: roundId });
const nowhere = { params: { edition: 'nowhere', round: 'nowhere' } };

const office = (
	form: (round: ARound, at: At) => Sent['form'] | Promise<Sent['form']>,
	more: Partial<Example> & { over?: Over } = {}
): Example => {
	const { over, ...rest } = more;
	return {
		as: 'organizer',
		send: async (at) => {
			const round = await drawn(at, over);
			return { params: paramsOf(round), form: (await form(round, at)) ?? {} };
		},
		bad: nowhere,
		...rest
	};
};

const taskOf = async ({ db }: At, { roundId }: ARound) =>
	(
		await db
			.select()
			.from(tasks)
			.where(and(eq(tasks.roundId, roundId), eq(tasks.state, 'open')))
	)[0]!;
/** A juror who does not judge the entry of a task. */
async function free(at: At, round: ARound): Promise<[task: string, entry: string, juror: string]> {
	const { id, entryId } = await taskOf(at, round);
	const theirs = await at.db.select().from(tasks).where(eq(tasks.entryId, entryId));
	const other = round.jurors.find((one) => !theirs.some(({ jurorId }) => jurorId === one.id))!;
	return [id, entryId, other.id];
}

/** What the office sends about juries, conflicts and who judges what. */
export const assignment: Examples = {
	[`${panel} ?/invite`]: office(async (_, { db }) => {
		const email = `judge-${Date.now()}-${Math.random()}@example.cn`;
		await somebody(db, { email, roles: ['juror'] });
		return { email, all: 'yes' };
	}),
	[`${panel} ?/change`]: office(({ jurors: [one] }) => ({
		...{ juror: one!.id, label: one!.label, category: 'film' }
	})),
	[`${panel} ?/join`]: [
		office(
			async ({ editionId, roundId }, { db }) => {
				const [fresh] = await someJurors(db, editionId, 1, { now: Date.now() });
				return { juror: fresh!.id, round: roundId };
			},
			{ what: 'joins' }
		),
		office(
			({ jurors: [one], roundId }) => ({
				...{ juror: one!.id, round: roundId, capacity: '2', do: 'try' }
			}),
			{ what: 'tries', none: 'says what would happen and does nothing' }
		)
	],
	[`${panel} ?/leave`]: office(({ jurors: [one], roundId }) => ({
		...{ juror: one!.id, round: roundId, why: '出差' }
	})),
	[`${panel} ?/leaveAll`]: office(({ jurors: [one] }) => ({ juror: one!.id, why: '退出' })),
	[`${panel} ?/back`]: office(async ({ editionId, jurors: [one] }, { db }) => {
		await leaveEdition(db, clerk(), { editionId, jurorId: one!.id, why: '退出' });
		return { juror: one!.id };
	}),
	[`${edition}/conflicts ?/look`]: office(() => ({})),
	[`${edition}/conflicts ?/add`]: office(({ jurors: [one], entries: [entry] }) => ({
		...{ juror: one!.id, number: entry!.number, kind: 'family', why: '亲属' }
	})),
	[`${edition}/conflicts ?/lift`]: office(async ({ editionId, jurors: [one], entries }, { db }) => {
		await write(db, async (tx) => {
			await tx.update(jurors).set({ updatedAt: Date.now() }).where(eq(jurors.id, one!.id));
			await tx.insert(conflicts).values({
				...{ editionId, jurorId: one!.id, entryId: entries[0]!.id, kind: 'crew' },
				...{ source: 'found', at: Date.now() }
			});
		});
		const [row] = await db.select().from(conflicts).where(eq(conflicts.jurorId, one!.id));
		return { conflict: row!.id, why: '同名' };
	}),
	[`${page} ?/draw`]: [
		office(() => ({ do: 'draw' }), { what: 'draws' }),
		office(() => ({ do: 'try' }), { what: 'tries', none: 'says what would come of it' })
	],
	[`${page} ?/hand`]: [
		office(
			async (round, at) => {
				const [task, , juror] = await free(at, round);
				return { deed: 'move', task, juror, why: '时间冲突' };
			},
			{ what: 'moves' }
		),
		office(
			async (round, at) => {
				const [, id, juror] = await free(at, round);
				return { deed: 'add', id, juror };
			},
			{ what: 'adds' }
		),
		office(
			async (round, at) => ({ deed: 'remove', task: (await taskOf(at, round)).id, why: '多了' }),
			{ what: 'removes' }
		)
	],
	[`${page} ?/table`]: [
		office(
			async (round, at) => {
				const [, id, juror] = await free(at, round);
				const { code } = round.entries.find((one) => one.id === id)!;
				const { label } = round.jurors.find((one) => one.id === juror)!;
				return { file: new File([`代码,评委\n${code},${label}\n`], 'a.csv'), do: 'write' };
			},
			{ what: 'writes' }
		)
	],
	[`${page} ?/wave`]: office(
		async (round, { db }) => {
			await scored(db, round, (entry, juror) => 60 + entry + ((entry * 7 + juror * 5) % 9), {
				now: Date.now()
			});
			return { budget: '4', do: 'ask' };
		},
		{
			over: {
				entries: 20,
				jurors: 6,
				plan: {
					...{ perEntry: 3, aggregate: 'calibrated', adaptive: { on: true, most: 5 } },
					selection: { within: 'all', count: 8, quotas: {}, least: null }
				}
			}
		}
	)
};
