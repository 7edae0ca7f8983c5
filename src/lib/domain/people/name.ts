import { accept, refuse } from '../refusal';
import type { Ruled } from '../refusal';

/** Longest name, in characters. */
export const NAME_LIMIT = 60;

/** The name a person goes by in the portal: one line, any script, no control or format characters. */
export function parseName(typed: string, field = 'name'): Ruled<string> {
	const name = typed
		.slice(0, 20_000)
		.normalize('NFC')
		.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, ' ')
		.replace(/\s+/g, ' ')
		.trim();
	const length = Array.from(name).length;
	if (!name) return refuse({ field, reason: 'required' });
	if (length > NAME_LIMIT)
		return refuse({ field, reason: 'too-long', detail: { limit: NAME_LIMIT, length } });
	return accept(name);
}
