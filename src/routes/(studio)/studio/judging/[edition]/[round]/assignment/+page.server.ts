import { error, fail } from '@sveltejs/kit';
import { heard } from '$lib/server/heard';
import { nextWave } from '$lib/server/judging/adaptive';
import { drawTasks } from '$lib/server/judging/assignment';
import { add, move, remove } from '$lib/server/judging/assignment-hand';
import { TABLE_MOST, tableModes, takeTable } from '$lib/server/judging/assignment-table';
import { assignmentView } from '$lib/server/judging/assignment-view';
import { noForm } from '$lib/server/no-form';
import { refused } from '$lib/server/refused';
import { roundHere } from '../here.server';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ params, url, locals: { db, who } }) => {
	const view = await assignmentView(db, who, {
		...{ editionId: params.edition, roundId: params.round },
		look: (url.searchParams.get('entry') ?? '').slice(0, 40)
	});
	if (!view) error(404);
	return { view };
};

export const actions: Actions = {
	draw: async (event) => {
		const sent = await heard(event);
		await roundHere(event);
		const { db, by } = event.locals;
		const dryRun = sent.get('do') === 'try';
		const islands = sent.get('islands') === 'yes';
		const done = await drawTasks(db, by, event.params.round, { dryRun, islands });
		const values = { islands: islands ? 'yes' : '' };
		return done.ok
			? { of: 'draw', dryRun, drawn: done.value, values }
			: refused('draw', done.refusals, values);
	},
	hand: async (event) => {
		const sent = await heard(event);
		await roundHere(event);
		const { db, by } = event.locals;
		const text = (name: string) => (sent.get(name) ?? '').slice(0, 1000);
		const [deed, roundId, why] = [text('deed'), event.params.round, text('why')];
		const taskId = text('task');
		const done =
			deed === 'add'
				? await add(db, by, roundId, { entryId: text('id'), jurorId: text('juror') })
				: deed === 'remove'
					? await remove(db, by, { roundId, taskId, why })
					: await move(db, by, { roundId, taskId, toJurorId: text('juror'), why });
		return done.ok
			? { of: 'hand', deed: deed === 'add' || deed === 'remove' ? deed : 'move' }
			: refused('hand', done.refusals, { task: taskId, why });
	},
	table: async (event) => {
		const form = await event.request.formData().catch(noForm);
		await roundHere(event);
		const now = Math.max(event.locals.now, Date.now());
		const by = { ...event.locals.by, now };
		const mode = tableModes.find((one) => one === form.get('mode')) ?? 'add';
		const dryRun = form.get('do') !== 'write';
		const file = form.get('file');
		const kept = form.get('kept');
		const bytes =
			file instanceof File && file.size
				? Buffer.from(await file.slice(0, TABLE_MOST.bytes + 1).arrayBuffer())
				: Buffer.from(typeof kept === 'string' ? kept : '', 'base64');
		const done = await takeTable(event.locals.db, by, event.params.round, bytes, { mode, dryRun });
		if (!done.ok) return refused('table', done.refusals, { mode });
		const { bad, ...tabled } = done.value;
		const answer = {
			...{ of: 'table', dryRun, values: { mode } },
			tabled: { ...tabled, bad: bad.slice(0, 100), badCount: bad.length },
			// What was tried is what is written: without the file being chosen again.
			kept: dryRun && !bad.length ? bytes.toString('base64') : null
		};
		return bad.length ? fail(422, answer) : answer;
	},
	wave: async (event) => {
		const sent = await heard(event);
		await roundHere(event);
		const { db, by } = event.locals;
		const typed = (sent.get('budget') ?? '').trim().slice(0, 20);
		const dryRun = sent.get('do') === 'try';
		const budget = /^\d{1,6}$/.test(typed) ? Number(typed) : NaN;
		const done = await nextWave(db, by, event.params.round, { budget, dryRun });
		return done.ok
			? { of: 'wave', dryRun, wave: done.value, values: { budget: typed } }
			: refused('wave', done.refusals, { budget: typed });
	}
};
