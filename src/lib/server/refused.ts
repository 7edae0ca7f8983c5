import { fail } from '@sveltejs/kit';
import type { Refusal } from '$lib/domain/refusal';

/** The status of an answer that refuses: 404 where what it is about is gone, else 422. */
export const statusOf = (refusals: readonly Refusal[]): 404 | 422 =>
	refusals.some(({ reason }) => reason === 'gone') ? 404 : 422;

/** Refuses the form called `of`, with what was typed into it. */
export const refused = (
	of: string,
	refusals: readonly Refusal[],
	values: Record<string, string> = {}
) => fail(statusOf(refusals), { of, refusals: [...refusals], values });
