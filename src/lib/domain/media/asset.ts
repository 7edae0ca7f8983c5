/** What an asset is: which player, page or link it belongs in. */
export const forms = ['photo', 'panorama', 'audio', 'document'] as const;
export type AssetForm = (typeof forms)[number];

/** Whether people can be recognised, and whether they agreed to be shown. */
export const consents = ['none', 'given', 'needed'] as const;
export type Consent = (typeof consents)[number];

/** On what ground the portal may show something it did not make; `unknown` still has to be found out. */
export const licences = [
	'own',
	'granted',
	'public-domain',
	'cc0',
	'cc-by',
	'cc-by-sa',
	'unknown'
] as const;
export type Licence = (typeof licences)[number];

/** A rectangle in shares (0…1) of the upright original. */
export interface Crop {
	x: number;
	y: number;
	width: number;
	height: number;
}

/** One public copy of a picture. */
export interface Variant {
	/** Pixels. */
	width: number;
	type: 'image/avif' | 'image/webp' | 'image/jpeg';
	/** Key below the storage root, named by the content’s hash. */
	key: string;
}

/** Largest file, bytes. */
export const FILE_LIMIT = 40 * 1024 * 1024;
/** Largest picture, pixels. */
export const PIXEL_LIMIT = 50_000_000;
/** Days something stays in the trash before it is gone for good. */
export const TRASH_DAYS = 30;
const DAY = 24 * 60 * 60 * 1000;

/** When something trashed at `at` (ms) may be removed for good. */
export const goneAt = (at: number): number => at + TRASH_DAYS * DAY;

/** Whether an asset is a picture that is cut, scaled and given a focal point. */
export const isPicture = (form: AssetForm): boolean => form === 'photo' || form === 'panorama';
