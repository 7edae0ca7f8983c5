import { error, fail, redirect } from '@sveltejs/kit';
import { crewRows } from '$lib/domain/contests/crew';
import { entrySteps, isEntryStep } from '$lib/domain/contests/entry';
import type { EntryStep } from '$lib/domain/contests/entry';
import { categoryOf, questionsOf, statementsOf } from '$lib/domain/contests/entry-ask';
import { mayDo } from '$lib/domain/contests/entry-law';
import { href } from '$lib/domain/locale';
import { applyCode } from '$lib/server/contests/entry-code';
import { removeFile, saveEntry, submitEntry } from '$lib/server/contests/entries';
import { occasionOf, standingOf } from '$lib/server/contests/entries';
import { newId } from '$lib/server/db/schema';
import { wordings } from '$lib/server/contests/statements';
import { heard } from '$lib/server/heard';
import { all as allTowns } from '$lib/server/towns';
import { openedFor, owedFor } from '../opened.server';
import { partOf, typedOf } from './read.server';
import { sendFile } from './send.server';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

function stepOf({ params }: Pick<RequestEvent, 'params'>): EntryStep {
	if (!isEntryStep(params.step)) error(404);
	return params.step;
}

export const load: PageServerLoad = async (event) => {
	const step = stepOf(event);
	const { db, now, locale } = event.locals;
	const opened = await openedFor(event);
	const { entry, plan, role, me } = opened;
	const occasion = await occasionOf(db, opened, now);
	if (!mayDo('save', standingOf(entry), role, occasion).ok)
		redirect(303, href(locale, `/account/entries/${entry.id}`));
	const { files, agreed } = await owedFor(event, opened);
	const content = { ...entry.content, agreed };
	const more = Math.min(20, Math.max(0, Number(event.url.searchParams.get('more')) || 0));
	const category = categoryOf(plan, entry.categoryId);
	const now_ = await wordings(db, entry.editionId);
	return {
		step,
		content,
		began: JSON.stringify(partOf(content, step)),
		me: me.who.email,
		towns: step === 'work' ? (await allTowns(db)).filter(({ own }) => own) : [],
		questions: questionsOf(plan, entry.categoryId).filter(({ kind }) => kind !== 'file'),
		townOwed: entry.channel === 'unit' && plan.channels.unit.chain.includes('town'),
		roles: plan.crew,
		rows: step === 'crew' ? crewRows(content.crew, plan.crew, more, () => newId(now)) : [],
		kept: plan.retention.contact ?? null,
		slots: [
			...(category?.materials ?? []).map(({ id, kind, title, help, required, max, maxBytes }) => ({
				id,
				kind,
				title,
				help,
				required: required || (kind === 'captions' && category?.film?.subtitles === 'file'),
				max,
				maxBytes
			})),
			...questionsOf(plan, entry.categoryId)
				.filter(({ kind }) => kind === 'file')
				.map(({ id, label, help, required, max }) => ({
					id,
					kind: 'file' as const,
					title: label,
					help,
					required,
					max: max ?? 1,
					maxBytes: 20 * 1024 * 1024
				}))
		],
		limits: category?.film ?? null,
		files,
		aiKinds: plan.aiKinds,
		statements: statementsOf(plan, content).map((statement) => ({
			...statement,
			version: now_.get(statement.key)?.version ?? 0
		})),
		mayShow: plan.showing === 'per-entry',
		saved: event.url.searchParams.has('saved')
	};
};

type Asked = RequestEvent;

async function save(event: Asked, then: (step: EntryStep) => string | null, { auto = false } = {}) {
	const step = stepOf(event);
	const { db, locale } = event.locals;
	const sent = await heard(event);
	const opened = await openedFor(event);
	const typed = typedOf(sent, step, opened, event.locals.now);
	const ruled = await saveEntry(db, opened.me, opened.entry.id, { ...typed, auto });
	if (!ruled.ok) return fail(422, { refusals: ruled.refusals });
	const { content, clashes, reworded } = ruled.value;
	const { owed } = await owedFor(event, {
		...opened,
		entry: { ...opened.entry, content }
	});
	const told = { owed, began: JSON.stringify(partOf(content, step)), at: event.locals.now };
	if (clashes.length || reworded.length)
		return fail(409, { ...told, clashes, reworded, typed: typed.content });
	const to = then(step);
	if (to) redirect(303, href(locale, `/account/entries/${opened.entry.id}/${to}`));
	return { ...told, saved: true };
}

export const actions: Actions = {
	save: (event) => save(event, () => null),
	/** By the page itself while somebody types. */
	keep: (event) => save(event, () => null, { auto: true }),
	next: (event) =>
		save(event, (step) => entrySteps[Math.min(entrySteps.indexOf(step) + 1, 5)] ?? null),
	add: (event) => save(event, () => 'crew?more=1'),
	remove: async (event) => {
		const sent = await heard(event);
		const { entry, me } = await openedFor(event);
		const ruled = await removeFile(event.locals.db, me, entry.id, sent.get('file') ?? '');
		return ruled.ok ? { removed: ruled.value } : fail(404, { refusals: ruled.refusals });
	},
	upload: (event) => sendFile(event),
	code: async (event) => {
		const sent = await heard(event);
		const { entry, me } = await openedFor(event);
		const ruled = await applyCode(event.locals.db, me, entry.id, sent.get('code') ?? '');
		return ruled.ok ? { until: ruled.value.until } : fail(422, { refusals: ruled.refusals });
	},
	submit: async (event) => {
		const { db, locale } = event.locals;
		const sent = await heard(event);
		const { entry, me } = await openedFor(event);
		if (sent.get('sure') !== 'yes')
			return fail(422, { refusals: [{ field: 'sure', reason: 'sure' }] });
		const ruled = await submitEntry(db, me, entry.id, locale);
		if (!ruled.ok) return fail(422, { refusals: ruled.refusals });
		redirect(303, href(locale, `/account/entries/${entry.id}?submitted`));
	}
};
