import { isOffice, mayUpload } from '../people/may';
import type { Who } from '../people/who';

/** What a rule needs to know of an asset. */
interface Owned {
	uploadedBy: string | null;
	/** Whether the public sees it somewhere. */
	live: boolean;
}

/**
 * Changes, replaces or trashes an asset. Media go through no review of their own, so whoever works for
 * one scope changes only the own uploads, and only as long as the public does not see them.
 */
export const mayChange = (who: Who | null, asset: Owned): boolean =>
	mayUpload(who) && (isOffice(who) || (asset.uploadedBy === who?.id && !asset.live));
