import type { Bilingual } from '../text';

/** What kind of happening it is (演出 展览 宣讲 赛事 清廉文化进… 众人监督日 警示教育会议 主题行动). */
export const eventTypes = [
	'performance',
	'exhibition',
	'talk',
	'contest',
	'tour',
	'suggestion',
	'meeting',
	'campaign'
] as const;
export type EventType = (typeof eventTypes)[number];

/** What a series is: a culture week, a campaign such as 廉节清风, or a programme through the year. */
export const seriesKinds = ['week', 'campaign', 'programme'] as const;
export type SeriesKind = (typeof seriesKinds)[number];

/** Whether a happening stands, after it was published. */
export const standings = ['scheduled', 'postponed', 'cancelled'] as const;
export type Standing = (typeof standings)[number];

/** For whom it is meant; none named means everybody. */
export const audiences = [
	'cadres',
	'party',
	'youth',
	'students',
	'families',
	'elders',
	'villagers',
	'enterprises',
	'public'
] as const;
export type Audience = (typeof audiences)[number];

/** Languages spoken at it: BCP 47, `zh-x-local` for the dialect, `csl` for sign language (ISO 639-3). */
export const spokenLanguages = ['zh-CN', 'zh-x-local', 'en', 'csl'] as const;
export type SpokenLanguage = (typeof spokenLanguages)[number];

/** One item of a programme; the time is `HH:mm` in Asia/Shanghai, null where it is not published. */
export interface ProgrammeItem {
	at: string | null;
	title: Bilingual;
	/** Who speaks or plays, as published; role names rather than persons where possible. */
	who: string | null;
}

/** A picture of an album, by its id in the media library. */
export interface Shot {
	asset: string;
	alt?: Bilingual | null | undefined;
}
