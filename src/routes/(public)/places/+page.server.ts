import { answer } from './ask.server';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => answer(event);
