/** How a visitor wants to read: the normal look or the elder mode (长者版). */
export const modes = ['normal', 'elder'] as const;
export type Mode = (typeof modes)[number];

/** Light, dark, or as the device says. */
export const themes = ['auto', 'light', 'dark'] as const;
export type Theme = (typeof themes)[number];

/** The known value of a choice, or its first one. */
export function choose<T extends string>(
	known: readonly [T, ...T[]],
	value: string | null | undefined
): T {
	return (known as readonly string[]).includes(value ?? '') ? (value as T) : known[0];
}

/**
 * Where a form may send the visitor back to: a path of our own, else home. Anything a browser could
 * read as another origin (`//`, `\`, schemes, control characters) is refused (ASVS 5.0 3.7.2).
 */
export function ownPath(value: string | null | undefined): string {
	if (!value || !/^\/(?![/\\])[^\\\p{Cc}]*$/u.test(value)) return '/';
	const resolved = URL.canParse(value, 'http://own.invalid')
		? new URL(value, 'http://own.invalid')
		: null;
	if (resolved?.origin !== 'http://own.invalid' || resolved.pathname.startsWith('//')) return '/';
	return resolved.pathname + resolved.search + resolved.hash;
}
