import { error } from '@sveltejs/kit';
import { keyText } from '$lib/domain/audit/note';
import { readVerifier } from '$lib/server/audit/key';
import { publicEdition } from '$lib/server/contests/public';
import { isOpen, phasesOf, roundTitles } from '$lib/server/judging/log-phases';
import { noticeOf } from '$lib/server/judging/notices';
import { wake } from '$lib/server/world';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ params, locals: { db, now } }) => {
	const found = await publicEdition(db, params.contest, params.edition, now);
	if (!found) error(404, { message: 'path' });
	const { contest, edition } = found;
	const { env } = await wake();
	const [phases, open, titles, notice] = await Promise.all([
		phasesOf(db, edition.id),
		isOpen(db, edition.id),
		roundTitles(db, edition.id),
		noticeOf(db, edition.id)
	]);
	const known = readVerifier(env.dataDir);
	return {
		contest: { slug: contest.slug, title: contest.title },
		edition: { slug: edition.slug, title: edition.title },
		open,
		archived: open && notice !== null,
		key: known && keyText(known.key, known.key.key),
		phases: phases.map(({ id, phase, roundId, records, at, note, mailed }) => ({
			...{ id, phase, records, at, note, mailed },
			round: roundId ? (titles.get(roundId) ?? null) : null
		}))
	};
};
