import fc from 'fast-check';
import { expect, it } from 'vitest';
import { peakIn, slotKey } from '$lib/domain/visits/slots';
import { emptyDb, NOON } from '$tests/make';
import { asked, dayIn, hall, receiver, row, stranger, typed, why } from '$tests/visits';
import type { Db } from '../db/open';
import { visitRequests } from '../db/schema';
import { askVisit } from './ask';
import { endVisit, markVisit, offerSlot } from './deeds';
import { holding } from './ground';
import { cancelVisit, changeHeads, confirmVisit } from './group';
import { savePlan } from './plans';

const HOUR = 3_600_000;
/** Slots that are fought for: two of one day, one of another. */
const slots = [
	{ day: dayIn(5), starts: 540 },
	{ day: dayIn(5), starts: 600 },
	{ day: dayIn(6), starts: 540 }
].map(slotKey);

/** The most heads in batches that are promised at any moment, and what there is room for. */
async function promised(db: Db, at: string, now: number): Promise<number> {
	const held = await holding(db, at, { from: dayIn(0), now });
	return Math.max(0, ...held.map((slot) => peakIn(slot, held)));
}

const who = fc.nat(5);
const command = fc.oneof(
	fc.record({ deed: fc.constant('offer' as const), who, slot: fc.constantFrom(...slots) }),
	fc.record({ deed: fc.constant('confirm' as const), who }),
	fc.record({ deed: fc.constant('heads' as const), who, heads: fc.integer({ min: 1, max: 25 }) }),
	fc.record({ deed: fc.constant('cancel' as const), who }),
	fc.record({ deed: fc.constant('end' as const), who }),
	fc.record({ deed: fc.constant('mark' as const), who, came: fc.option(fc.nat(30)) }),
	fc.record({ deed: fc.constant('plan' as const), batch: fc.constantFrom(8, 10, 12) }),
	fc.record({ deed: fc.constant('wait' as const), hours: fc.integer({ min: 1, max: 60 }) })
);

it('no order of commands by groups and office, at any time, promises more than there is room for', async () => {
	const db = await emptyDb();
	await fc.assert(
		fc.asyncProperty(fc.array(command, { minLength: 20, maxLength: 45 }), async (commands) => {
			const at = await hall(db, { cutOff: 0 });
			const groups: { id: string; link: string }[] = [];
			for (let i = 0; i < 6; i++)
				groups.push(await asked(db, at, { heads: String(4 + 3 * i), email: '' }));
			let now = NOON;
			for (const one of commands) {
				const group = 'who' in one ? groups[one.who]! : groups[0]!;
				const [by, office] = [stranger(now), receiver(now)];
				if (one.deed === 'wait') now += one.hours * HOUR;
				else if (one.deed === 'offer') await offerSlot(db, office, group.id, one.slot);
				else if (one.deed === 'confirm') await confirmVisit(db, by, group.link);
				else if (one.deed === 'heads') await changeHeads(db, by, group.link, one.heads);
				else if (one.deed === 'cancel') await cancelVisit(db, by, group.link);
				else if (one.deed === 'end') await endVisit(db, office, group.id, 'decline', '闭馆');
				else if (one.deed === 'mark') await markVisit(db, office, group.id, one.came);
				else
					await savePlan(db, office, at, {
						...{ slot: '60', batch: String(one.batch), parallel: '2', largest: '16' },
						...{ cutOff: '0', ahead: '60', hold: '2', letterFrom: '' },
						...{ open: true, zh: '', en: '' }
					});
				expect(await promised(db, at, now)).toBeLessThanOrEqual(2);
			}
		}),
		{ numRuns: 25 }
	);
}, 120_000);

it('of forty groups offered one slot at once exactly those get it whom it holds', async () => {
	const db = await emptyDb();
	const at = await hall(db, { parallel: 3, largest: 30 });
	const groups = [];
	for (let i = 0; i < 40; i++) groups.push(await asked(db, at, { heads: '10', email: '' }));
	const done = await Promise.all(
		groups.map(({ id }) => offerSlot(db, receiver(), id, typed().slot))
	);
	expect(done.filter(({ ok }) => ok).length).toBe(3);
	expect(new Set(done.flatMap(why))).toEqual(new Set(['slot full']));
	const said = await Promise.all(groups.map(({ link }) => confirmVisit(db, stranger(), link)));
	expect(said.map(({ ok }) => ok)).toEqual(done.map(({ ok }) => ok));
	expect(await promised(db, at, NOON)).toBe(3);
});

it('one request sent twenty times at once is twenty requests, each with a number of its own', async () => {
	const db = await emptyDb();
	const at = await hall(db);
	const all = await Promise.all(
		Array.from({ length: 20 }, () =>
			askVisit(db, stranger(), at, typed({ email: '' }), {
				...{ letter: null, locale: 'zh', scanned: false }
			})
		)
	);
	expect(all.flatMap(why)).toEqual([]);
	const rows = await db.select({ code: visitRequests.code }).from(visitRequests);
	expect(new Set(rows.map(({ code }) => code)).size).toBe(20);
});

it('a group that confirms and cancels at once ends cancelled or agreed, never both', async () => {
	const db = await emptyDb();
	const at = await hall(db);
	for (let i = 0; i < 5; i++) {
		const one = await asked(db, at, { heads: '20', email: '' });
		expect(why(await offerSlot(db, receiver(), one.id, typed().slot))).toEqual([]);
		await Promise.all([
			confirmVisit(db, stranger(), one.link),
			cancelVisit(db, stranger(), one.link)
		]);
		expect((await row(db, one.id)).state).toBe('cancelled');
		expect(await promised(db, at, NOON)).toBe(0);
	}
});
