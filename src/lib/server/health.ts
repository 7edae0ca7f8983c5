import { eq } from 'drizzle-orm';
import { localMoment } from '$lib/domain/hours';
import { maySeeHealth } from '$lib/domain/people/may';
import type { By } from '$lib/domain/people/who';
import { accept, refuse } from '$lib/domain/refusal';
import type { Ruled } from '$lib/domain/refusal';
import { signNames, STALE_DAYS } from '$lib/domain/studio/health';
import type { Sign } from '$lib/domain/studio/health';
import { record } from './audit';
import type { Db } from './db/open';
import { settings } from './db/schema';
import { write } from './db/write';
import { frame } from './frame';
import { columnSigns, overdueSign } from './health/columns';
import { deadLinksSign } from './health/links';
import { baseSign, footerSign } from './health/numbers';
import { outsideSign } from './health/outside';
import type { Answer } from './health/outside';
import { declaredSign, documentSign, honourSign, pictureSign, placeSigns } from './health/places';
import { readSettings } from './site';
import { reviewSettings } from './studio/review-settings';

const KEPT = 'health.outside';

/** Every sign of the content’s health, in the order of the board. */
export async function board(db: Db, now: number): Promise<Sign[]> {
	const today = localMoment(now).day;
	const { switches } = await frame(db);
	const days = (await readSettings(db))['health.days'] ?? STALE_DAYS;
	const signs = [
		...(await columnSigns(db, { now, days, switches })),
		await overdueSign(db, { now, days: (await reviewSettings(db)).days }),
		...(await placeSigns(db)),
		await deadLinksSign(db),
		await outsideKept(db),
		await footerSign(db),
		await baseSign(db),
		await declaredSign(db),
		await pictureSign(db),
		await honourSign(db, today),
		await documentSign(db)
	];
	return signs.sort((a, b) => signNames.indexOf(a.name) - signNames.indexOf(b.name));
}

/** The last look at other sites; nobody has looked until the operator allows it. */
async function outsideKept(db: Db): Promise<Sign> {
	const [row] = await db.select().from(settings).where(eq(settings.key, KEPT));
	const none: Sign = { name: 'outside-links', count: null, of: null, troubles: [], at: null };
	return (row?.value as Sign | undefined) ?? none;
}

let looking = false;

/**
 * Asks other sites whether the pages we link to still stand, where the operator has allowed it, and
 * keeps the answer for the board. One round at a time.
 */
export async function lookOutside(
	db: Db,
	by: By,
	ask?: (href: string) => Promise<Answer>
): Promise<Ruled<Sign>> {
	if (!maySeeHealth(by.who)) return refuse({ field: '', reason: 'refused' });
	if (!(await readSettings(db))['health.external'])
		return refuse({ field: '', reason: 'not-allowed' });
	if (looking) return refuse({ field: '', reason: 'busy' });
	looking = true;
	try {
		const sign = await outsideSign(db, by.now, ask);
		await write(db, async (tx) => {
			await tx
				.insert(settings)
				.values({ key: KEPT, value: sign })
				.onConflictDoUpdate({ target: settings.key, set: { value: sign } });
			await record(tx, by, {
				act: 'check-links',
				noun: 'health',
				id: 'outside',
				after: { looked: sign.of, dead: sign.count }
			});
		});
		return accept(sign);
	} finally {
		looking = false;
	}
}
