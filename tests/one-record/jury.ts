import { eq } from 'drizzle-orm';
import { typedOf } from '$lib/domain/judging/desk/sheet-form';
import type { Db } from '$lib/server/db/open';
import { jurors, tasks } from '$lib/server/db/schema';
import { write } from '$lib/server/db/write';
import { lockSheet } from '$lib/server/judging/score';
import { seatOf } from '$lib/server/judging/desk';
import { paperOf } from '$lib/server/judging/sheet-paper';
import { addNote } from '$lib/server/judging/notes';
import { aRound, evenly, someJurors, someTasks } from '../judging';
import type { ARound } from '../judging';
import type { At, Example, Examples, Sent } from './example';

const desk = '/(jury)/jury';
const one = `${desk}/[round]/[entry]`;
const office = '/(studio)/studio/judging/[edition]/[round]/progress';

interface Laid {
	round: ARound;
	task: string;
	code: string;
	params: { round: string; entry: string };
}

/** A round with one entry before whoever acts, and a second juror beside. */
async function laid(db: Db, personId: string): Promise<Laid> {
	const now = Date.now();
	const edition = await aRound(db, { entries: 0, jurors: 0, now });
	const [mine, other] = await someJurors(db, edition.editionId, 2, { now });
	await write(db, (tx) => tx.update(jurors).set({ personId }).where(eq(jurors.id, mine!.id)));
	const round = await aRound(db, {
		edition: edition.edition,
		ordinal: 2,
		entries: 1,
		of: [mine!, other!],
		now
	});
	const [task] = await someTasks(db, round, { pairs: [[0, 0]], now });
	const code = round.entries[0]!.code;
	return { round, task: task!.id, code, params: { round: round.roundId, entry: code } };
}

const marks = ({ plan }: ARound): Record<string, string> =>
	Object.fromEntries(
		Object.entries(typedOf(plan, evenly(plan, 80)).marks).map(([id, mark]) => [`marks.${id}`, mark])
	);

const locked = async ({ db, me }: At, { round, task, code }: Laid) =>
	lockSheet(
		db,
		await me.by(),
		{ roundId: round.roundId, code, taskId: task },
		{ typed: (plan) => typedOf(plan, evenly(plan, 80)), revision: 0, key: null, typedAt: null }
	);

const juror = (
	send: (at: At, laid: Laid) => Sent['form'] | Promise<Sent['form']>,
	more: Partial<Example> = {}
): Example => ({
	as: 'juror',
	send: async (at) => {
		const world = await laid(at.db, at.me.id);
		const form = (await send(at, world)) ?? {};
		return { params: world.params, form };
	},
	bad: { params: { round: 'nowhere', entry: 'NONE' }, form: { task: 'nothing' } },
	...more
});

const organizer = (
	send: (at: At, laid: Laid) => Sent['form'] | Promise<Sent['form']>
): Example => ({
	as: 'organizer',
	send: async (at) => {
		const person = await at.person('juror');
		const world = await laid(at.db, person.id);
		await locked({ ...at, me: person }, world);
		return {
			params: { edition: world.round.editionId, round: world.round.roundId },
			form: (await send(at, world)) ?? {}
		};
	},
	bad: { params: { edition: 'nowhere', round: 'nowhere' }, form: {} }
});

/** What jurors do at their desk, and what the office does about it. */
export const jury: Examples = {
	[`${desk}/ties ?/default`]: {
		as: 'juror',
		send: async (at) => {
			const { round } = await laid(at.db, at.me.id);
			return { form: { edition: round.editionId, unit: '某某中学\n某某公司' } };
		},
		bad: { form: { edition: 'nowhere', none: 'yes' } }
	},
	[`${desk}/[round] ?/lockAll`]: juror(async ({ db }, { round, task }) => {
		const sheet = evenly(round.plan, 80);
		await write(db, (tx) =>
			tx
				.update(tasks)
				.set({ sheet, total: 800_000, state: 'scored', scoredAt: Date.now(), revision: 1 })
				.where(eq(tasks.id, task))
		);
		return {};
	}),
	[`${desk}/[round]/sheet ?/sign`]: juror(async (at, world) => {
		await locked(at, world);
		const seat = await seatOf(at.db, (await at.me.by()).who, world.round.roundId, Date.now());
		return { digest: (await paperOf(at.db, seat!)).digest };
	}),
	[`${one} ?/save`]: juror((_, { round, task }) => ({ task, revision: '0', ...marks(round) })),
	[`${one} ?/lock`]: juror((_, { round, task }) => ({ task, revision: '0', ...marks(round) })),
	[`${one} ?/watched`]: juror((_, { task }) => ({ task, parts: '' }), {
		none: 'what was watched is told by the lock of the sheet'
	}),
	[`${one} ?/note`]: juror((_, { task }) => ({ task, note: '开头很好', second: '0:12' })),
	[`${one} ?/dropNote`]: juror(async ({ db, me }, { round, task, code }) => {
		const asked = { roundId: round.roundId, code, taskId: task };
		const noting = { second: null, criterionId: null, text: '开头很好', shared: false };
		const note = await addNote(db, await me.by(), asked, noting);
		return { task, id: note.ok ? note.value : '' };
	}),
	[`${one} ?/recuse`]: juror((_, { task }) => ({ task, why: '认识作者' })),
	[`${office} ?/unlock`]: organizer((_, { round, code }) => ({
		juror: round.jurors[0]!.id,
		code,
		why: '评委误锁'
	})),
	[`${office} ?/remind`]: organizer(async ({ db }, { round }) => {
		await someTasks(db, round, { pairs: [[0, 1]], now: Date.now() });
		return {};
	})
};
