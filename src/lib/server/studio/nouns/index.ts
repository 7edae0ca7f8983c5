import type { Noun } from '$lib/domain/studio/noun';
import { keeper as articles } from './articles';
import { keeper as bases } from './bases';
import { keeper as documents } from './documents';
import { keeper as events } from './events';
import { keeper as honours } from './honours';
import type { Keeper } from './keeper';
import { keeper as pages } from './pages';
import { keeper as places } from './places';
import { keeper as series } from './series';
import { keeper as trails } from './trails';

const keepers: Record<Noun, Keeper> = {
	places,
	trails,
	series,
	events,
	honours,
	articles,
	documents,
	pages,
	bases
};

/** How a noun under review moves between versions and its own tables. */
export const keeperOf = (noun: Noun): Keeper => keepers[noun];
