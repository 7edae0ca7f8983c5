import { sha256, sha512 } from '@noble/hashes/sha2.js';
import { verifying } from '$lib/domain/judging/log/verify';
import type { LogReport } from '$lib/domain/judging/log/verify';

/**
 * Verifies a log without stopping the page: gives way between steps and tells how far it is.
 * @throws when the text cannot be read as a log at all
 */
export async function check(
	text: string,
	{ kept, known, tell }: { kept: string; known: string; tell: (share: number) => void }
): Promise<LogReport> {
	const steps = verifying(text, { sha256, sha512 }, kept, known);
	for (;;) {
		const step = steps.next();
		if (step.done) return step.value;
		tell(step.value);
		await new Promise<void>((go) => setTimeout(go));
	}
}
