import { pinyin } from 'pinyin-pro';
import { slugPattern } from '../place';

/**
 * The slug a name gets when the file gives none: toneless pinyin, syllables joined by hyphens, at
 * most 72 characters so that a counter still fits. A character without pinyin becomes its code
 * point (`𠮷` → `u20bb7`), so the same name gives the same slug everywhere.
 */
export function slugOf(name: string): string {
	const parts = pinyin(name.normalize('NFKC'), {
		toneType: 'none',
		type: 'array',
		nonZh: 'consecutive',
		v: true
	});
	const words = parts.map((part) =>
		part
			.toLowerCase()
			.normalize('NFD')
			.replace(/\p{M}/gu, '')
			.replace(/[^\0-\x7f]/gu, (c) =>
				/\p{L}/u.test(c) ? `-u${c.codePointAt(0)!.toString(16)}-` : '-'
			)
	);
	const slug = words
		.join('-')
		.replace(/[^a-z0-9]+/g, '-')
		.replace(/^-+|-+$/g, '')
		.slice(0, 72)
		.replace(/-+$/, '');
	return slug.length >= 2 && slugPattern.test(slug) ? slug : `place-${slug || 'x'}`;
}

/** `base`, or the first of `base-2`, `base-3` … that nobody has taken. */
export function freeSlug(base: string, taken: { has(slug: string): boolean }): string {
	if (!taken.has(base)) return base;
	let n = 2;
	while (taken.has(`${base}-${n}`)) n++;
	return `${base}-${n}`;
}
