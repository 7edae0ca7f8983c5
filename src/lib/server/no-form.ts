import { error } from '@sveltejs/kit';

/**
 * For a body that could not be read as a form: the sender's mistake, not a defect of ours.
 * @param reason what `formData()` failed with; one that went past the size limit says so itself
 * @throws 413 for too large a body, else 400
 */
export function noForm(reason: unknown): never {
	const status = (reason as { status?: unknown } | null)?.status;
	error(status === 413 ? 413 : 400);
}
