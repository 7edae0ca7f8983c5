import { mkdtempSync } from 'node:fs';
import { join } from 'node:path';
import { eq, sql } from 'drizzle-orm';
import { newAdmission } from '../../src/lib/domain/events/admission-new';
import { close, open } from '../../src/lib/server/db/open';
import type { Db } from '../../src/lib/server/db/open';
import {
	admissions,
	bookings,
	events,
	newId,
	occasions,
	seatCounts
} from '../../src/lib/server/db/schema';
import { write } from '../../src/lib/server/db/write';
import { type Figure, median, percentile } from './figure';
import { BEHIND_PROXY } from './passwords';
import { startPortal } from './portal';
import { sendForms } from './signups-send';

const part = 'signups';
const REQUESTS = 1000;
const SEATS = 900;
const DAY = 86_400_000;
const KEY = '20990101T1930';
/** As many as wait at most where 300 are answered a second within a quarter of one. */
const HANDS = 64;

/**
 * A thousand people sign up for nine hundred seats in the same moment, over HTTP: how many get them,
 * how many a second, and how long one waits. The baseline inserts one bare row each, as many at once.
 * @throws when not exactly nine hundred have seats and the others wait
 */
export async function measureSignups(
	root: string,
	folder: string,
	{ rounds }: { rounds: number }
): Promise<Figure[]> {
	const dataDir = mkdtempSync(join(folder, 'signups-'));
	const openDb = () =>
		open(`file:${join(dataDir, 'liantu.db')}`, { migrations: join(root, 'drizzle') });
	const first = await startPortal(root, dataDir);
	await first.stop();
	const db = await openDb();
	const bare = await bareInserts(db);
	await laid(db, 'warm');
	for (let n = 0; n < rounds; n++) {
		await laid(db, `race-${n}`);
		await laid(db, `burst-${n}`);
	}
	close(db);
	const portal = await startPortal(root, dataDir, { DEMO: 'off', ...BEHIND_PROXY });
	const race = (slug: string, hands: number) =>
		sendForms(portal.origin, `/events/${slug}/join/${KEY}`, forms(slug), hands);
	const raced: { rate: number; p99: number; p50: number }[] = [];
	const burst: { rate: number; p99: number }[] = [];
	let busy = 0;
	try {
		// A server just started is still being compiled.
		await race('warm', HANDS);
		for (let n = 0; n < rounds; n++) {
			const begun = portal.busy() ?? NaN;
			const { sent, ms } = await race(`race-${n}`, HANDS);
			busy += (portal.busy() ?? NaN) - begun;
			const times = sent.map((one) => one.ms);
			const rate = (REQUESTS / ms) * 1000;
			raced.push({ rate, p99: percentile(times, 99), p50: median(times) });
			const all = await race(`burst-${n}`, REQUESTS);
			burst.push({
				rate: (REQUESTS / all.ms) * 1000,
				p99: percentile(
					all.sent.map((one) => one.ms),
					99
				)
			});
			for (const { status, location } of [...sent, ...all.sent])
				if (status !== 303 || !location.startsWith('/bookings/'))
					throw new Error(`a sign-up was answered ${status} ${location}`);
		}
	} finally {
		await portal.stop();
	}
	const after = await openDb();
	const counts = await stand(after, rounds);
	close(after);
	const of = (list: number[]) => median(list);
	return [
		{
			part,
			name: 'confirmed of 1,000 sign-ups for 900 seats, sent together',
			ours: counts.confirmed,
			unit: 'sign-ups',
			target: { of: 'ours', at: 'least', value: SEATS },
			note: `${counts.waiting} wait, in each of ${rounds * 2} races`
		},
		{
			part,
			name: `sign-ups over HTTP, ${HANDS} connections`,
			ours: of(raced.map(({ rate }) => rate)),
			baseline: bare,
			unit: '/s',
			target: { of: 'ours', at: 'least', value: 300 },
			note: 'baseline: one bare row each, through the same queue'
		},
		{
			part,
			name: `a sign-up over HTTP, ${HANDS} connections, p99`,
			ours: of(raced.map(({ p99 }) => p99)),
			unit: 'ms',
			target: { of: 'ours', at: 'most', value: 250 },
			note: `p50 ${of(raced.map(({ p50 }) => p50)).toFixed(0)} ms`
		},
		{
			part,
			name: 'sign-ups over HTTP, all 1,000 in one moment',
			ours: of(burst.map(({ rate }) => rate)),
			unit: '/s',
			target: { of: 'ours', at: 'least', value: 300 },
			note: `the last one is answered after ${of(burst.map(({ p99 }) => p99)).toFixed(0)} ms (p99)`
		},
		{
			part,
			name: 'processor time of the server for a sign-up',
			ours: Number.isFinite(busy) ? busy / (rounds * REQUESTS) : null,
			unit: 'ms',
			note: 'all its threads'
		}
	];
}

const forms = (slug: string): string[] =>
	Array.from({ length: REQUESTS }, (_, n) =>
		new URLSearchParams({
			...{ name: `测速${n}`, mail: `bench-${slug}-${n}@example.cn`, phone: '', group: '' },
			...{ heads: '1', consent: 'yes', key: '', website: '' }
		}).toString()
	);

async function laid(db: Db, slug: string): Promise<void> {
	const now = Date.now();
	const [eventId, id] = [newId(now), newId(now)];
	const startsAt = now + 30 * DAY;
	const publishedAt = now - DAY;
	await write(db, async (tx) => {
		await tx.insert(events).values({
			...{ id: eventId, slug, titleZh: '报名测速', type: 'performance', synthetic: true },
			...{ startsAt, endsAt: startsAt + DAY / 12, publishedAt }
		});
		await tx
			.insert(occasions)
			.values({ id, eventId, key: KEY, startsAt, endsAt: startsAt + DAY / 12, publishedAt });
		await tx
			.insert(admissions)
			.values({ eventId, plan: newAdmission({ capacity: SEATS, reminders: [] }) });
	});
}

/** How many have seats and how many wait; the same in every race, or it is no figure at all. */
async function stand(db: Db, rounds: number): Promise<{ confirmed: number; waiting: number }> {
	const rows = await db
		.select({
			slug: events.slug,
			confirmed: sql<number>`sum(${bookings.state} = 'confirmed')`.mapWith(Number),
			waiting: sql<number>`sum(${bookings.state} = 'waiting')`.mapWith(Number),
			taken: sql<number>`max(${seatCounts.taken})`.mapWith(Number)
		})
		.from(bookings)
		.innerJoin(events, eq(events.id, bookings.eventId))
		.innerJoin(seatCounts, eq(seatCounts.occasionId, bookings.occasionId))
		.groupBy(events.slug);
	if (rows.length !== rounds * 2 + 1) throw new Error('a race left no sign-ups');
	for (const { slug, confirmed, waiting, taken } of rows)
		if (confirmed !== SEATS || waiting !== REQUESTS - SEATS || taken !== SEATS)
			throw new Error(`${slug}: ${confirmed} confirmed, ${waiting} wait, ${taken} taken`);
	return { confirmed: SEATS, waiting: REQUESTS - SEATS };
}

/** Bare rows a second, written as many at once. */
async function bareInserts(db: Db): Promise<number> {
	await write(db, (tx) =>
		tx.run(sql`CREATE TABLE bare (id INTEGER PRIMARY KEY, form TEXT NOT NULL)`)
	);
	const rates: number[] = [];
	for (let round = 0; round < 3; round++) {
		const all = forms(`bare-${round}`);
		let next = 0;
		const began = performance.now();
		const hand = async () => {
			for (let n = next++; n < all.length; n = next++)
				await write(db, (tx) => tx.run(sql`INSERT INTO bare (form) VALUES (${all[n]!})`));
		};
		await Promise.all(Array.from({ length: HANDS }, hand));
		rates.push((REQUESTS / (performance.now() - began)) * 1000);
	}
	await write(db, (tx) => tx.run(sql`DROP TABLE bare`));
	return median(rates);
}
