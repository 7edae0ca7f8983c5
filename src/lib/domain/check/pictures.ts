import type { AssetFacts, Check, Context } from './context';
import { whole } from './finding';
import type { CheckName, Finding } from './finding';

interface Used {
	field: string;
	asset: string;
	/** The words given here for those who do not see it. */
	alt: string;
}

/** Every file of the library a content uses, and where. */
function used({ description, content, texts }: Context): Used[] {
	const galleries = description.fields.flatMap(({ name, kind }): Used[] => {
		const value = content[name];
		if (kind === 'asset')
			return typeof value === 'string' ? [{ field: name, asset: value, alt: '' }] : [];
		// A base is called by its name wherever it can be chosen: that is its words.
		if (kind === 'base') {
			const { asset } = (value ?? {}) as { asset?: unknown };
			const { zh } = (content.name ?? {}) as { zh?: unknown };
			return asset ? [{ field: name, asset: String(asset), alt: String(zh ?? '') }] : [];
		}
		if (kind !== 'gallery' || !Array.isArray(value)) return [];
		return (value as { asset?: unknown; alt?: { zh?: unknown } | null }[]).map(
			({ asset, alt }, index) => ({
				field: `${name}.${index}`,
				asset: String(asset ?? ''),
				alt: String(alt?.zh ?? '')
			})
		);
	});
	const inTexts = texts.flatMap(({ field, pictures }) =>
		pictures.map(({ asset, alt }): Used => ({ field, asset, alt }))
	);
	return [...galleries, ...inTexts];
}

const seen = (facts: AssetFacts): boolean => facts.form === 'photo' || facts.form === 'panorama';

/** Pictures without words for those who do not see them; files that are gone; rights not stated. */
export const pictures: Check = (context) =>
	used(context).flatMap(({ field, asset, alt }): Finding[] => {
		const facts = context.assets.get(asset);
		if (!facts || facts.trashed) return [whole('asset-gone', 'error', field)];
		const found: Finding[] = [];
		const warn = (check: CheckName) => found.push(whole(check, 'warning', field));
		if (seen(facts) && !alt.trim() && !facts.alt) found.push(whole('alt-missing', 'error', field));
		if (facts.unspoken) found.push(whole('transcript-missing', 'error', field));
		if (facts.consent === 'needed') warn('consent-missing');
		if (facts.licence === 'unknown') warn('licence-unknown');
		return found;
	});
