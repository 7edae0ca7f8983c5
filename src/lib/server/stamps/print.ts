import type { Who } from '$lib/domain/people/who';
import { poster } from '$lib/domain/stamps/poster';
import type { Paper } from '$lib/domain/stamps/poster';
import { diploma } from '$lib/domain/stamps/diploma';
import type { Diploma } from '$lib/domain/stamps/diploma';
import { href, tagOf } from '$lib/domain/locale';
import type { Locale } from '$lib/domain/locale';
import { say } from '$lib/domain/text';
import { dateText, dayStamp } from '$lib/domain/when';
import { papers as en } from '$lib/words/en/stamps-papers';
import { papers as zh } from '$lib/words/zh/stamps-papers';
import { leavesOf } from '../certificates/press';
import type { PressEnv } from '../certificates/press';
import type { Reader } from '../db/open';
import { ourOrigin } from '../mail';
import { site } from '../site';
import * as towns from '../towns';
import { printable } from './posters';
import { posterCode } from './sign';

const wordsOf = (locale: Locale) => (locale === 'en' ? en : zh);

/** Where the code of a poster leads. */
export const posterAddress = (code: string): string =>
	`${new URL(ourOrigin()).origin}/stamp/${code}`;

/**
 * The valid posters of places somebody keeps, one a page, as PDF; null when there is none.
 * @param placeIds whose posters, at most two hundred
 */
export async function postersPdf(
	db: Reader,
	env: PressEnv,
	who: Who | null,
	{
		placeIds,
		paper,
		locale,
		now
	}: { placeIds: readonly string[]; paper: Paper; locale: Locale; now: number }
): Promise<{ pdf: Buffer; name: string } | null> {
	const rows = await printable(db, who, placeIds);
	if (!rows.length) return null;
	const known = await towns.bySlug(db);
	const { name: ours } = await site(db);
	const host = new URL(ourOrigin()).host;
	const both = {
		kicker: zh.poster.kicker,
		kickerEn: en.poster.kicker,
		steps: zh.poster.steps.map((step, i) => [step, en.poster.steps[i]!] as const),
		noScan: `${zh.poster.noScan} ${en.poster.noScan}`,
		calm: zh.poster.calm,
		calmEn: en.poster.calm
	};
	const leaves = rows.map(({ poster: { number, version, madeAt }, place }) => {
		const code = posterCode(number);
		const town = place.townSlug ? known.get(place.townSlug)?.name : null;
		return poster(
			{
				name: place.nameZh,
				nameEn: place.nameEn,
				town: town?.zh ?? null,
				site: say(ours, 'zh'),
				code,
				address: posterAddress(code),
				typed: `${host}/stamp`,
				edition: zh.poster.edition(version, dayStamp(madeAt))
			},
			both,
			paper
		);
	});
	const words = wordsOf(locale);
	const pdf = await leavesOf(env, { title: words.postersTitle, lang: 'zh-CN', at: now, leaves });
	return { pdf, name: words.postersFile(dayStamp(now)) };
}

/** A certificate of a stamp book as PDF. The name in it is gone when it is sent. */
export async function diplomaPdf(
	db: Reader,
	env: PressEnv,
	facts: Diploma,
	{ locale, now }: { locale: Locale; now: number }
): Promise<{ pdf: Buffer; name: string }> {
	const words = wordsOf(locale).diploma;
	const { origin, host } = new URL(ourOrigin());
	const title = say(facts.title, locale);
	const path = href(locale, `/passport/verify?code=${facts.code}`);
	const leaf = diploma(facts, words, {
		title,
		day: dateText(facts.day, locale),
		site: say((await site(db)).name, locale),
		address: origin + path,
		typed: `${host}/passport/verify`
	});
	const print = { title: words.title, lang: tagOf(locale), at: now, leaves: [leaf] };
	return { pdf: await leavesOf(env, print), name: words.fileName(title) };
}
