import { answerDays } from '$lib/domain/judging/notice/notice';
import { dayStamp } from '$lib/domain/when';
import { officeCalendar } from '../calendar';
import type { Reader } from '../db/open';
import { readSettings } from '../site';

/** `YYYY-MM-DD`: the last day to answer an objection that came at a moment. */
export async function dueDayOf(db: Reader, now: number): Promise<string> {
	const days = (await readSettings(db))['objections.days'] ?? answerDays.usual;
	return (await officeCalendar(db)).after(dayStamp(now), days).day;
}
