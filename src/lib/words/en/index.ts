import type { Words } from '..';
import { errors } from './errors';
import { nouns } from './nouns';
import { site } from './site';

export const en: Words = { site, nouns, errors };
