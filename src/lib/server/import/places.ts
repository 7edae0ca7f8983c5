import type { Datum } from '$lib/domain/datum';
import type { Issue, Note } from '$lib/domain/import/issue';
import { write } from '../db/write';
import type { Db } from '../db/open';
import { putMany } from '../places/put-many';
import { planPlaces, type Plan } from './plan';
import { ensureTowns } from './standing';
import { bytesOf, orRefusal, tableFrom } from './read';
import { Unreadable, type Content, type FileRefusal } from './table';

export interface ImportOptions {
	datum?: Datum | undefined;
	sheet?: string | undefined;
	dryRun: boolean;
	/** Imports although the datum alarm rings, and takes positions outside China. */
	anyway: boolean;
	/** Moment that new and changed places carry, ms since the epoch. */
	now: number;
}

/** What an import did, would do, or why it did nothing. */
export interface Report {
	/** Everything was written, or would be. */
	ok: boolean;
	refusal: FileRefusal | null;
	issues: Issue[];
	notes: Note[];
	format: Content | null;
	counts: { rows: number; added: number; changed: number; same: number };
}

/** Thrown inside the transaction of a dry run so that it is rolled back. */
class Rehearsed extends Error {}

/**
 * Imports a file of places, all or nothing: every row is checked first, then all are written in
 * one transaction, or none is. A second run of the same file writes nothing at all. A dry run does
 * the same, up to the commit.
 */
export async function importPlaces(db: Db, path: string, options: ImportOptions): Promise<Report> {
	const report: Report = {
		ok: false,
		refusal: null,
		issues: [],
		notes: [],
		format: null,
		counts: { rows: 0, added: 0, changed: 0, same: 0 }
	};
	const planned = await orRefusal(async () => {
		const table = await tableFrom(await bytesOf(path), path, options.sheet);
		report.format = table.format;
		report.notes.push(...table.notes);
		const hinted = table.header.datum;
		if (hinted && options.datum && hinted !== options.datum)
			throw new Unreadable('datum-conflict', { header: hinted, datum: options.datum });
		return planPlaces(db, table, {
			datum: options.datum ?? hinted ?? 'wgs84',
			anywhere: options.anyway
		});
	});
	if (!planned.ok) return { ...report, refusal: planned.refusal };
	const plan = planned.value;
	const { rows, added, changed, same } = plan;
	report.counts = { rows, added, changed, same };
	report.issues = plan.issues;
	report.refusal = hear(plan, options, report.notes);
	if (report.refusal || plan.issues.length) return report;
	if (plan.writes.length) await commit(db, plan, options);
	return { ...report, ok: true };
}

/** Turns the verdict on the datum into a refusal or a note. */
export function hear(
	{ verdict, positions }: Plan,
	{ anyway }: Pick<ImportOptions, 'anyway'>,
	notes: Note[]
): FileRefusal | null {
	if (verdict.state === 'alarm') {
		const detail = {
			declared: verdict.declared,
			looksLike: verdict.looksLike,
			matches: verdict.matches,
			metres: verdict.metres
		};
		if (!anyway) return { reason: 'datum-alarm', detail };
		notes.push({ reason: 'datum-alarm', detail });
	} else if (positions && verdict.state === 'unchecked')
		notes.push({ reason: 'datum-unchecked', detail: { matches: verdict.matches } });
	else if (verdict.state === 'moved' || verdict.state === 'fits')
		notes.push({
			reason: `datum-${verdict.state}`,
			detail: { matches: verdict.matches, metres: verdict.metres }
		});
	return null;
}

async function commit(db: Db, plan: Plan, { now, dryRun }: ImportOptions): Promise<void> {
	try {
		await write(db, async (tx) => {
			await ensureTowns(tx);
			await putMany(tx, plan.writes, now);
			if (dryRun) throw new Rehearsed();
		});
	} catch (error) {
		if (!(error instanceof Rehearsed)) throw error;
	}
}
