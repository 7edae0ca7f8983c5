/** What a place is: culture site, demonstration unit, venue, service point. */
export const kinds = ['site', 'unit', 'venue', 'service'] as const;
export type Kind = (typeof kinds)[number];

/** The eight kinds of demonstration units, in the published order 机关 国企 民企 村居 学校 医院 交通 文化. */
export const categories = [
	'office',
	'state-enterprise',
	'private-enterprise',
	'village',
	'school',
	'hospital',
	'transport',
	'culture'
] as const;
export type Category = (typeof categories)[number];

/** Level of the body that recognised a place. */
export const levels = ['national', 'province', 'city', 'district', 'town'] as const;
export type Level = (typeof levels)[number];

/** How precisely a position is known; `unknown` places are listed and never drawn. */
export const precisions = ['exact', 'village', 'town', 'district', 'unknown'] as const;
export type Precision = (typeof precisions)[number];

/** Facts on access that a place may state; absent means not stated, never “no”. */
export const accessFacts = [
	'step-free',
	'toilet',
	'parking',
	'lift',
	'hearing-loop',
	'guide-dogs',
	'seating',
	'large-print'
] as const;
export type AccessFact = (typeof accessFacts)[number];

/** Slugs are lower-case ASCII words joined by single hyphens, 2 to 80 characters. */
export const slugPattern = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;

export type { PlaceInput } from './place-shape';
