import { dayStamp } from '../when';
import { daysShown } from './filter';

/** Of which days the map shows events: today, or this week from Monday to Sunday. */
export const mapDays = ['today', 'week'] as const;
export type MapDays = (typeof mapDays)[number];

export const isMapDays = (text: string): text is MapDays =>
	(mapDays as readonly string[]).includes(text);

/**
 * The days meant at a moment as a stretch of time, days as in Asia/Shanghai; the end is exclusive.
 * @param at ms since the epoch
 */
export function stretchOf(days: MapDays, at: number): { from: number; to: number } {
	const today = dayStamp(at);
	const meant = days === 'today' ? [today] : daysShown('week', today);
	const from = Date.parse(`${meant[0]}T00:00:00+08:00`);
	return { from, to: from + meant.length * 86_400_000 };
}
