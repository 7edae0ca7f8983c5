import { accept, refuse } from '$lib/domain/refusal';
import type { Ruled } from '$lib/domain/refusal';

/** Longest reason and label, in characters; most entries somebody takes on. */
export const panelMost = { why: 300, label: 20, capacity: 10_000 } as const;

/** Refuses for one reason. */
export const no = (reason: string, field = ''): Ruled<never> => refuse({ field, reason });

/** A reason as it is kept, or what is wrong with it. */
export function readWhy(typed: string): Ruled<string> {
	const why = typed.replace(/\s+/g, ' ').trim();
	if (!why) return no('missing', 'why');
	if (why.length > panelMost.why)
		return refuse({ field: 'why', reason: 'too-long', detail: { limit: panelMost.why } });
	return accept(why);
}
