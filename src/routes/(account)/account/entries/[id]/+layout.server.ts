import { mayDo } from '$lib/domain/contests/entry-law';
import { categoryOf, questionsOf } from '$lib/domain/contests/entry-ask';
import { hasCertificate } from '$lib/server/certificates/certificates';
import { occasionOf, standingOf } from '$lib/server/contests/entries';
import { pendingOf } from '$lib/server/contests/entry-trace';
import { messagesOf } from '$lib/server/contests/messages';
import { openedFor, owedFor } from './opened.server';
import type { LayoutServerLoad } from './$types';

/** What every page of an entry shows of it: where it stands, what is missing, how long there is. */
export const load: LayoutServerLoad = async (event) => {
	const { db, now } = event.locals;
	const opened = await openedFor(event);
	const { entry, plan, contest, edition, role, late } = opened;
	const occasion = await occasionOf(db, opened, now);
	const may = (deed: 'save' | 'submit' | 'correct' | 'withdraw') =>
		mayDo(deed, standingOf(entry), role, occasion).ok;
	const { owed, files } = await owedFor(event, opened);
	const { closesAt, correctUntil } = plan.dates;
	return {
		now,
		title: entry.content.title,
		entry: {
			id: entry.id,
			number: entry.number,
			state: entry.state,
			channel: entry.channel,
			role,
			revision: entry.revision,
			submittedAt: entry.submittedAt
		},
		contest: { zh: contest.titleZh, en: contest.titleEn },
		edition: { zh: edition.titleZh, en: edition.titleEn },
		place: `/contests/${contest.slug}/${edition.slug}`,
		category: categoryOf(plan, entry.categoryId)?.title ?? null,
		may: { save: may('save'), submit: may(entry.state === 'draft' ? 'submit' : 'correct') },
		/** Whether there is anything to submit: a draft, or changes since the last time. */
		pending:
			entry.state === 'draft' || entry.state === 'returned' || (await pendingOf(db, opened, files)),
		/** When the clock on the page runs out, and which it is. */
		ends:
			entry.state === 'returned'
				? { at: entry.correctBy ?? correctUntil ?? closesAt, correct: true }
				: { at: late ?? closesAt, correct: false },
		owed,
		labels: Object.fromEntries([
			...questionsOf(plan, entry.categoryId).flatMap(({ id, label }) => [
				[`answers.${id}`, label],
				[`file.${id}`, label]
			]),
			...(categoryOf(plan, entry.categoryId)?.materials ?? []).map(({ id, title }) => [
				`file.${id}`,
				title
			]),
			...plan.statements.map(({ key, title }) => [`agreed.${key}`, title])
		]) as Record<string, { zh: string; en?: string | null }>,
		/** Whether there is a certificate to be taken. */
		awarded: entry.number !== null && (await hasCertificate(db, entry.id)),
		unread: (await messagesOf(db, entry.id)).filter(
			({ fromOffice, readAt }) => fromOffice && readAt === null
		).length
	};
};
