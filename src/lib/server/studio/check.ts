import { and, eq, inArray, isNull, ne, or } from 'drizzle-orm';
import { asking } from '$lib/domain/check/addresses';
import { check } from '$lib/domain/check/check';
import type { AssetFacts } from '$lib/domain/check/context';
import type { Finding } from '$lib/domain/check/finding';
import { ownPath } from '$lib/domain/check/links';
import { spoken } from '$lib/domain/check/spoken';
import type { Refusal } from '$lib/domain/refusal';
import { simplified } from '$lib/domain/search/simplified';
import type { Content } from '$lib/domain/studio/field';
import { refusalsOf } from '$lib/domain/studio/issues';
import { describe } from '$lib/domain/studio/noun';
import type { Noun } from '$lib/domain/studio/noun';
import type { Reader } from '../db/open';
import { assetFiles, assets, citations } from '../db/schema';
import { publicContests } from '../contests/public';
import { ourOrigin } from '../mail';
import { assetsIn } from './assets';
import { keeperOf } from './nouns';
import { publicSlugs } from './public-slug';
import { wordsFor } from './words';

/** What stands against the publication of a content. */
interface Checked {
	found: Finding[];
	/** What does not fit the tables of today: a shape, a missing reference, a taken address. */
	refusals: Refusal[];
}

/** Runs every check on a content, as it would be published now. */
export async function checked(
	reader: Reader,
	noun: Noun,
	id: string,
	content: Content
): Promise<Checked> {
	const shape = keeperOf(noun).shape.safeParse(content);
	if (!shape.success)
		return {
			found: [],
			refusals: refusalsOf(describe(noun).fields, content, shape.error.issues)
		};
	const description = describe(noun);
	const origin = ourOrigin();
	const paths = spoken(description.fields, content).flatMap(({ links }) =>
		links.flatMap(({ href }) => ownPath(href, origin) ?? [])
	);
	const answered = await answeredOf(reader, paths);
	const found = check({
		noun,
		description,
		content,
		words: await wordsFor(reader, noun),
		assets: await factsOf(
			reader,
			assetsIn(description.fields, content).map(({ asset }) => asset)
		),
		cited: await isCited(reader, noun, id),
		answers: (path) => answered.has(path),
		origin,
		simplify: simplified
	});
	return { found, refusals: await keeperOf(noun).check(reader, id, content) };
}

/** Which of these paths of ours (without language) somebody is answered at. */
export async function answeredOf(
	reader: Reader,
	paths: readonly string[]
): Promise<ReadonlySet<string>> {
	const answered = new Set<string>();
	const slugs = new Map<Noun, Map<string, string>>();
	const keys = new Map<string, string>();
	const held: [path: string, contest: string, edition: string | null][] = [];
	for (const path of new Set(paths)) {
		const asked = asking(path);
		if (asked.kind === 'always') answered.add(path);
		if (asked.kind === 'file') keys.set(asked.key, path);
		if (asked.kind === 'contest') held.push([path, asked.contest, asked.edition]);
		if (asked.kind === 'thing')
			slugs.set(asked.noun, (slugs.get(asked.noun) ?? new Map()).set(asked.slug, path));
	}
	for (const [noun, wanted] of slugs) {
		for (const slug of await publicSlugs(reader, noun, [...wanted.keys()]))
			answered.add(wanted.get(slug)!);
	}
	if (held.length) {
		// What is published does not depend on the moment, only what an edition is at does.
		const shown = await publicContests(reader, 0);
		for (const [path, contest, edition] of held) {
			const found = shown.find((one) => one.contest.slug === contest);
			if (found && (edition === null || found.editions.some(({ slug }) => slug === edition)))
				answered.add(path);
		}
	}
	if (keys.size) {
		const rows = await reader
			.select({ own: assets.key, key: assetFiles.key })
			.from(assets)
			.leftJoin(assetFiles, eq(assetFiles.assetId, assets.id))
			.where(
				and(
					isNull(assets.trashedAt),
					or(inArray(assets.key, [...keys.keys()]), inArray(assetFiles.key, [...keys.keys()]))
				)
			);
		for (const { own, key } of rows)
			for (const one of [own, key]) if (one && keys.has(one)) answered.add(keys.get(one)!);
	}
	return answered;
}

const subjects: Partial<Record<Noun, (typeof citations.$inferSelect)['subject']>> = {
	places: 'place',
	trails: 'trail',
	series: 'series',
	events: 'event',
	honours: 'honour',
	articles: 'article'
};

/** Whether a source says something of a thing, be it of one field. */
async function isCited(reader: Reader, noun: Noun, id: string): Promise<boolean> {
	const subject = subjects[noun];
	if (!subject) return false;
	const [row] = await reader
		.select({ slug: citations.sourceSlug })
		.from(citations)
		.where(
			and(eq(citations.subject, subject), eq(citations.subjectId, id), ne(citations.field, '*'))
		)
		.limit(1);
	return row !== undefined;
}

/** What the checks need to know of these files. */
async function factsOf(
	reader: Reader,
	ids: readonly string[]
): Promise<ReadonlyMap<string, AssetFacts>> {
	if (!ids.length) return new Map();
	const rows = await reader
		.select({
			id: assets.id,
			form: assets.form,
			altZh: assets.altZh,
			transcriptZh: assets.transcriptZh,
			trashedAt: assets.trashedAt,
			consent: assets.consent,
			licence: assets.licence
		})
		.from(assets)
		.where(inArray(assets.id, [...new Set(ids)]));
	return new Map(
		rows.map(({ id, altZh, transcriptZh, trashedAt, ...rest }) => [
			id,
			{
				...rest,
				alt: !!altZh?.trim(),
				unspoken: rest.form === 'audio' && !transcriptZh?.trim(),
				trashed: trashedAt !== null
			}
		])
	);
}
