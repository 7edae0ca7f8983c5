import { asc, eq } from 'drizzle-orm';
import type { By } from '$lib/domain/people/who';
import { accept, refuse } from '$lib/domain/refusal';
import type { Refusal, Ruled } from '$lib/domain/refusal';
import { pair } from '$lib/domain/text';
import type { Bilingual } from '$lib/domain/text';
import { record } from '../audit';
import type { Db, Reader } from '../db/open';
import { editionFigures, editions, sources } from '../db/schema';
import { touchContent, write } from '../db/write';

/** A number published about an edition, or that none was found, and where it stands. */
export interface EditionFigure {
	editionId: string;
	key: string;
	label: Bilingual;
	/** Null where no published number is known. */
	value: number | null;
	note: Bilingual | null;
	source: { slug: string; title: Bilingual; url: string | null } | null;
}

/** What is published about editions, in order; of one edition, or of all. */
export async function figuresOf(db: Reader, editionId?: string): Promise<EditionFigure[]> {
	const rows = await db
		.select({ figure: editionFigures, source: sources })
		.from(editionFigures)
		.leftJoin(sources, eq(sources.slug, editionFigures.sourceSlug))
		.where(editionId === undefined ? undefined : eq(editionFigures.editionId, editionId))
		.orderBy(asc(editionFigures.position), asc(editionFigures.key));
	return rows.map(({ figure, source }) => ({
		editionId: figure.editionId,
		key: figure.key,
		label: { zh: figure.labelZh, en: figure.labelEn },
		value: figure.value,
		note: pair(figure.noteZh, figure.noteEn),
		source: source && {
			slug: source.slug,
			title: { zh: source.titleZh, en: source.titleEn },
			url: source.url
		}
	}));
}

/** A figure as the office writes it. */
interface WrittenFigure {
	key: string;
	label: Bilingual;
	value: number | null;
	note: Bilingual | null;
	/** Slug of a source; a number needs one. */
	source: string | null;
}

const MOST = 30;

/** What is wrong with figures; a number that says no source is no published number. */
function* trouble(figures: readonly WrittenFigure[], known: Set<string>): Generator<Refusal> {
	if (figures.length > MOST) yield { field: 'figures', reason: 'too-many', detail: { max: MOST } };
	for (const [at, { key, label, value, note, source }] of figures.entries()) {
		const field = (part: string) => `figures.${at}.${part}`;
		if (!/^[a-z0-9][a-z0-9-]{0,39}$/.test(key)) yield { field: field('key'), reason: 'bad-id' };
		if (figures.findIndex((one) => one.key === key) < at)
			yield { field: field('key'), reason: 'double' };
		if (!label.zh) yield { field: field('label.zh'), reason: 'missing' };
		for (const [part, text] of [
			['label.zh', label.zh],
			['label.en', label.en],
			['note.zh', note?.zh],
			['note.en', note?.en]
		] as const)
			if ((text?.length ?? 0) > 300)
				yield { field: field(part), reason: 'too-long', detail: { max: 300 } };
		if (value !== null && !(Number.isInteger(value) && value >= 0 && value < 1e9))
			yield { field: field('value'), reason: 'not-readable' };
		if (source !== null && !known.has(source))
			yield { field: field('source'), reason: 'no-such-source' };
		if (value !== null && source === null) yield { field: field('source'), reason: 'missing' };
		if (value === null && !note?.zh) yield { field: field('note.zh'), reason: 'say-unknown' };
	}
}

/** Writes what is published about an edition anew. */
export async function saveFigures(
	db: Db,
	by: By,
	editionId: string,
	figures: readonly WrittenFigure[]
): Promise<Ruled<true>> {
	return write(db, async (tx) => {
		const [edition] = await tx.select().from(editions).where(eq(editions.id, editionId));
		if (!edition) return refuse({ field: '', reason: 'gone' });
		const rows = await tx.select({ slug: sources.slug }).from(sources);
		const refusals = [...trouble(figures, new Set(rows.map(({ slug }) => slug)))];
		if (refusals.length) return refuse(...refusals);
		const before = await figuresOf(tx, editionId);
		await tx.delete(editionFigures).where(eq(editionFigures.editionId, editionId));
		for (const [position, { key, label, value, note, source }] of figures.entries())
			await tx.insert(editionFigures).values({
				editionId,
				key,
				labelZh: label.zh,
				labelEn: label.en ?? null,
				value,
				noteZh: note?.zh ?? null,
				noteEn: note?.en ?? null,
				sourceSlug: source,
				position
			});
		await touchContent(tx);
		const told = (list: readonly { key: string; value: number | null }[]) =>
			Object.fromEntries(list.map(({ key, value }) => [key, value]));
		await record(tx, by, {
			act: 'change',
			noun: 'editions',
			id: editionId,
			title: edition.titleZh,
			before: { figures: told(before) },
			after: { figures: told(figures) }
		});
		return accept(true);
	});
}
