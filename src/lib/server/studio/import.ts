import { inArray } from 'drizzle-orm';
import type { Datum } from '$lib/domain/datum';
import { fieldOf } from '$lib/domain/import/header';
import type { Mapping } from '$lib/domain/import/header';
import type { Field } from '$lib/domain/import/field';
import type { Issue, Note } from '$lib/domain/import/issue';
import type { Merged } from '$lib/domain/import/merge';
import { mayImport } from '$lib/domain/people/may';
import type { By } from '$lib/domain/people/who';
import type { Refusal } from '$lib/domain/refusal';
import type { Content } from '$lib/domain/studio/field';
import { placeContent } from '$lib/domain/studio/nouns/place-shape';
import { hear } from '../import/places';
import { planPlaces } from '../import/plan';
import type { Plan } from '../import/plan';
import { orRefusal, tableFrom } from '../import/read';
import { Unreadable } from '../import/table';
import type { FileRefusal } from '../import/table';
import type { Db, Reader } from '../db/open';
import { places } from '../db/schema';
import { write } from '../db/write';
import { contentOf, find } from './items';
import { saveWithin } from './save';

/** Places one import of the studio writes at most: each becomes a version somebody reviews. */
const MOST_WRITES = 2000;

export interface Choice {
	datum?: Datum | undefined;
	mapping?: Mapping | undefined;
	/** Takes it although the datum alarm rings. */
	anyway: boolean;
}

/** What a table would do. */
interface Examined {
	/** Names of its columns with what each means; empty when no header was found. */
	columns: { name: string; field: Field | null }[];
	refusal: FileRefusal | null;
	issues: Issue[];
	notes: Note[];
	counts: { rows: number; added: number; changed: number; same: number };
	/** Where the first of them would stand, WGS-84 degrees. */
	spots: { name: string; lon: number; lat: number; isNew: boolean }[];
}

const SPOTS = 2000;

/** Looks a table over without writing anything. */
export async function examine(
	db: Db,
	bytes: Buffer,
	name: string,
	choice: Choice
): Promise<Examined> {
	const { report } = await plan(db, bytes, name, choice);
	return report;
}

async function plan(
	db: Db,
	bytes: Buffer,
	name: string,
	choice: Choice
): Promise<{ report: Examined; writes: Merged[] }> {
	const report: Examined = {
		columns: [],
		refusal: null,
		issues: [],
		notes: [],
		counts: { rows: 0, added: 0, changed: 0, same: 0 },
		spots: []
	};
	const read = await orRefusal(async () => {
		const table = await tableFrom(bytes, name, undefined, choice.mapping);
		const { names, columns, datum: hinted } = table.header;
		report.columns = names.flatMap((name, index) =>
			name ? [{ name, field: columns.get(index) ?? null }] : []
		);
		report.notes.push(...table.notes);
		if (hinted && choice.datum && hinted !== choice.datum)
			throw new Unreadable('datum-conflict', { header: hinted, datum: choice.datum });
		return planPlaces(db, table, {
			datum: choice.datum ?? hinted ?? 'wgs84',
			anywhere: choice.anyway
		});
	});
	if (!read.ok) {
		const { seen } = read.refusal.detail;
		// A table whose header nobody knows can still be imported, by saying what its columns mean.
		if (read.refusal.reason === 'no-header' && typeof seen === 'string')
			report.columns = seen
				.split(' | ')
				.filter((name) => name.trim())
				.map((name) => {
					const said = choice.mapping?.get(name.trim());
					return { name: name.trim(), field: said === undefined ? fieldOf(name) : said };
				});
		return { report: { ...report, refusal: read.refusal }, writes: [] };
	}
	const found: Plan = read.value;
	const { rows, added, changed, same } = found;
	report.counts = { rows, added, changed, same };
	report.issues = found.issues;
	report.refusal = hear(found, choice, report.notes);
	if (!report.refusal && found.writes.length > MOST_WRITES)
		report.refusal = {
			reason: 'too-many-rows',
			detail: { rows: found.writes.length, limit: MOST_WRITES }
		};
	const standing = new Set(
		(
			await idsOf(
				db,
				found.writes.map(({ value }) => value.slug)
			)
		).keys()
	);
	report.spots = found.writes.slice(0, SPOTS).flatMap(({ value }) =>
		value.lon == null || value.lat == null
			? []
			: [
					{
						name: value.name.zh,
						lon: value.lon,
						lat: value.lat,
						isNew: !standing.has(value.slug)
					}
				]
	);
	return { report, writes: found.writes };
}

async function idsOf(db: Reader, slugs: string[]): Promise<Map<string, string>> {
	const ids = new Map<string, string>();
	for (let at = 0; at < slugs.length; at += 500)
		for (const { id, slug } of await db
			.select({ id: places.id, slug: places.slug })
			.from(places)
			.where(inArray(places.slug, slugs.slice(at, at + 500))))
			ids.set(slug, id);
	return ids;
}

type Imported =
	| { ok: true; drafts: number }
	| { ok: false; examined: Examined }
	/** A place that cannot be written now, e.g. because it is in review. */
	| { ok: false; place: string; refusals: Refusal[] };

class Halted extends Error {
	constructor(
		readonly place: string,
		readonly refusals: Refusal[]
	) {
		super(place);
	}
}

/**
 * Imports a table as drafts, all or none: each new or changed place becomes a version that goes
 * through review like any other. The public sees nothing of it before.
 */
export async function importDrafts(
	db: Db,
	by: By,
	bytes: Buffer,
	name: string,
	choice: Choice
): Promise<Imported> {
	const { report, writes } = await plan(db, bytes, name, choice);
	if (!mayImport(by.who))
		return { ok: false, place: '', refusals: [{ field: '', reason: 'not-yours' }] };
	if (report.refusal || report.issues.length) return { ok: false, examined: report };
	try {
		await write(db, async (tx) => {
			const ids = await idsOf(
				tx,
				writes.map(({ value }) => value.slug)
			);
			for (const merged of writes) {
				const id = ids.get(merged.value.slug) ?? null;
				const item = id === null ? null : await find(tx, by.who, 'places', id);
				const stood = item ? await contentOf(tx, item, item.head) : null;
				const saved = await saveWithin(tx, by, 'places', {
					id: item?.id ?? null,
					base: item?.head ?? 0,
					content: contentFrom(merged, stood)
				});
				if (!saved.ok)
					throw new Halted(
						merged.value.name.zh,
						'refusals' in saved ? saved.refusals : [{ field: '', reason: 'changed-meanwhile' }]
					);
			}
		});
	} catch (error) {
		if (!(error instanceof Halted)) throw error;
		return { ok: false, place: error.place, refusals: error.refusals };
	}
	return { ok: true, drafts: writes.length };
}

/** A row of the importer as the studio keeps a place; what tables cannot say stays as it stood. */
function contentFrom({ value, week }: Merged, stood: Content | null): Content {
	const { lon, lat, precision, sourceDatum, accuracy, positionVerified, ...rest } = value;
	return placeContent.parse({
		...rest,
		position:
			lon == null || lat == null
				? null
				: { lon, lat, precision, datum: sourceDatum, accuracy, verified: positionVerified },
		week: week ?? stood?.week ?? [],
		days: stood?.days ?? [],
		media: stood?.media ?? [],
		sources: stood?.sources ?? []
	}) as unknown as Content;
}
