/** Prizes an edition may have at most. */
export const MOST_PRIZES = 20;
