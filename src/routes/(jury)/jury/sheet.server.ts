import { fail } from '@sveltejs/kit';
import type { ActionFailure } from '@sveltejs/kit';
import { readTyped, typedOf } from '$lib/domain/judging/desk/sheet-form';
import type { Sent } from '$lib/domain/judging/desk/sheet-form';
import type { Refusal } from '$lib/domain/refusal';
import type { Said, Saving } from '$lib/server/judging/score';
import { seatAt } from './seat.server';

type Asking = Parameters<typeof seatAt>[0];

/** What a form says about itself: over which revision it was typed, under which key, and when. */
export function savingOf(sent: Sent): Saving {
	const revision = sent.get('revision') ?? '';
	const key = sent.get('key') ?? '';
	const typedAt = Number(sent.get('typedAt') || NaN);
	return {
		typed: (plan) => readTyped(plan, sent),
		revision: /^\d{1,9}$/.test(revision) ? Number(revision) : -1,
		key: /^[\w-]{8,64}$/.test(key) ? key : null,
		typedAt: Number.isSafeInteger(typedAt) && typedAt > 0 ? typedAt : null
	};
}

const statusOf = ([first]: Refusal[]): number =>
	first?.reason === 'gone'
		? 404
		: ['closed', 'not-begun', 'locked', 'clash', 'stage-waits', 'stage-shut'].includes(
					first?.reason ?? ''
			  )
			? 409
			: 422;
export const refused = (of: string, refusals: Refusal[], more: Record<string, unknown> = {}) =>
	fail(statusOf(refusals), { of, refusals, ...more });

/** Answers a save or a lock: how the sheet stands, or why not, with what was typed. */
export async function answered(
	event: Asking,
	of: 'save' | 'lock',
	said: Said,
	sent: Sent
): Promise<ActionFailure<object> | object> {
	if (said.ok) {
		const { revision, state, total } = said.value;
		return { of, revision, state, total, at: event.locals.now };
	}
	const gone = said.refusals[0]?.reason === 'gone';
	const seat = gone ? null : await seatAt(event);
	const plan = seat?.round.plan;
	return refused(of, said.refusals, {
		...(plan ? { typed: readTyped(plan, sent) } : {}),
		...(plan && said.stands
			? {
					stands: {
						revision: said.stands.revision,
						state: said.stands.state,
						typed: typedOf(plan, said.stands.sheet)
					}
				}
			: {})
	});
}
