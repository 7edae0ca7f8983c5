/**
 * One text for one value, so that its hash can be taken again by anybody: JSON in the canonical form
 * of RFC 8785 (keys sorted by UTF-16 code units, numbers and strings as ECMAScript writes them, no
 * white space). What JSON cannot hold is written as JSON.stringify would: `undefined` is left out of
 * objects and is null elsewhere, not-a-number and infinities are null, big integers become text.
 */
export function canonical(value: unknown): string {
	if (typeof value === 'bigint') return `"${value}"`;
	if (typeof value === 'number') return Number.isFinite(value) ? JSON.stringify(value) : 'null';
	if (typeof value === 'string' || typeof value === 'boolean') return JSON.stringify(value);
	if (typeof value !== 'object' || value === null) return 'null';
	if ('toJSON' in value && typeof value.toJSON === 'function') return canonical(value.toJSON());
	if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
	const parts = Object.keys(value)
		.sort()
		.flatMap((key) => {
			const part = (value as Record<string, unknown>)[key];
			return part === undefined ? [] : [`${JSON.stringify(key)}:${canonical(part)}`];
		});
	return `{${parts.join(',')}}`;
}
