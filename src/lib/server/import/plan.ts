import type { Datum } from '$lib/domain/datum';
import { judge, type Pair, type Verdict } from '$lib/domain/import/alarm';
import { match, register, rowKey, type Register } from '$lib/domain/import/identity';
import type { Issue } from '$lib/domain/import/issue';
import type { Field } from '$lib/domain/import/field';
import { merge, type Merged } from '$lib/domain/import/merge';
import { readRow, titleOf, type Reading, type Row } from '$lib/domain/import/row';
import { freeSlug, slugOf } from '$lib/domain/import/slug';
import { townFinder } from '$lib/domain/import/vocabulary';
import type { Reader } from '../db/open';
import { knownPlaces, standing, townsOf, unchanged } from './standing';
import { LIMITS, Unreadable, type RawRow, type Table } from './table';

/** What an import would do: the places to write, or every problem that stands against it. */
export interface Plan {
	rows: number;
	added: number;
	changed: number;
	same: number;
	writes: Merged[];
	issues: Issue[];
	verdict: Verdict;
	/** Rows that carry a position. */
	positions: number;
}

/** Rows merged with what stands at a time: one query each. */
const CHUNK = 400;

/**
 * Reads a whole table against the standing places without writing anything.
 * @param datum of rows that name none
 * @throws Unreadable when the table breaks off or is too long
 */
export async function planPlaces(
	db: Reader,
	table: Table,
	{ datum, anywhere }: { datum: Datum; anywhere: boolean }
): Promise<Plan> {
	const { titles } = table.header;
	const known = register(await knownPlaces(db));
	const reading: Reading = { townOf: townFinder(await townsOf(db)), datum, anywhere, titles };
	const issues: Issue[] = [];
	const rows: Row[] = [];
	for await (const raw of table.rows) {
		if (!raw.issues && !raw.cells.some((cell) => cell.trim())) continue;
		if (rows.length === LIMITS.rows)
			throw new Unreadable('too-many-rows', { rows: LIMITS.rows + 1, limit: LIMITS.rows });
		const read = readRow(cellsOf(raw, table), raw.line, reading);
		rows.push(read.row);
		issues.push(...(raw.issues ?? []), ...surplus(raw, table), ...read.issues);
	}
	if (!rows.length) throw new Unreadable('no-rows');

	const pairs: Pair[] = [];
	const plan: Plan = {
		rows: rows.length,
		added: 0,
		changed: 0,
		same: 0,
		writes: [],
		issues,
		verdict: { state: 'unchecked', matches: 0 },
		positions: rows.filter(({ raw }) => raw).length
	};
	const told = new Set(issues.map(({ line, column }) => `${line} ${column}`));
	// A cell that could not be read is also missing, but once is enough.
	const isNew = ({ line, column }: Issue) => !told.has(`${line} ${column}`);
	const named = identify(rows, known, titles, issues);
	// What is merged is let go: a hundred thousand rows need not stand twice.
	rows.length = 0;
	while (named.length) {
		const chunk = named.splice(0, CHUNK);
		const before = await standing(
			db,
			chunk.filter(({ stands }) => stands).map(({ slug }) => slug)
		);
		for (const { row, slug } of chunk) {
			const stands = before.get(slug) ?? null;
			const exact = (row.patch.precision ?? 'exact') === 'exact' && stands?.precision === 'exact';
			if (exact && row.raw)
				pairs.push({
					raw: row.raw,
					declared: row.datum,
					known: [stands.lon!, stands.lat!],
					verified: stands.positionVerified
				});
			const merged = merge(row, slug, stands, titles);
			if (!merged.ok) issues.push(...merged.issues.filter(isNew));
			else if (stands && unchanged(stands, merged.merged.value, merged.merged.week)) plan.same++;
			else {
				plan[stands ? 'changed' : 'added']++;
				plan.writes.push(merged.merged);
			}
		}
	}
	plan.verdict = judge(pairs);
	issues.sort((a, b) => a.line - b.line);
	return plan;
}

function cellsOf(raw: RawRow, { header }: Table): Map<Field, string> {
	const cells = new Map<Field, string>();
	for (const [index, field] of header.columns) {
		const cell = raw.cells[index];
		if (cell) cells.set(field, cell);
	}
	return cells;
}

/** More filled cells than columns: usually a comma inside a text that is not quoted. */
function surplus({ cells, line }: RawRow, { header }: Table): Issue[] {
	const extra = cells.findIndex((cell, index) => index >= header.width && cell.trim() !== '');
	if (extra < 0) return [];
	return [
		{
			line,
			column: String(extra + 1),
			value: cells[extra]!,
			reason: 'too-many-cells',
			detail: { columns: header.width }
		}
	];
}

interface Named {
	row: Row;
	slug: string;
	stands: boolean;
}

/** Gives every row its place: the one that stands, or a slug of its own; no place twice in a file. */
function identify(
	rows: readonly Row[],
	known: Register,
	titles: Table['header']['titles'],
	issues: Issue[]
): Named[] {
	const taken = new Set(known.bySlug.keys());
	for (const { slug } of rows) if (slug) taken.add(slug);
	const lineOf = new Map<string, number>();
	const named: Named[] = [];
	for (const row of rows) {
		const name = row.patch.nameZh ?? null;
		const town = row.patch.town ?? null;
		const wrong = (
			field: Field,
			value: string,
			reason: Issue['reason'],
			detail?: Issue['detail']
		) =>
			void issues.push({
				line: row.line,
				column: titleOf(field, titles),
				value,
				reason,
				...(detail && { detail })
			});
		if (!row.slug && !name) {
			if (!issues.some(({ line }) => line === row.line)) wrong('name', '', 'missing');
			continue;
		}
		const found = match({ slug: row.slug, name, town }, known);
		if ('reason' in found) {
			wrong(row.slug ? 'slug' : 'name', row.slug ?? name ?? '', found.reason, found.detail);
			continue;
		}
		const keys = [
			...(row.slug ? [`slug ${row.slug}`] : []),
			...(found.known ? [`slug ${found.known.slug}`] : []),
			...(name && !row.slug ? [`name ${rowKey(name, town)}`] : [])
		];
		const first = keys.map((key) => lineOf.get(key)).find((line) => line !== undefined);
		if (first !== undefined) {
			wrong(
				row.slug ? 'slug' : 'name',
				row.slug ?? name ?? '',
				row.slug ? 'duplicate-slug' : 'duplicate-place',
				{ line: first }
			);
			continue;
		}
		for (const key of [...keys, ...(name ? [`name ${rowKey(name, town)}`] : [])])
			lineOf.set(key, row.line);
		const slug = found.known?.slug ?? row.slug ?? freeSlug(slugOf(name!), taken);
		taken.add(slug);
		named.push({ row, slug, stands: found.known !== null });
	}
	return named;
}
