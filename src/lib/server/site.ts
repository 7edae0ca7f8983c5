import { eq, inArray } from 'drizzle-orm';
import { z } from 'zod';
import { bilingual } from '$lib/domain/text-shape';
import type { Bilingual } from '$lib/domain/text';
import type { Reader } from './db/open';
import { settings } from './db/schema';

/** What the footer shows (网站标识 conventions); empty entries are simply not shown. */
export interface Site {
	name: Bilingual;
	sponsor: Bilingual | null;
	contact: Bilingual | null;
	icp: string | null;
	police: string | null;
	code: string | null;
}

const shapes = {
	'site.name': bilingual(60),
	'footer.sponsor': bilingual(120),
	'footer.contact': bilingual(200),
	'footer.icp': z.string().min(1).max(60),
	'footer.police': z.string().min(1).max(60),
	'footer.code': z.string().min(1).max(60)
};

/** The settings of the site; a missing or damaged one counts as not set. */
export async function site(db: Reader): Promise<Site> {
	const rows = await db
		.select()
		.from(settings)
		.where(inArray(settings.key, Object.keys(shapes)));
	const read = <K extends keyof typeof shapes>(key: K): z.output<(typeof shapes)[K]> | null => {
		const parsed = shapes[key].safeParse(rows.find((row) => row.key === key)?.value);
		return parsed.success ? (parsed.data as z.output<(typeof shapes)[K]>) : null;
	};
	return {
		name: read('site.name') ?? {
			zh: '廉图 · 余杭清廉文化地图',
			en: 'Liantu · Yuhang Integrity Culture Map'
		},
		sponsor: read('footer.sponsor'),
		contact: read('footer.contact'),
		icp: read('footer.icp'),
		police: read('footer.police'),
		code: read('footer.code')
	};
}

/** Whom to tell about a weakness of this site (RFC 9116 `Contact`); null while nobody is named. */
export async function securityContact(db: Reader): Promise<string | null> {
	const [row] = await db.select().from(settings).where(eq(settings.key, 'security.contact'));
	const contact = z
		.string()
		.max(200)
		.regex(/^(mailto:|tel:|https:\/\/)[^\s]+$/)
		.safeParse(row?.value);
	return contact.success ? contact.data : null;
}
