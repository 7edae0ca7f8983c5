import { error, fail } from '@sveltejs/kit';
import { readReceipt } from '$lib/domain/judging/notice/objection';
import type { TypedObjection } from '$lib/domain/judging/notice/objection';
import type { Refusal } from '$lib/domain/refusal';
import { publicEdition } from '$lib/server/contests/public';
import { limiter } from '$lib/server/corrections-limit';
import { heardWithFile } from '$lib/server/heard';
import { phasesOf } from '$lib/server/judging/log-phases';
import { dropLetter, keepLetter, readLetter } from '$lib/server/letters';
import { noticeOf } from '$lib/server/judging/notices';
import {
	fileObjection,
	followObjection,
	publishedObjections,
	withdrawObjection
} from '$lib/server/judging/objections';
import { publishedOf } from '$lib/server/judging/published';
import { noForm } from '$lib/server/no-form';
import { wake } from '$lib/server/world';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

const filings = limiter({ each: 6, all: 300 });
const looks = limiter({ each: 30, all: 3000 });

async function opened({ params, locals: { db, now } }: Pick<RequestEvent, 'params' | 'locals'>) {
	const found = await publicEdition(db, params.contest, params.edition, now);
	if (!found) error(404, { message: 'path' });
	return found;
}

export const load: PageServerLoad = async (event) => {
	const { db, now } = event.locals;
	const { contest, edition } = await opened(event);
	const published = await publishedOf(db, edition.id);
	return {
		contest: { slug: contest.slug, title: contest.title },
		edition: { slug: edition.slug, title: edition.title },
		published: published && {
			...published,
			// Who of the office did what stays with the office.
			notice: {
				ordinal: published.notice.ordinal,
				kind: published.notice.kind,
				days: published.notice.days,
				publishedAt: published.notice.publishedAt,
				until: published.notice.until,
				finalAt: published.notice.finalAt,
				contact: published.notice.contact,
				note: published.notice.note
			}
		},
		checkpoint: (await phasesOf(db, edition.id)).findLast(({ note }) => note)?.note ?? null,
		objections: published ? await publishedObjections(db, edition.id) : null,
		now
	};
};

const textOf = (form: FormData, name: string): string => {
	const value = form.get(name);
	return typeof value === 'string' ? value : '';
};

const refused = (status: number, of: string, refusals: Refusal[], typed: object = {}) =>
	fail(status, { of, refusals, typed: typed as Record<string, string> });

export const actions: Actions = {
	object: async (event) => {
		const { locals, getClientAddress } = event;
		// A form held back must not carry the time of its first line past the end of the period.
		const form = await heardWithFile(event);
		const { edition } = await opened(event);
		const typed: TypedObjection = {
			number: textOf(form, 'number').toUpperCase(),
			kind: textOf(form, 'kind'),
			ground: textOf(form, 'ground'),
			name: textOf(form, 'name'),
			liaison: textOf(form, 'liaison'),
			phone: textOf(form, 'phone'),
			email: textOf(form, 'email'),
			text: textOf(form, 'text')
		};
		const notice = await noticeOf(locals.db, edition.id);
		if (!notice) return refused(422, 'object', [{ field: '', reason: 'gone' }], typed);
		const read = await readLetter(form.get('letter'));
		if (!read.ok) return refused(422, 'object', read.refusals, typed);
		if (!(await filings.take(getClientAddress())))
			return refused(429, 'object', [{ field: '', reason: 'too-often' }], typed);
		const { env } = await wake();
		const letter = read.value && (await keepLetter(read.value));
		const filed = await fileObjection(locals.db, locals.by, notice.id, typed, {
			letter,
			locale: locals.locale,
			scanned: env.clamd !== null
		});
		if (!filed.ok) {
			if (letter) await dropLetter(letter);
			return refused(422, 'object', filed.refusals, typed);
		}
		return { of: 'object', receipt: filed.value.receipt, due: filed.value.dueDay };
	},
	follow: async (event) => {
		const { edition } = await opened(event);
		const form = await event.request.formData().catch(noForm);
		const receipt = textOf(form, 'receipt');
		if (!(await looks.take(event.getClientAddress())))
			return refused(429, 'follow', [{ field: 'receipt', reason: 'too-often' }], { receipt });
		const followed = await followObjection(event.locals.db, edition.id, receipt);
		return followed
			? { of: 'follow', followed, receipt: readReceipt(receipt) }
			: refused(422, 'follow', [{ field: 'receipt', reason: 'unknown-receipt' }], { receipt });
	},
	withdraw: async (event) => {
		const { edition } = await opened(event);
		const form = await event.request.formData().catch(noForm);
		const receipt = textOf(form, 'receipt');
		if (!(await looks.take(event.getClientAddress())))
			return refused(429, 'follow', [{ field: 'receipt', reason: 'too-often' }], { receipt });
		const { db, by } = event.locals;
		const done = await withdrawObjection(db, by, edition.id, receipt);
		return done.ok
			? { of: 'follow', withdrawn: true }
			: refused(422, 'follow', done.refusals, { receipt });
	}
};
