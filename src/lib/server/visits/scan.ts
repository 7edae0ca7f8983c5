import { eq } from 'drizzle-orm';
import type { Env } from '$lib/domain/env';
import { visitRequests } from '../db/schema';
import { again, makeKnown } from '../jobs';
import type { ScanResult, ScanTask } from '../scan/work';

/** Milliseconds until a scanner that was not there is asked again. */
const LATER = 60_000;

/**
 * Makes known how letters of groups are looked at by the scanner for malware. Without one the kind
 * stays unknown: what waited for it goes on waiting, and nobody is given it.
 */
export function knowLetterScanning({ clamd }: Pick<Env, 'clamd'>): void {
	if (!clamd) return;
	makeKnown<ScanTask, ScanResult | null>('letter', {
		longest: 600_000,
		async task(db, { subject }) {
			const named = await db.$count(visitRequests, eq(visitRequests.letterKey, subject));
			return named ? { scanner: clamd, file: { key: subject } } : null;
		},
		async finish(tx, { id, subject }, result, now) {
			if (!result) return;
			if ('unscanned' in result) await again(tx, id, now + LATER);
			else
				await tx
					.update(visitRequests)
					.set({ letterScan: result.found ? 'found' : 'clear' })
					.where(eq(visitRequests.letterKey, subject));
		}
	});
}
