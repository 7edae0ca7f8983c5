import { eq } from 'drizzle-orm';
import { typedOf } from '$lib/domain/judging/desk/sheet-form';
import type { StageStep } from '$lib/domain/judging/stage/turn';
import { jurors, tasks } from '$lib/server/db/schema';
import { write } from '$lib/server/db/write';
import { drawStage } from '$lib/server/judging/stage-draw';
import { openScreen } from '$lib/server/judging/stage-screen';
import { stageDeed } from '$lib/server/judging/stage-steps';
import { stageOf } from '$lib/server/judging/stage';
import { evenly } from '../judging';
import { asRole } from '../people';
import { aStage } from '../stage-world';
import type { At, Example, Examples } from './example';

const STAGE = '/(studio)/studio/judging/[edition]/[round]/stage';
const DESK = '/(jury)/jury/[round]/stage';

const office = () => asRole('organizer', { now: Date.now() });

/** A stage whose first speaker came as far as a deed leads. */
async function laid({ db }: At, upTo: readonly StageStep[] = []) {
	const round = await aStage(db, { now: Date.now() });
	const drawn = await drawStage(db, office(), round.roundId, '');
	if (!drawn.ok) throw new Error(JSON.stringify(drawn.refusals));
	const entryId = (await stageOf(db, round.roundId))!.turns[0]!.entryId;
	for (const step of upTo) {
		const said = await stageDeed(db, office(), round.roundId, {
			...{ step, entryId, why: '', anyway: true }
		});
		if (!said.ok) throw new Error(JSON.stringify(said.refusals));
	}
	return { round, entryId, params: { edition: round.editionId, round: round.roundId } };
}

const deed = (step: StageStep, upTo: readonly StageStep[], why = ''): Example => ({
	as: 'organizer',
	what: step,
	send: async (at) => {
		const { params, entryId } = await laid(at, upTo);
		return { params, form: { step, entry: entryId, why } };
	},
	bad: async (at) => {
		const { params, entryId } = await laid(at);
		return { params, form: { step: 'reveal', entry: entryId } };
	}
});

/** A juror’s sheet of whoever is on stage and being scored, or only called. */
const sheet = (what: 'save' | 'lock'): Example => ({
	as: 'juror',
	send: async (at) => sheetOf(at, ['call', 'open'], what),
	bad: async (at) => sheetOf(at, ['call'], what)
});

async function sheetOf(at: At, upTo: readonly StageStep[], what: 'save' | 'lock') {
	const { round, entryId } = await laid(at, upTo);
	const mine = round.jurors[0]!;
	await write(at.db, (tx) =>
		tx.update(jurors).set({ personId: at.me.id }).where(eq(jurors.id, mine.id))
	);
	const own = (await at.db.select().from(tasks).where(eq(tasks.jurorId, mine.id))).find(
		(task) => task.entryId === entryId
	)!;
	const { marks } = typedOf(round.plan, evenly(round.plan, 80));
	const form: Record<string, string> = { task: own.id, revision: '0', key: `a-key-to-${what}` };
	for (const [id, mark] of Object.entries(marks)) form[`marks.${id}`] = mark;
	return { params: { round: round.roundId }, form };
}

/** What is done on the day of a stage. */
export const stage: Examples = {
	[`${STAGE} ?/draw`]: {
		as: 'organizer',
		send: async ({ db }) => {
			const round = await aStage(db, { now: Date.now() });
			return { params: { edition: round.editionId, round: round.roundId }, form: {} };
		},
		bad: async (at) => ({ params: (await laid(at)).params, form: { why: '再抽一次' } })
	},
	[`${STAGE} ?/deed`]: [
		deed('call', []),
		deed('open', ['call']),
		deed('late', [], '堵车'),
		deed('absent', [], '没有到场'),
		deed('start', ['call'])
	],
	[`${STAGE} ?/show`]: {
		as: 'organizer',
		send: async (at) => ({ params: (await laid(at)).params, form: { screen: 'order' } }),
		bad: async (at) => ({ params: (await laid(at)).params, form: { screen: 'nothing' } })
	},
	[`${STAGE} ?/screen`]: [
		{
			as: 'organizer',
			send: async (at) => ({ params: (await laid(at)).params, form: { do: 'open' } }),
			bad: async (at) => ({ params: (await laid(at)).params, form: { do: 'shut' } })
		},
		{
			as: 'organizer',
			what: 'shut',
			send: async (at) => {
				const { round, params } = await laid(at);
				await openScreen(at.db, office(), round.roundId);
				return { params, form: { do: 'shut' } };
			},
			bad: null
		}
	],
	[`${STAGE} ?/set`]: {
		as: 'organizer',
		send: async (at) => ({ params: (await laid(at)).params, form: { seconds: '240' } }),
		bad: async (at) => ({ params: (await laid(at)).params, form: { seconds: '3' } })
	},
	[`${DESK} ?/save`]: sheet('save'),
	[`${DESK} ?/lock`]: sheet('lock')
};
