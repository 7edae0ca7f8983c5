import { fail, redirect } from '@sveltejs/kit';
import type { Sent } from '$lib/domain/contests/entry-form';
import { noticeDays, periodKinds } from '$lib/domain/judging/notice/notice';
import type { Refusal, Ruled } from '$lib/domain/refusal';
import { heard } from '$lib/server/heard';
import { noticeDesk, previewEnd } from '$lib/server/judging/notice-desk';
import { askFinal, confirmFinal, noticeOf, publishNotice } from '$lib/server/judging/notices';
import { showable, showEntry } from '$lib/server/judging/showing';
import { statusOf } from '$lib/server/refused';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

export const load: PageServerLoad = async ({ params, url, locals: { db, who, now } }) => ({
	desk: await noticeDesk(db, who, params.edition, now),
	showing: await showable(db, params.edition),
	done: url.searchParams.get('done'),
	now
});

const read = (form: Sent) => ({
	kind: form.get('kind') ?? '',
	days: form.get('days') ?? '',
	contactZh: form.get('contactZh') ?? '',
	contactEn: form.get('contactEn') ?? '',
	noteZh: form.get('noteZh') ?? '',
	noteEn: form.get('noteEn') ?? ''
});

const refused = (of: string, refusals: readonly Refusal[], typed: Record<string, string> = {}) =>
	fail(statusOf(refusals), { of, refusals: [...refusals], typed });

const wholeNumber = (text: string): number => (/^\d{1,4}$/.test(text.trim()) ? Number(text) : NaN);

/** An act on the notice that stands, of this edition and no other. */
async function onNotice(
	event: RequestEvent,
	of: 'ask' | 'confirm',
	deed: (id: string) => Promise<Ruled<true>>
) {
	const notice = await noticeOf(event.locals.db, event.params.edition);
	const done = notice && (await deed(notice.id));
	if (!done?.ok) return refused(of, done?.refusals ?? [{ field: '', reason: 'gone' }]);
	redirect(303, `?done=${of}`);
}

const shows = (show: boolean) => async (event: RequestEvent) => {
	const of = show ? 'show' : 'hide';
	const form = await heard(event);
	const { db, by } = event.locals;
	const done = await showEntry(db, by, event.params.edition, form.get('entry') ?? '', show);
	if (!done.ok)
		return refused(
			of,
			done.refusals.map((one) =>
				one.reason === 'not-released' ? { ...one, reason: 'not-released-film' } : one
			)
		);
	redirect(303, `?done=${of}#showing`);
};

export const actions: Actions = {
	publish: async (event) => {
		const form = await heard(event);
		const { db, by } = event.locals;
		const typed = read(form);
		const kind = periodKinds.find((one) => one === typed.kind);
		const days = wholeNumber(typed.days);
		if (form.get('do') === 'preview') {
			if (!kind || !(days >= noticeDays.min && days <= noticeDays.max))
				return refused('publish', [{ field: 'days', reason: 'bad-number' }], typed);
			const { day, provisional } = await previewEnd(db, by.now, { kind, days });
			return { of: 'publish', typed, preview: { day, provisional } };
		}
		const done = await publishNotice(db, by, event.params.edition, {
			...{ kind: typed.kind, days },
			contact: { zh: typed.contactZh, en: typed.contactEn || null },
			note: typed.noteZh.trim() ? { zh: typed.noteZh, en: typed.noteEn || null } : null
		});
		if (!done.ok) return refused('publish', done.refusals, typed);
		redirect(303, '?done=publish');
	},
	ask: (event) => onNotice(event, 'ask', (id) => askFinal(event.locals.db, event.locals.by, id)),
	confirm: async (event) => {
		const form = await heard(event);
		if (form.get('sure') !== 'yes') return refused('confirm', [{ field: 'sure', reason: 'sure' }]);
		const { db, by } = event.locals;
		return onNotice(event, 'confirm', (id) => confirmFinal(db, by, id));
	},
	show: shows(true),
	hide: shows(false)
};
