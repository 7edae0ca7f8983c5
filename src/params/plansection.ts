import type { ParamMatcher } from '@sveltejs/kit';
import { isPlanSection } from '$lib/domain/contests/plan-parts';

/** The pages of a plan have addresses of their own names. */
export const match: ParamMatcher = (param) => isPlanSection(param);
