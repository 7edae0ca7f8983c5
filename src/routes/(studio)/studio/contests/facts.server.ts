import { contestKinds } from '$lib/domain/contests/plan';
import { readNumber } from '$lib/domain/contests/plan-quantities';
import { slugPattern } from '$lib/domain/place';
import { accept, refuse } from '$lib/domain/refusal';
import type { Refusal, Ruled } from '$lib/domain/refusal';
import type { ContestFacts } from '$lib/server/contests/contests';
import type { EditionFacts } from '$lib/server/contests/editions';
import { noForm } from '$lib/server/no-form';

export type Typed = Record<string, string>;

/** Fields of the forms that say what a contest, an edition or a code is; no other is looked at. */
const asked = [
	...['title.zh', 'title.en', 'about.zh', 'about.en', 'slug', 'kind', 'shown', 'ordinal'],
	...['from', 'dates', 'version', 'sure', 'reason', 'hours', 'id']
];

/** The text fields of a form, as they are shown again. */
export async function typedIn(request: Request): Promise<Typed> {
	const form = await request.formData().catch(noForm);
	return Object.fromEntries(
		asked.flatMap((name) => {
			const value = form.get(name);
			return typeof value === 'string' ? [[name, value.slice(0, 4000)]] : [];
		})
	);
}

/** Addresses that mean something else where a contest or an edition would stand. */
const meant = ['new', 'enter', 'entries', 'notice', 'results'];

function texts(typed: Typed, most: number, ...fields: [name: string, required: boolean][]) {
	return fields.flatMap(([field, required]): Refusal[] => {
		const text = typed[field]?.trim() ?? '';
		if (required && !text) return [{ field, reason: 'missing' }];
		return text.length > most ? [{ field, reason: 'too-long', detail: { max: most } }] : [];
	});
}

const slugTrouble = (slug: string): Refusal[] =>
	!slugPattern.test(slug) || slug.length > 60 || meant.includes(slug)
		? [{ field: 'slug', reason: 'bad-slug' }]
		: [];

/** A contest as it was typed. */
export function contestFacts(typed: Typed): Ruled<ContestFacts> {
	const kind = contestKinds.find((one) => one === typed.kind);
	const slug = (typed.slug ?? '').trim().toLowerCase();
	const refusals = [
		...texts(typed, 120, ['title.zh', true], ['title.en', false]),
		...texts(typed, 2000, ['about.zh', false], ['about.en', false]),
		...slugTrouble(slug),
		...(kind ? [] : [{ field: 'kind', reason: 'choose-one' }])
	];
	const about = typed['about.zh']?.trim();
	if (refusals.length) return refuse(...refusals);
	return accept({
		slug,
		kind: kind!,
		title: { zh: typed['title.zh']!.trim(), en: typed['title.en']?.trim() || null },
		about: about ? { zh: about, en: typed['about.en']?.trim() || null } : null,
		shown: typed.shown === 'on'
	});
}

/** Name, ordinal and address of an edition as they were typed. */
export function editionFacts(typed: Typed): Ruled<EditionFacts> {
	const ordinal = readNumber(typed.ordinal ?? '');
	const slug = (typed.slug ?? '').trim().toLowerCase();
	const whole = typeof ordinal === 'number' && Number.isInteger(ordinal);
	const refusals = [
		...texts(typed, 120, ['title.zh', true], ['title.en', false]),
		...(whole && ordinal >= 1 && ordinal <= 999
			? []
			: [{ field: 'ordinal', reason: 'not-readable' }]),
		...slugTrouble(slug)
	];
	if (refusals.length) return refuse(...refusals);
	return accept({
		slug,
		ordinal: ordinal as number,
		title: { zh: typed['title.zh']!.trim(), en: typed['title.en']?.trim() || null }
	});
}
