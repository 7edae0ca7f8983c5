import type { AssetForm, Consent } from './asset';

/** What decides whether the public may see an asset. */
interface Usable {
	form: AssetForm;
	altZh: string | null;
	transcriptZh: string | null;
	consent: Consent;
	trashedAt: number | null;
}

/** Why an asset may not be shown to the public. */
export type UseFault = 'gone' | 'trashed' | 'no-alt' | 'no-words' | 'no-consent';

/**
 * What stands against showing an asset to the public; null when nothing does.
 * @param alt alternative text given where it is used, in place of the asset’s own
 */
export function faultOf(asset: Usable | null, alt?: string | null): UseFault | null {
	if (!asset) return 'gone';
	if (asset.trashedAt !== null) return 'trashed';
	if (asset.form !== 'document' && !alt?.trim() && !asset.altZh?.trim()) return 'no-alt';
	if (asset.form === 'audio' && !asset.transcriptZh?.trim()) return 'no-words';
	return asset.consent === 'needed' ? 'no-consent' : null;
}
