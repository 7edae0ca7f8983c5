import { error, fail } from '@sveltejs/kit';
import type { Refusal } from '$lib/domain/refusal';
import type { Sent } from '$lib/domain/contests/entry-form';
import { heard } from '$lib/server/heard';
import { editionOf } from '$lib/server/judging/decision-desk';
import { prizesOf, savePrizes } from '$lib/server/judging/prizes';
import type { PrizeRow } from '$lib/server/judging/prizes';
import { statusOf } from '$lib/server/refused';
import type { Actions, PageServerLoad } from './$types';

/** A prize as it is typed. */
interface Typed {
	id: string;
	zh: string;
	en: string;
	most: string;
	least: string;
	each: boolean;
	/** Empty for all. */
	categories: string[];
}

const empty: Typed = { id: '', zh: '', en: '', most: '1', least: '', each: false, categories: [] };

const typedOf = ({ id, title, most, each, categories, least }: PrizeRow): Typed => ({
	...{ id, each, most: String(most), categories: categories ?? [] },
	...{ zh: title.zh, en: title.en ?? '', least: least === null ? '' : String(least / 10_000) }
});

export const load: PageServerLoad = async ({ params, locals: { db } }) => {
	const edition = await editionOf(db, params.edition);
	if (!edition) error(404);
	return { edition, prizes: (await prizesOf(db, params.edition)).map(typedOf) };
};

const read = (form: Sent): Typed[] =>
	Array.from({ length: Math.min(30, Number(form.get('count')) || 0) }, (_, at) => ({
		id: form.get(`${at}.id`) ?? '',
		zh: form.get(`${at}.zh`) ?? '',
		en: form.get(`${at}.en`) ?? '',
		most: form.get(`${at}.most`) ?? '',
		least: form.get(`${at}.least`) ?? '',
		each: form.get(`${at}.each`) === 'yes',
		categories: [...form.all(`${at}.categories`)]
	}));

/** Digits as a number, anything else as something the shape refuses. */
const number = (text: string): number => (/^\d{1,7}$/.test(text.trim()) ? Number(text) : NaN);
const points = (text: string): number =>
	/^\d{1,4}(\.\d{1,2})?$/.test(text.trim()) ? Math.round(Number(text) * 100) * 100 : NaN;

const meant = ({ id, zh, en, most, least, each, categories }: Typed) => ({
	id: id || null,
	title: { zh, en: en.trim() || null },
	most: number(most),
	least: least.trim() ? points(least) : null,
	categories: categories.length ? categories : null,
	each
});

/** Names of the inputs as the shape calls their fields. */
const inputOf = ({ field, ...rest }: Refusal): Refusal => ({
	...rest,
	field: field.replace('.title.', '.').replace(/\.categories\.\d+$/, '.categories')
});

export const actions: Actions = {
	default: async (event) => {
		const form = await heard(event);
		const { db, by } = event.locals;
		const typed = read(form);
		const deed = form.get('do') ?? 'save';
		const [, verb, place = ''] = /^(add|remove|up)(?:\.(\d+))?$/.exec(deed) ?? [];
		const at = Number(place);
		if (verb === 'add') return { typed: [...typed, empty] };
		if (verb === 'remove') return { typed: typed.filter((_, n) => n !== at) };
		if (verb === 'up' && at > 0 && at < typed.length)
			return {
				typed: typed.map((one, n) => typed[n === at ? at - 1 : n === at - 1 ? at : n] ?? one)
			};
		const saved = await savePrizes(db, by, event.params.edition, typed.map(meant));
		return saved.ok
			? { saved: true }
			: fail(statusOf(saved.refusals), {
					typed,
					refusals: saved.refusals.map(inputOf)
				});
	}
};
