import { refuse, accept } from '../refusal';
import type { Ruled } from '../refusal';

/** Working days in which the office answers somebody who asks for deletion; an office may choose. */
export const erasureDays = { least: 1, usual: 15, most: 60 } as const;

/** What became of a request: what was asked was deleted, or kept for a reason that was told. */
export const erasureOutcomes = ['deleted', 'kept'] as const;
export type ErasureOutcome = (typeof erasureOutcomes)[number];

/** Longest reason for keeping something, in characters; it goes out by mail. */
export const ERASURE_REASON = 400;

/** Why something is kept, as an officer wrote it: never without a reason. */
export function keptReason(typed: string): Ruled<string> {
	const text = typed.replaceAll('\0', '').replace(/\s+/g, ' ').trim();
	const length = Array.from(text).length;
	if (!length) return refuse({ field: 'reason', reason: 'required' });
	return length > ERASURE_REASON
		? refuse({ field: 'reason', reason: 'too-long', detail: { limit: ERASURE_REASON, length } })
		: accept(text);
}

/** Whether a request should have been answered by now; the due day itself is still in time. */
export const isOverdue = (dueDay: string, today: string): boolean => dueDay < today;
