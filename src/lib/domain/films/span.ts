/** What is asked of a number, as text a verdict can carry: `60..300`, `..300`, `60..`; null for nothing. */
export function spanOf(least: number | null, most: number | null): string | null {
	return least === null && most === null ? null : `${least ?? ''}..${most ?? ''}`;
}

/** The two ends of a span, null for an open one. */
export function readSpan(span: string | number | null): [number | null, number | null] {
	const [least = '', most = ''] = String(span ?? '').split('..');
	return [least === '' ? null : Number(least), most === '' ? null : Number(most)];
}
