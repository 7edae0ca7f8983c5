import { errors } from './errors';
import { nouns } from './nouns';
import { site } from './site';

export const zh = { site, nouns, errors };
