import { error, fail } from '@sveltejs/kit';
import { screens, stageSteps } from '$lib/domain/judging/stage/turn';
import { href } from '$lib/domain/locale';
import type { Refusal } from '$lib/domain/refusal';
import { heard } from '$lib/server/heard';
import { roundById } from '$lib/server/judging/rounds';
import { drawStage } from '$lib/server/judging/stage-draw';
import { stageDesk } from '$lib/server/judging/stage-desk';
import { openScreen, revokeScreen, setStage } from '$lib/server/judging/stage-screen';
import { showOnScreen, stageDeed } from '$lib/server/judging/stage-steps';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

export const load: PageServerLoad = async ({ params, locals: { db, who, now, locale } }) => {
	const round = await roundById(db, params.edition, params.round);
	if (!round || round.plan.method !== 'stage') error(404);
	const desk = await stageDesk(db, who, round, locale, now);
	if (!desk) error(404);
	return { desk, at: now };
};

const conflicts = [
	'not-current',
	'not-now',
	'scoring',
	'unrevealed',
	'begun',
	'same-draw',
	'closed'
];
const refused = (of: string, refusals: Refusal[], values: Record<string, string> = {}) => {
	const reason = refusals[0]?.reason ?? '';
	return fail(reason === 'gone' ? 404 : conflicts.includes(reason) ? 409 : 422, {
		of,
		refusals,
		values
	});
};

/** The round of the address; one of another edition is not here. */
async function here({ params, locals: { db } }: RequestEvent): Promise<string> {
	const round = await roundById(db, params.edition, params.round);
	if (!round) error(404);
	return round.id;
}

export const actions: Actions = {
	draw: async (event) => {
		const sent = await heard(event);
		const why = (sent.get('why') ?? '').slice(0, 2000);
		const { db, by } = event.locals;
		const said = await drawStage(db, by, await here(event), why);
		return said.ok ? { of: 'draw' } : refused('draw', said.refusals, { why });
	},
	deed: async (event) => {
		const sent = await heard(event);
		const step = stageSteps.find((one) => one === sent.get('step'));
		const entryId = (sent.get('entry') ?? '').slice(0, 40);
		const why = (sent.get('why') ?? '').slice(0, 2000);
		if (!step) return refused('deed', [{ field: '', reason: 'gone' }]);
		const { db, by } = event.locals;
		const said = await stageDeed(db, by, await here(event), {
			...{ step, entryId, why },
			anyway: sent.get('anyway') === 'on'
		});
		return said.ok
			? { of: 'deed', step, entry: entryId }
			: refused('deed', said.refusals, { step, entry: entryId, why });
	},
	show: async (event) => {
		const sent = await heard(event);
		const screen = screens.find((one) => one === sent.get('screen'));
		if (!screen) return refused('show', [{ field: '', reason: 'gone' }]);
		const { db, by } = event.locals;
		const said = await showOnScreen(db, by, await here(event), screen);
		return said.ok ? { of: 'show' } : refused('show', said.refusals);
	},
	screen: async (event) => {
		const sent = await heard(event);
		const { db, by, locale } = event.locals;
		const roundId = await here(event);
		if (sent.get('do') === 'shut') {
			const said = await revokeScreen(db, by, roundId);
			return said.ok ? { of: 'shut' } : refused('screen', said.refusals);
		}
		const said = await openScreen(db, by, roundId);
		return said.ok
			? { of: 'screen', address: `${event.url.origin}${href(locale, `/screen/${said.value}`)}` }
			: refused('screen', said.refusals);
	},
	set: async (event) => {
		const sent = await heard(event);
		const typed = (sent.get('seconds') ?? '').normalize('NFKC').trim().slice(0, 20);
		const names = sent.get('names') === 'on';
		const { db, by } = event.locals;
		const said = await setStage(db, by, await here(event), {
			seconds: typed === '' ? null : Number(typed),
			names
		});
		return said.ok ? { of: 'set' } : refused('set', said.refusals, { seconds: typed });
	}
};
