import { noForm } from './no-form';

/**
 * Reads the named fields of a form as texts; a field left out, or sent as a file, is the empty text.
 * Fields not named are never looked at, whatever they claim to set.
 * @throws 413 for too large a body, 400 for one that is no form
 */
export async function readForm<N extends string>(
	request: Request,
	...names: readonly N[]
): Promise<Record<N, string>> {
	const form = await request.formData().catch(noForm);
	return Object.fromEntries(
		names.map((name) => {
			const value = form.get(name);
			return [name, typeof value === 'string' ? value : ''];
		})
	) as Record<N, string>;
}
