/** One opening within a week: ISO weekday 1–7, minutes after midnight; closes ≤ 1440. */
export interface Opening {
	weekday: number;
	opens: number;
	closes: number;
}

/** A day that differs: `opens` null means closed all day. Day is `YYYY-MM-DD` in Asia/Shanghai. */
export interface Exception {
	day: string;
	opens: number | null;
	closes: number | null;
	reason?: { zh: string; en?: string | null } | null;
}

/** A moment seen from Asia/Shanghai. */
interface LocalMoment {
	/** `YYYY-MM-DD`. */
	day: string;
	/** ISO weekday, 1 Monday … 7 Sunday. */
	weekday: number;
	/** Minutes after local midnight, 0 … 1439. */
	minute: number;
}

/** China keeps UTC+08:00 all year (no summer time since 1991, IANA tz `Asia/Shanghai`). */
const OFFSET = 8 * 3_600_000;

/** The calendar day, weekday and minute in Asia/Shanghai at `at` (milliseconds since the epoch). */
export function localMoment(at: number): LocalMoment {
	const local = new Date(at + OFFSET);
	return {
		day: local.toISOString().slice(0, 10),
		weekday: local.getUTCDay() || 7,
		minute: local.getUTCHours() * 60 + local.getUTCMinutes()
	};
}

/** The openings that hold on a day: its exceptions when it has any, else those of its weekday. */
export function openingsOn(
	day: string,
	week: readonly Opening[],
	exceptions: readonly Exception[]
): { opens: number; closes: number }[] {
	const special = exceptions.filter((exception) => exception.day === day);
	const weekday = new Date(`${day}T00:00:00Z`).getUTCDay() || 7;
	const hours = special.length
		? special.flatMap(({ opens, closes }) =>
				opens == null || closes == null ? [] : [{ opens, closes }]
			)
		: week.filter((opening) => opening.weekday === weekday);
	return hours.map(({ opens, closes }) => ({ opens, closes })).sort((a, b) => a.opens - b.opens);
}

/** What a visitor can know now: hours unknown, open until, or closed and when it opens next. */
export type Openness =
	| { state: 'unknown' }
	| { state: 'open'; until: number }
	| { state: 'closed'; next: { day: string; opens: number } | null };

/** Openness at a moment; looks at most 14 days ahead for the next opening. */
export function openness(
	at: number,
	week: readonly Opening[],
	exceptions: readonly Exception[]
): Openness {
	if (!week.length && !exceptions.length) return { state: 'unknown' };
	const now = localMoment(at);
	const current = openingsOn(now.day, week, exceptions).find(
		({ opens, closes }) => opens <= now.minute && now.minute < closes
	);
	if (current) return { state: 'open', until: current.closes };
	for (let ahead = 0; ahead <= 14; ahead++) {
		const { day } = localMoment(at + ahead * 86_400_000);
		const next = openingsOn(day, week, exceptions).find(
			({ opens }) => ahead > 0 || opens > now.minute
		);
		if (next) return { state: 'closed', next: { day, opens: next.opens } };
	}
	return { state: 'closed', next: null };
}

/** `09:05`, and `24:00` for the end of the day. */
export function clock(minute: number): string {
	return `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;
}
