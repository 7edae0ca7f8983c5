import type { JsonLd } from './jsonld';

/**
 * Linked data as the text of a `script` element. `<`, `>` and `&` are written as escapes, so that no
 * text in it can end the element (HTML §4.12.1.3) whatever it says.
 */
export function scriptText(nodes: readonly JsonLd[]): string {
	const data = { '@context': 'https://schema.org', '@graph': nodes };
	return JSON.stringify(data).replace(
		/[<>&\u2028\u2029]/g,
		(char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`
	);
}
