import { error } from '@sveltejs/kit';
import { pointsText, resultText } from '$lib/domain/judging/result';
import type { EntryResult } from '$lib/domain/judging/result';
import { namesOf, openResult } from '$lib/server/judging/export';
import { digest } from '$lib/server/judging/results';
import { roundById } from '$lib/server/judging/rounds';
import { groupsOf } from '$lib/server/judging/rounds-groups';
import type { PageServerLoad } from './$types';

const PAGE = 50;

/** The result of a round, a page of it at a time; nothing of it for whoever stands apart. */
export const load: PageServerLoad = async ({ locals: { db, by, locale }, params, url }) => {
	const round = await roundById(db, params.edition, params.round);
	if (!round) error(404);
	const found = await openResult(db, by, round.id);
	const groups = await groupsOf(db, round, locale);
	if (!found) return { apart: true as const, groups };
	const { result, ids } = found;
	const asked = (url.searchParams.get('q') ?? '').trim().slice(0, 100);
	const rows = asked ? await matching(asked) : result.entries;
	const pages = Math.max(1, Math.ceil(rows.length / PAGE));
	const page = Math.min(pages, Math.max(1, Math.floor(Number(url.searchParams.get('page'))) || 1));
	const shown = rows.slice((page - 1) * PAGE, page * PAGE);
	const names = await namesOf(
		db,
		shown.map(({ code }) => ids.get(code)!)
	);
	return {
		apart: false as const,
		groups,
		asked,
		page,
		pages,
		total: rows.length,
		from: (page - 1) * PAGE,
		by: result.by,
		refused: result.refused?.reason ?? null,
		told: result.groups,
		criteria: round.plan.criteria.map(({ id, title }) => ({ id, title })),
		hash: digest(resultText(result)),
		rows: shown.map((one) => ({ ...drawn(one), ...names.get(ids.get(one.code)!)! }))
	};

	/** Entries whose code, number or title holds what was asked for. */
	async function matching(text: string): Promise<EntryResult[]> {
		const all = await namesOf(db, [...ids.values()]);
		const plain = text.toLowerCase();
		return result.entries.filter(({ code }) => {
			const { number, title, titleEn } = all.get(ids.get(code)!)!;
			return [code, number, title, titleEn ?? ''].some((one) => one.toLowerCase().includes(plain));
		});
	}
};

const drawn = ({ code, group, scores, units, untrimmed, place, tie, selected }: EntryResult) => ({
	...{ code, group, untrimmed, place, tie, selected },
	figure: units === null ? null : pointsText(units),
	scores: scores.map((score) => ({
		juror: score.juror,
		points: pointsText(score.units).replace(/\.?0+$/, ''),
		out: score.out
	}))
});
