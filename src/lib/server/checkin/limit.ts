import { RateLimiterMemory } from 'rate-limiter-flexible';
import type { GateKind } from '$lib/domain/events/gate';

/** Answers that somebody who guesses codes would get. */
const GUESSES = new Set(['unknown', 'bad-code', 'forged', 'not-ticket', 'not-confirmed']);

/**
 * How many codes that are none a gate may try in ten minutes. At a kiosk anybody stands; a helper with
 * a scanner sees wrong codes too, and more of them.
 */
export function gateLimiter({ kiosk = 60, scanner = 240 } = {}) {
	const limits = {
		kiosk: new RateLimiterMemory({ points: kiosk, duration: 600 }),
		scanner: new RateLimiterMemory({ points: scanner, duration: 600 })
	};
	const of = (kind: GateKind) => limits[kind === 'kiosk' ? 'kiosk' : 'scanner'];
	return {
		/** Whether a gate may ask at all now. */
		async open({ id, kind }: { id: string; kind: GateKind }): Promise<boolean> {
			const now = await of(kind).get(id);
			return now === null || now.remainingPoints > 0;
		},
		/** Counts what was answered. */
		async count(
			{ id, kind }: { id: string; kind: GateKind },
			answers: readonly { reason?: string }[]
		): Promise<void> {
			const wrong = answers.filter(({ reason }) => reason && GUESSES.has(reason)).length;
			if (wrong) await of(kind).penalty(id, wrong);
		}
	};
}
