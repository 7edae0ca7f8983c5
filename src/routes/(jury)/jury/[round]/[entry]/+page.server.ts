import { error, redirect } from '@sveltejs/kit';
import { readParts } from '$lib/domain/judging/desk/coverage';
import { around } from '$lib/domain/judging/desk/queue';
import { typedOf } from '$lib/domain/judging/desk/sheet-form';
import type { Sent } from '$lib/domain/judging/desk/sheet-form';
import { readClock } from '$lib/domain/films/clock';
import { href } from '$lib/domain/locale';
import { newId } from '$lib/server/db/schema';
import { heard } from '$lib/server/heard';
import { recuse } from '$lib/server/judging/conflicts';
import { taskByCode } from '$lib/server/judging/desk';
import { materialFor } from '$lib/server/judging/desk-entry';
import { othersOf } from '$lib/server/judging/desk-others';
import { historyOf } from '$lib/server/judging/history';
import { addNote, dropNote, notesOf } from '$lib/server/judging/notes';
import { lockSheet, saveSheet } from '$lib/server/judging/score';
import { ownTask } from '$lib/server/judging/score-row';
import { reportWatched } from '$lib/server/judging/watched';
import { wake } from '$lib/server/world';
import { roundShown, seatAt } from '../../seat.server';
import { answered, refused, savingOf } from '../../sheet.server';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

export const load: PageServerLoad = async (event) => {
	const { db, who, now } = event.locals;
	const seat = await seatAt(event);
	if (seat.phase === 'before') error(404, { message: 'missing' });
	const one = await taskByCode(db, seat, event.params.entry);
	if (!one) error(404, { message: 'missing' });
	const { task, line, at } = one;
	const { plan } = seat.round;
	const [material, others, notes, history] = await Promise.all([
		materialFor(db, who!, seat, one, now, (await wake()).env),
		othersOf(db, plan, task),
		notesOf(db, task.id),
		historyOf(db, task.id)
	]);
	const near = around(line, one.code);
	return {
		me: who!.id,
		round: roundShown(seat),
		code: one.code,
		task: task.id,
		key: newId(now),
		place: at + 1,
		all: line.length,
		before: near.before?.code ?? null,
		after: near.after?.code ?? null,
		todo: near.todo?.code ?? null,
		sample: task.kind === 'sample',
		talks: plan.talk || task.kind === 'sample',
		state: task.state,
		revision: task.revision,
		typed: typedOf(plan, task.sheet),
		lockedAt: task.lockedAt,
		seconds: material?.seconds ?? null,
		watched: { parts: task.watched, share: task.share, opened: task.openedAt !== null },
		material,
		notes,
		others,
		history
	};
};

const asked = ({ params }: RequestEvent, sent: Sent) => ({
	roundId: params.round,
	code: params.entry,
	taskId: (sent.get('task') ?? '').slice(0, 40)
});

export const actions: Actions = {
	save: async (event) => {
		const sent = await heard(event);
		const { db, by } = event.locals;
		return answered(
			event,
			'save',
			await saveSheet(db, by, asked(event, sent), savingOf(sent)),
			sent
		);
	},
	lock: async (event) => {
		const sent = await heard(event);
		const { db, by } = event.locals;
		return answered(
			event,
			'lock',
			await lockSheet(db, by, asked(event, sent), savingOf(sent)),
			sent
		);
	},
	watched: async (event) => {
		const sent = await heard(event);
		const { db, by } = event.locals;
		const parts = sent.get('all') === 'yes' ? 'all' : readParts(sent.get('parts') ?? '');
		if (parts === null) return refused('watched', [{ field: 'watched', reason: 'unknown' }]);
		const said = await reportWatched(db, by, asked(event, sent), parts);
		return said.ok ? { of: 'watched', ...said.value } : refused('watched', said.refusals);
	},
	note: async (event) => {
		const sent = await heard(event);
		const { db, by } = event.locals;
		const typed = (sent.get('second') ?? '').slice(0, 20).replace('：', ':').trim();
		const second = typed ? (readClock(typed) ?? NaN) : null;
		const noting = {
			second,
			criterionId: (sent.get('criterion') ?? '').slice(0, 40) || null,
			text: (sent.get('note') ?? '').slice(0, 5000),
			shared: sent.get('shared') === 'yes'
		};
		const said = await addNote(db, by, asked(event, sent), noting);
		return said.ok
			? { of: 'note', noted: said.value }
			: refused('note', said.refusals, { note: { text: noting.text, second: typed } });
	},
	dropNote: async (event) => {
		const sent = await heard(event);
		const { db, by } = event.locals;
		const id = (sent.get('id') ?? '').slice(0, 40);
		const said = await dropNote(db, by, asked(event, sent), id);
		return said.ok ? { of: 'note' } : refused('note', said.refusals);
	},
	recuse: async (event) => {
		const sent = await heard(event);
		const { db, by, locale } = event.locals;
		const why = (sent.get('why') ?? '').slice(0, 2000);
		const which = asked(event, sent);
		const own = await ownTask(db, by, which);
		if (!own) return refused('recuse', [{ field: '', reason: 'gone' }]);
		const said = await recuse(db, by, which.taskId, why);
		if (!said.ok) return refused('recuse', said.refusals, { why });
		redirect(
			303,
			href(locale, `/jury/${event.params.round}?recused=${encodeURIComponent(event.params.entry)}`)
		);
	}
};
