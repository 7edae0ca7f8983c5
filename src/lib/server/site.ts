import { eq, inArray } from 'drizzle-orm';
import { z } from 'zod';
import { bilingual } from '$lib/domain/text-shape';
import type { Bilingual } from '$lib/domain/text';
import { erasureDays } from '$lib/domain/contests/erasure';
import { answerDays } from '$lib/domain/judging/notice/notice';
import { modules } from '$lib/domain/modules';
import { retention } from '$lib/domain/retention';
import type { Kept } from '$lib/domain/retention';
import { dayLimits, stepLimits } from '$lib/domain/studio/review';
import { remindLimits } from '$lib/domain/visits/remind';
import type { Reader, Tx } from './db/open';
import { touchContent } from './db/write';
import { settings } from './db/schema';

const line = z.string().trim().min(1).max(60);
const link = z.url({ protocol: /^https$/ }).max(300);

const within = (kind: Kept) => z.int().min(retention[kind].min).max(retention[kind].max);

/** Every setting of the site that an office fills in, with its shape. */
export const siteSettings = {
	'site.name': bilingual(60),
	/** The district beside the name. */
	'site.district': bilingual(30),
	/** A picture of the media library in place of the jade cong. */
	'site.mark': z.string().regex(/^[a-z0-9]{20}$/),
	'footer.sponsor': bilingual(120),
	'footer.contact': bilingual(200),
	'footer.icp': line,
	'footer.police': line,
	'footer.code': line,
	/** Address of the certificate behind the mark of party and government bodies (党政机关标识). */
	'footer.institution': link,
	/** Address of the form “find mistakes on government sites” (我为政府网站找错). */
	'footer.mistakes': link,
	'security.contact': z
		.string()
		.max(200)
		.regex(/^(mailto:|tel:|https:\/\/)[^\s]+$/),
	/** Parts switched off; what is absent is on. */
	modules: z.partialRecord(z.enum(modules), z.boolean()),
	/** Steps of review before anything is public (三审三校). */
	'review.steps': z.int().min(stepLimits.least).max(stepLimits.most),
	/** Days a review may take before it is marked as overdue. */
	'review.days': z.int().min(dayLimits.least).max(dayLimits.most),
	/** Whether the health board may ask other hosts if their pages still stand. */
	'health.external': z.boolean(),
	/** Days without a change after which a column counts as stale. */
	'health.days': z.int().min(7).max(730),
	/** Years whose holidays the office has entered in full. */
	'calendar.settled': z.array(z.int().min(2004).max(2100)).max(40),
	/** Days before a visit on which its group is reminded; 0 for never. */
	'visits.remind': z.int().min(remindLimits.least).max(remindLimits.most),
	'retention.autosaves': within('autosaves'),
	'retention.outbox': within('outbox'),
	'retention.audit': within('audit'),
	'retention.corrections': within('corrections'),
	'retention.objections': within('objections'),
	'retention.visits': within('visits'),
	'retention.unconfirmed': within('unconfirmed'),
	/** Working days in which a request for deletion is answered. */
	'erasures.days': z.int().min(erasureDays.least).max(erasureDays.most),
	/** Working days in which an objection to a notice is answered. */
	'objections.days': z.int().min(answerDays.least).max(answerDays.most)
};

export type SettingName = keyof typeof siteSettings;
type Value<K extends SettingName> = z.output<(typeof siteSettings)[K]>;

/** What the footer shows (网站标识 conventions); empty entries are simply not shown. */
export interface Site {
	name: Bilingual;
	district: Bilingual | null;
	sponsor: Bilingual | null;
	contact: Bilingual | null;
	icp: string | null;
	police: string | null;
	code: string | null;
	institution: string | null;
	mistakes: string | null;
}

/** All settings that are set; a damaged one counts as not set. */
export async function readSettings(
	db: Reader
): Promise<{ [K in SettingName]?: Value<K> | undefined }> {
	const names = Object.keys(siteSettings) as SettingName[];
	const rows = await db.select().from(settings).where(inArray(settings.key, names));
	return Object.fromEntries(
		rows.flatMap(({ key, value }) => {
			const parsed = siteSettings[key as SettingName].safeParse(value);
			return parsed.success ? [[key, parsed.data]] : [];
		})
	);
}

/**
 * Writes one setting, or clears it with `null`, as public content.
 * @returns false when the value does not fit its shape; then nothing is written.
 */
export async function putSetting(tx: Tx, name: SettingName, value: unknown): Promise<boolean> {
	if (value === null) await tx.delete(settings).where(eq(settings.key, name));
	else {
		const parsed = siteSettings[name].safeParse(value);
		if (!parsed.success) return false;
		await tx
			.insert(settings)
			.values({ key: name, value: parsed.data })
			.onConflictDoUpdate({ target: settings.key, set: { value: parsed.data } });
	}
	await touchContent(tx);
	return true;
}

/** The settings of the site as pages show them. */
export async function site(db: Reader): Promise<Site> {
	const read = await readSettings(db);
	return {
		name: read['site.name'] ?? {
			zh: '廉图 · 余杭清廉文化地图',
			en: 'Liantu · Yuhang Integrity Culture Map'
		},
		district: read['site.district'] ?? null,
		sponsor: read['footer.sponsor'] ?? null,
		contact: read['footer.contact'] ?? null,
		icp: read['footer.icp'] ?? null,
		police: read['footer.police'] ?? null,
		code: read['footer.code'] ?? null,
		institution: read['footer.institution'] ?? null,
		mistakes: read['footer.mistakes'] ?? null
	};
}

/** Whom to tell about a weakness of this site (RFC 9116 `Contact`); null while nobody is named. */
export async function securityContact(db: Reader): Promise<string | null> {
	return (await readSettings(db))['security.contact'] ?? null;
}
