import { mkdtempSync } from 'node:fs';
import { join } from 'node:path';
import { everyEvent, parseEventFilter } from '../../src/lib/domain/events/filter';
import { calendarFile } from '../../src/lib/server/events/calendar-file';
import { between } from '../../src/lib/server/events/finding';
import { close, open } from '../../src/lib/server/db/open';
import { plant } from '../../src/lib/server/seed';
import { plantVolumeEvents } from '../../src/lib/server/seed/volume-events';
import { bareOf } from './bare';
import { type Figure, median, percentile } from './figure';
import { type Effort, ratesOf } from './load';
import { startPortal } from './portal';

const PART = 'events';
const HTML = { accept: 'text/html,application/xhtml+xml' };
const outlet = { origin: 'https://bench.invalid', locale: 'zh', name: 'bench' } as const;

/**
 * The list of 5,000 events against a bare server answering the same bytes at 32 connections, and the
 * time a filtered calendar of 1,000 events takes from the database to its last line.
 */
export async function measureEvents(
	root: string,
	folder: string,
	{ count, times, effort }: { count: number; times: number; effort: Effort }
): Promise<Figure[]> {
	const dataDir = mkdtempSync(join(folder, 'events-'));
	const db = await open(`file:${join(dataDir, 'liantu.db')}`, { migrations: join(root, 'drizzle') });
	const now = Date.now();
	const figures: Figure[] = [];
	try {
		await plant(db, now);
		await plantVolumeEvents(db, { count, now });
		figures.push(await calendarTime(db, now, times));
	} finally {
		close(db);
	}
	const portal = await startPortal(root, dataDir);
	try {
		const paths = Array.from({ length: 50 }, (_, n) => `/events?page=${n + 1}`);
		const bare = await bareOf(portal.origin, paths, folder);
		try {
			figures.push({
				part: PART,
				name: `list of 20 of ${count.toLocaleString('en')} events`,
				...(await ratesOf(portal.origin, bare.origin, paths, effort, HTML)),
				unit: '/s',
				target: { of: 'ratio', at: 'least', value: 0.2 },
				note: `${paths.length} addresses of ${(bare.bytes / 1024).toFixed(1)} KB`
			});
		} finally {
			await bare.stop();
		}
	} finally {
		await portal.stop();
	}
	return figures;
}

/** Of the types asked for, as many as make about 1,000 events of 5,000. */
async function calendarTime(
	db: Parameters<typeof calendarFile>[0],
	now: number,
	times: number
): Promise<Figure> {
	const asked = parseEventFilter(new URLSearchParams('type=talk,tour'));
	const filter = asked.ok ? asked.value : everyEvent;
	const taken: number[] = [];
	const read: number[] = [];
	let dates = 0;
	for (let run = -2; run < times; run++) {
		const began = performance.now();
		const text = await calendarFile(db, filter, now, outlet);
		const done = performance.now();
		await between(db, filter, now, { from: now, to: null });
		if (run < 0) continue;
		taken.push(done - began);
		read.push(performance.now() - done);
		dates = text.split('BEGIN:VEVENT').length - 1;
	}
	return {
		part: PART,
		name: 'filtered calendar file, p95',
		ours: percentile(taken, 95),
		baseline: percentile(read, 95),
		unit: 'ms',
		target: { of: 'ours', at: 'most', value: 50 },
		note: `${dates.toLocaleString('en')} dates, p50 ${median(taken).toFixed(1)} ms, beside their reading alone`
	};
}
