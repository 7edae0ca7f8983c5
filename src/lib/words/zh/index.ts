import { trails } from './trails';
import { articles } from './articles';
import { errors } from './errors';
import { map } from './map';
import { nouns } from './nouns';
import { places } from './places';
import { search } from './search';
import { site } from './site';

export const zh = {
	site,
	search,
	nouns,
	errors,
	map,
	places,
	trails,
	articles
};
