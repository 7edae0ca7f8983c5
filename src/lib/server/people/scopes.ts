import { inArray } from 'drizzle-orm';
import type { Grant, Scope } from '$lib/domain/people/who';
import type { Bilingual } from '$lib/domain/text';
import type { Reader } from '../db/open';
import { places, towns } from '../db/schema';

/** The names of what grants are bound to; something unknown keeps its id for a name. */
export async function scopeNames(
	db: Reader,
	grants: readonly Grant[]
): Promise<(scope: Scope) => Bilingual> {
	const ids = (kind: Scope['kind']) =>
		grants.flatMap(({ scope }) => (scope?.kind === kind ? [scope.id] : []));
	const [inTowns, atPlaces] = await Promise.all([
		db
			.select({ id: towns.slug, zh: towns.nameZh, en: towns.nameEn })
			.from(towns)
			.where(inArray(towns.slug, ids('town'))),
		db
			.select({ id: places.id, zh: places.nameZh, en: places.nameEn })
			.from(places)
			.where(inArray(places.id, ids('place')))
	]);
	return ({ kind, id }) => {
		const found = (kind === 'town' ? inTowns : kind === 'place' ? atPlaces : []).find(
			(one) => one.id === id
		);
		return found ? { zh: found.zh, en: found.en } : { zh: id, en: id };
	};
}
