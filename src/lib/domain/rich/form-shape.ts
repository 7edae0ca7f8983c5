import { accept, refuse } from '../refusal';
import type { Ruled } from '../refusal';
import { clean } from './clean';
import { fromPlain } from './plain-read';
import { isBlank, limits } from './rich';
import type { Rich } from './rich';
import { acceptRich } from './rich-shape';

/** Fields as a form sends them; the part of `FormData` that is needed. */
interface Form {
	get(name: string): unknown;
}

/**
 * The text a form sends under `name`: as JSON of the editor, or as people type it, as
 * `${name}.form` (`json` or `plain`) says. Null when there is nothing in it.
 */
export function readRich(form: Form, name: string): Ruled<Rich | null> {
	const sent = form.get(name);
	if (sent === null || sent === undefined || sent === '') return accept(null);
	if (typeof sent !== 'string') return refuse({ field: name, reason: 'rich-unknown' });
	// Nobody types more signs than words: what is longer has no chance and is not even read.
	if (sent.length > limits.bytes * 1.5)
		return refuse({ field: name, reason: 'rich-large', detail: { max: limits.bytes } });
	const ruled =
		form.get(`${name}.form`) === 'json' ? readJson(sent, name) : accept(fromPlain(sent));
	if (!ruled.ok) return ruled;
	const checked = acceptRich(ruled.value, name);
	if (!checked.ok) return checked;
	const doc = clean(checked.value);
	return accept(isBlank(doc) ? null : doc);
}

function readJson(sent: string, field: string): Ruled<unknown> {
	try {
		return accept(JSON.parse(sent) as unknown);
	} catch {
		return refuse({ field, reason: 'rich-unknown' });
	}
}
