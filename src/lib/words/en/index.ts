import type { Words } from '..';
import { trails } from './trails';
import { articles } from './articles';
import { errors } from './errors';
import { map } from './map';
import { nouns } from './nouns';
import { places } from './places';
import { search } from './search';
import { site } from './site';

export const en: Words = {
	site,
	search,
	nouns,
	errors,
	map,
	places,
	trails,
	articles
};
