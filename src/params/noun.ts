import type { ParamMatcher } from '@sveltejs/kit';
import { isNoun } from '$lib/domain/studio/noun';

/** Addresses of the studio have a room for everything that goes through review. */
export const match: ParamMatcher = (param) => isNoun(param);
