import { eq } from 'drizzle-orm';
import { newRound } from '$lib/domain/judging/round-new';
import { roundDraft, roundFields } from '$lib/domain/judging/round-fields';
import type { DraftOf, Draft } from '$lib/domain/contests/plan-draft';
import { rounds } from '$lib/server/db/schema';
import { admit } from '$lib/server/judging/rounds-admit';
import { fixRule } from '$lib/server/judging/seal';
import { aPlan, anEdition, anEntry } from '../contests';
import { aRound, scored, someTasks } from '../judging';
import type { ARound } from '../judging';
import type { At, Examples, Sent } from './example';

const EDITION = '/(studio)/studio/judging/[edition]';
const ROUND = `${EDITION}/[round]`;
const DAY = 86_400_000;

const to = ({ editionId, roundId }: Pick<ARound, 'editionId' | 'roundId'>, form: Sent['form']) => ({
	params: { edition: editionId, round: roundId },
	form: form ?? {}
});
const here = (at: At) => at.me.by();
/** A round that is as somebody finds it now. */
const round = (at: At, over: Parameters<typeof aRound>[1] = {}) =>
	aRound(at.db, { entries: 2, jurors: 3, now: Date.now(), ...over });
const wrong = (state: 'draft' | 'sealed' | 'open' | 'closed') => async (at: At) =>
	to(await round(at, { state }), {});

/** The names and words of a form, as a browser sends them. */
const flat = (draft: Draft, name = ''): Record<string, string> =>
	typeof draft === 'string'
		? { [name]: draft }
		: Object.assign(
				{},
				...Object.entries(draft).map(([key, one]) => flat(one, name ? `${name}.${key}` : key))
			);

const day = (at: number) => new Date(at).toISOString().slice(0, 10);

async function draftOf(at: At) {
	const made = await round(at, { state: 'draft' });
	const [row] = await at.db.select().from(rounds).where(eq(rounds.id, made.roundId));
	return { ...made, row: row! };
}

async function fixed(at: At) {
	const made = await draftOf(at);
	const done = await fixRule(at.db, await here(at), made.roundId, { version: 1, chance: '摇号' });
	if (!done.ok) throw new Error(JSON.stringify(done.refusals));
	return { ...made, hash: done.value.hash };
}

/** A second round of an edition whose first is released, and an entry that did not go on. */
async function second(at: At) {
	const first = await round(at, { state: 'released' });
	const next = await round(at, {
		edition: first.edition,
		ordinal: 2,
		state: 'draft',
		of: first.jurors,
		field: first.entries.map(({ id }) => id)
	});
	return { ...next, number: first.entries[0]!.number, entryId: first.entries[0]!.id };
}

/** What organizers do with rounds. */
export const judging: Examples = {
	[`${EDITION} ?/add`]: {
		as: 'organizer',
		send: async ({ db }) => {
			const { editionId } = await anEdition(db, { plan: aPlan() });
			return { params: { edition: editionId }, form: { from: 'round', of: '' } };
		},
		bad: { params: { edition: '0' }, form: { from: 'nowhere' } }
	},
	[`${ROUND}/plan ?/save`]: {
		as: 'organizer',
		send: async (at) => {
			const made = await draftOf(at);
			const fields = roundFields(
				made.plan.criteria.map(({ id }) => id),
				[]
			);
			const draft: DraftOf = roundDraft(newRound({ zh: '改过的' }), fields, 'zh');
			return to(made, { ...flat(draft), version: '1', do: 'save' });
		},
		bad: wrong('draft')
	},
	[`${ROUND}/plan ?/remove`]: {
		as: 'organizer',
		send: async (at) => to(await draftOf(at), { sure: 'on' }),
		bad: wrong('sealed')
	},
	[`${ROUND} ?/fix`]: {
		as: 'organizer',
		send: async (at) => to(await draftOf(at), { version: '1', chance: '福彩 3D 下一期' }),
		bad: wrong('draft')
	},
	[`${ROUND} ?/seal`]: {
		as: 'organizer',
		send: async (at) => {
			const made = await fixed(at);
			return to(made, { hash: made.hash, words: '3 1 4', sure: 'on' });
		},
		bad: wrong('draft')
	},
	[`${ROUND} ?/open`]: {
		as: 'organizer',
		send: async (at) => {
			const made = await round(at, { state: 'sealed' });
			await someTasks(at.db, made);
			return to(made, {});
		},
		bad: wrong('sealed')
	},
	[`${ROUND} ?/extend`]: {
		as: 'organizer',
		send: async (at) =>
			to(await round(at), {
				'closesAt.day': day(Date.now() + 40 * DAY),
				'closesAt.time': '17:30',
				why: '评委出差'
			}),
		bad: wrong('open')
	},
	[`${ROUND} ?/close`]: {
		as: 'organizer',
		send: async (at) => {
			const made = await round(at);
			await someTasks(at.db, made);
			await scored(at.db, made, () => 80);
			return to(made, {});
		},
		bad: wrong('open')
	},
	[`${ROUND} ?/reopen`]: {
		as: 'organizer',
		send: async (at) =>
			to(await round(at, { state: 'closed' }), {
				'closesAt.day': day(Date.now() + 40 * DAY),
				'closesAt.time': '',
				why: '一位评委的分数没有收到'
			}),
		bad: wrong('closed')
	},
	[`${ROUND} ?/admit`]: {
		as: 'organizer',
		send: async (at) => {
			const made = await second(at);
			const entry = await anEntry(at.db, made.edition, { state: 'passed', now: Date.now() });
			return to(made, { number: entry.number!, why: '复核以后恢复资格' });
		},
		bad: wrong('draft')
	},
	[`${ROUND} ?/unadmit`]: {
		as: 'organizer',
		send: async (at) => {
			const made = await second(at);
			const { roundId, number, entryId } = made;
			await admit(at.db, await here(at), roundId, { number, why: '恢复资格' });
			return to(made, { entry: entryId });
		},
		bad: wrong('draft')
	}
};
