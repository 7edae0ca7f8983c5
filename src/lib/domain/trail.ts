/** How a trail is travelled. */
export const modes = ['walk', 'cycle', 'drive', 'mixed'] as const;
export type Mode = (typeof modes)[number];

export type { TrailInput } from './trail-shape';
