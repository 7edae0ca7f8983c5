import { error } from '@sveltejs/kit';
import type { RequestEvent } from '@sveltejs/kit';
import { attachment } from '$lib/domain/export/attachment';
import { csvLine } from '$lib/domain/export/cell';
import type { Cell } from '$lib/domain/export/cell';
import { pointsText } from '$lib/domain/judging/result';
import { units } from '$lib/domain/judging/result/ratio';
import { say } from '$lib/domain/text';
import { dayStamp } from '$lib/domain/when';
import { workbook } from '$lib/server/downloads/xlsx';
import { exportResults } from '$lib/server/judging/export';
import type { ResultLine } from '$lib/server/judging/export';
import { roundById } from '$lib/server/judging/rounds';
import { channelNames } from '$lib/server/judging/rounds-groups';
import * as towns from '$lib/server/towns';
import type { Locale } from '$lib/domain/locale';
import { streamed } from '$lib/server/downloads/streamed';
import { judging as en } from '$lib/words/en/judging';
import { judging as zh } from '$lib/words/zh/judging';

type Found = NonNullable<Awaited<ReturnType<typeof exportResults>>>;

/** The table of a round’s results: one column for each juror, what was left out marked. */
export async function sendResults(
	{ locals: { db, by, now, locale }, params }: RequestEvent,
	format: 'csv' | 'xlsx'
): Promise<Response> {
	const round = await roundById(db, params.edition ?? '', params.round ?? '');
	const made = round && (await exportResults(db, by, round.id, format));
	if (!made) error(404, { message: 'missing' });
	const words = locale === 'en' ? en : zh;
	const t = words.results.exported;
	const { found, edition, jurors, lines } = made;
	const { plan, ruleHash } = found.round;
	const header = [
		...[t.place, t.code, t.number, t.title, t.category, t.channel, t.town],
		...jurors.map(t.juror),
		...[t.count, t.mean, t.figure, t.tie, t.on]
	];
	const known = await towns.bySlug(db);
	const townOf = (slug: string) => {
		const town = known.get(slug);
		return town ? say(town.name, locale) : slug;
	};
	const rows = lines.map((line) => cellsOf(line, { made, words, locale, townOf }));
	const name = words.results.fileName(edition.titleZh, say(plan.title, locale));
	const ending = `${dayStamp(now)}.${format}`;
	const headers = {
		'content-disposition': attachment(`${name}-${ending}`, `liantu-results-${ending}`),
		'cache-control': 'private, no-store'
	};
	if (format === 'csv')
		return new Response(`\ufeff${[header, ...rows].map(csvLine).join('')}`, {
			headers: { ...headers, 'content-type': 'text/csv; charset=utf-8; header=present' }
		});
	const about: Cell[][] = [
		[words.results.title, `${edition.titleZh} ${say(plan.title, locale)}`],
		[words.results.by(words.aggregates[found.result.by]), null],
		[words.rule.hash, ruleHash],
		...(found.result.refused ? [[words.results.refused[found.result.refused.reason], null]] : [])
	];
	const body = workbook([
		{
			name: words.results.sheet,
			widths: header.map((_, at) => (at === 3 ? 32 : 12)),
			rows: [header, ...rows]
		},
		{ name: words.results.about, widths: [36, 80], rows: about }
	]);
	return new Response(
		streamed(body, () => undefined),
		{
			headers: {
				...headers,
				'content-type': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
			}
		}
	);
}

interface Writing {
	made: Found;
	words: typeof zh;
	locale: Locale;
	townOf: (slug: string) => string;
}

/** Figures as text with their four decimals, so that no spreadsheet rounds them. */
function cellsOf(
	line: ResultLine,
	{ made: { found, edition, jurors }, words, locale, townOf }: Writing
): Cell[] {
	const { results } = words;
	const { result } = line;
	const category = edition.plan?.categories.find(({ id }) => id === line.categoryId)?.title.zh;
	const scores = new Map(result.scores.map((score) => [score.juror, score]));
	const criterion = (id: string) =>
		results.criterion(found.plan.criteria.find((one) => one.id === id)?.title.zh ?? id);
	const tie = result.tie?.startsWith('criterion:')
		? criterion(result.tie.slice(10))
		: result.tie && results.ties[result.tie];
	return [
		...[result.place, result.code, line.number, line.title, category ?? line.categoryId],
		...[channelNames[locale][line.channel], line.town === null ? null : townOf(line.town)],
		...jurors.map((juror) => {
			const score = scores.get(juror);
			if (!score) return null;
			const text = pointsText(score.units);
			return score.out ? `${text}（${results.exported.trimmedOut}）` : text;
		}),
		result.scores.length,
		result.mean && pointsText(units(result.mean)),
		result.units === null ? null : pointsText(result.units),
		tie ?? null,
		result.selected === null ? results.open : result.selected ? results.on : null
	];
}
