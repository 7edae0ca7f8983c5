import type { Refusal } from '../refusal';
import type { Issue } from '../studio/issues';

/** Reasons the shape names itself, with its own messages. */
const named = ['bad-id', 'bad-code', 'bad-ratio', 'choose-one', 'missing'];

/** Why one issue of the shape of a plan is one, with the numbers a sentence about it needs. */
function reasonOf({ code, message, maximum, minimum, origin }: Issue): Omit<Refusal, 'field'> {
	if (named.includes(message) || code === 'custom') return { reason: message };
	if (code === 'unrecognized_keys') return { reason: 'unknown-field' };
	const long = origin === 'string' ? 'long' : origin === 'array' ? 'many' : 'large';
	if (code === 'too_big') return { reason: `too-${long}`, detail: { max: Number(maximum) } };
	if (code === 'too_small') return { reason: 'too-small', detail: { min: Number(minimum) } };
	return { reason: 'not-readable' };
}

/** The issues of a plan as refusals, one for each input, the first that was found. */
export function planRefusals(issues: readonly Issue[]): Refusal[] {
	const found = new Map<string, Refusal>();
	for (const issue of issues) {
		const field = issue.path.map(String).join('.');
		if (!found.has(field)) found.set(field, { field, ...reasonOf(issue) });
	}
	return [...found.values()];
}
