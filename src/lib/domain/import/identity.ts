import type { Precision } from '../place';
import { fold } from './clean';
import type { Reason } from './issue';

/** What the import needs to know of a place that already stands. Position in WGS-84 degrees. */
export interface Known {
	slug: string;
	name: string;
	town: string | null;
	lon: number | null;
	lat: number | null;
	precision: Precision;
	verified: boolean;
}

/** The places that stand, findable by slug and by name. */
export interface Register {
	bySlug: Map<string, Known>;
	byName: Map<string, Known[]>;
}

/** Builds the {@link Register}; names are compared without case, width, spaces and punctuation. */
export function register(known: Iterable<Known>): Register {
	const made: Register = { bySlug: new Map(), byName: new Map() };
	for (const place of known) {
		made.bySlug.set(place.slug, place);
		const key = fold(place.name);
		const same = made.byName.get(key);
		if (same) same.push(place);
		else made.byName.set(key, [place]);
	}
	return made;
}

type Match =
	| { known: Known | null }
	| { reason: Reason & ('ambiguous-name' | 'other-slug'); detail: Record<string, string | number> };

/**
 * The standing place a row speaks of: the one with its slug, else the one with its name in its
 * town. Where one of the two states no town, a name that exists only once is enough.
 */
export function match(
	{ slug, name, town }: { slug: string | null; name: string | null; town: string | null },
	{ bySlug, byName }: Register
): Match {
	if (slug && bySlug.has(slug)) return { known: bySlug.get(slug)! };
	const named = name ? (byName.get(fold(name)) ?? []) : [];
	const inTown = named.filter((place) => place.town === town);
	const near = inTown.length
		? inTown
		: town === null
			? named
			: named.filter((p) => p.town === null);
	if (!near.length) return { known: null };
	if (slug) {
		// A new slug for a name that stands in the same town would make the place twice.
		if (!inTown.length) return { known: null };
		return { reason: 'other-slug', detail: { slug: inTown[0]!.slug } };
	}
	if (near.length > 1) return { reason: 'ambiguous-name', detail: { count: near.length } };
	return { known: near[0]! };
}

/** The key two rows of one file must not share: name and town. */
export const rowKey = (name: string, town: string | null): string => `${fold(name)}\n${town ?? ''}`;
