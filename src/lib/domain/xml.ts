const ESCAPES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** Text that is safe between tags and inside double-quoted attributes of XML and HTML. */
export function escapeXml(text: string): string {
	return (
		text
			// Characters XML 1.0 cannot hold in any form (§2.2), lone surrogates among them.
			.replace(/[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]/g, '')
			.replace(/\p{Surrogate}/gu, '')
			.replace(/[&<>"]/g, (char) => ESCAPES[char]!)
	);
}

/** An element with escaped attributes; `inner` is text to escape or ready-made elements. */
export function element(
	name: string,
	attributes: Record<string, string | null | undefined>,
	inner?: string | string[]
): string {
	const said = Object.entries(attributes)
		.filter(([, value]) => value !== null && value !== undefined)
		.map(([key, value]) => ` ${key}="${escapeXml(value!)}"`)
		.join('');
	if (inner === undefined) return `<${name}${said}/>`;
	const body = Array.isArray(inner) ? inner.join('') : escapeXml(inner);
	return `<${name}${said}>${body}</${name}>`;
}

export const XML_HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n';
