import type { Db, Reader } from '../db/open';
import {
	articles as articleTable,
	events as eventTable,
	places as placeTable,
	settings as settingTable,
	trails as trailTable
} from '../db/schema';
import { touchContent, write } from '../db/write';
import { enterAll } from '../studio/enter';
import { articles, notes } from './articles';
import { elsewhere } from './elsewhere';
import { figures } from './figures';
import { places } from './places';
import { plantContestsIn } from './contests-plant';
import { plantArticles } from './plant-content';
import { plantEvents } from './plant-events';
import {
	plantBases,
	plantFigures,
	plantPlaces,
	plantSources,
	plantTowns,
	plantTrails
} from './plant-places';
import { settings } from './site';
import { plantStamps } from './stamps';
import { towns } from './towns';
import { corridors, trails } from './trails';

export { plantContests } from './contests-plant';

/** Whether nobody has put anything in yet: no place, trail, article or event, public or not. */
export async function isEmpty(db: Reader): Promise<boolean> {
	for (const table of [placeTable, trailTable, articleTable, eventTable]) {
		const rows = await db.select({ id: table.id }).from(table).limit(1);
		if (rows.length) return false;
	}
	return true;
}

/**
 * Plants the demonstration content of Yuhang into an empty database, all in one transaction, with
 * citations and search index. Does nothing when it is not empty.
 * @param now moment of publication, ms since the epoch
 * @returns whether anything was planted
 */
export async function plant(db: Db, now: number): Promise<boolean> {
	return write(db, async (tx) => {
		if (!(await isEmpty(tx))) return false;
		await plantSources(tx);
		await tx.insert(settingTable).values(settings).onConflictDoNothing();
		await plantBases(tx, now);
		await plantTowns(tx, towns);
		const ids = await plantPlaces(tx, [...places, ...elsewhere], now);
		await plantTrails(tx, { corridors, trails, ids, now });
		await plantStamps(tx, now);
		await plantFigures(tx, figures);
		await plantArticles(tx, [...articles, ...notes], { ids, now });
		await plantEvents(tx, now);
		await plantContestsIn(tx, now);
		await enterAll(tx);
		await touchContent(tx);
		return true;
	});
}
