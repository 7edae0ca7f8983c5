import type { Json } from '../field';

export type Parts = { [key: string]: Json };

/** The parts of a value; none where it is something else. */
export const partsOf = (value: Json | undefined): Parts =>
	typeof value === 'object' && value !== null && !Array.isArray(value) ? value : {};

/** The items of a value; none where it is no list. */
export const listOf = (value: Json | undefined): Json[] => (Array.isArray(value) ? value : []);

/** A single value as an input shows it; empty for what has parts. */
export const shown = (value: Json | undefined): string =>
	value === null || value === undefined || typeof value === 'object' ? '' : String(value);
