import type { Content, Field } from '$lib/domain/studio/field';

/** Ids of the files of the media library a content uses, with the field that uses them. */
export function assetsIn(
	fields: readonly Field[],
	content: Content
): { field: string; asset: string }[] {
	return fields.flatMap(({ name, kind }) => {
		const value = content[name];
		if (value == null) return [];
		if (kind === 'asset') return typeof value === 'string' ? [{ field: name, asset: value }] : [];
		if (kind === 'gallery' || kind === 'rich' || kind === 'base')
			return found(value).map((asset) => ({ field: name, asset }));
		return [];
	});
}

/** Every `asset` id anywhere in a value, without repeats. */
function found(value: unknown): string[] {
	if (typeof value !== 'object' || value === null) return [];
	const own =
		'asset' in value && typeof value.asset === 'string' && value.asset ? [value.asset] : [];
	return [...new Set([...own, ...Object.values(value).flatMap(found)])];
}
