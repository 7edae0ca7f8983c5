import { eq, inArray, or } from 'drizzle-orm';
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

/** What somebody meant by a town or a place: its slug, id or Chinese name; null for nothing known. */
export async function scopeMeant(
	db: Reader,
	kind: Scope['kind'],
	typed: string
): Promise<Scope | null> {
	const text = typed.trim();
	if (!text || text.length > 120) return null;
	if (kind === 'organization') return /^[a-z0-9-]{2,60}$/.test(text) ? { kind, id: text } : null;
	if (kind === 'town') {
		const [town] = await db
			.select({ id: towns.slug })
			.from(towns)
			.where(or(eq(towns.slug, text), eq(towns.nameZh, text)));
		return town ? { kind, id: town.id } : null;
	}
	const found = await db
		.select({ id: places.id })
		.from(places)
		.where(or(eq(places.slug, text), eq(places.id, text), eq(places.nameZh, text)))
		.limit(2);
	// A name that two places share names neither.
	return found.length === 1 ? { kind, id: found[0]!.id } : null;
}
