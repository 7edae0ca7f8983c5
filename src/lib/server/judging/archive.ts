import { and, asc, eq, isNotNull, isNull, like } from 'drizzle-orm';
import type { Archive, ArchiveEntry, ArchiveFilm } from '$lib/domain/judging/log/archive';
import type { Plan } from '$lib/domain/contests/plan';
import type { Reader } from '../db/open';
import {
	contests,
	decisions,
	editions,
	entries,
	entryFiles,
	films,
	notices,
	objections,
	renditions
} from '../db/schema';
import { cleared } from '../scan/hold';
import { filmStorage } from '../storage';
import type { Storage } from '../storage';
import { isOpen } from './log-phases';
import { noticeOf } from './notices';
import { prizesOf } from './prizes';

/** A film of an archive and where its bytes lie. */
export interface Shown {
	path: string;
	key: string;
	bytes: number;
	sha256: string;
}

interface Gathered {
	archive: Archive;
	films: Shown[];
}

/** Renditions put into an archive, the one that fits best first. */
const wanted = ['720p', '1080p'];

/**
 * Everything public about an edition, as its archive shows it; null before its notice, since until then
 * nobody knows who won.
 * Whoever made a work is named where the work was released to be shown and they are of age.
 */
export async function gather(
	db: Reader,
	editionId: string,
	{ now, withFilms, storage }: { now: number; withFilms: boolean; storage?: Storage }
): Promise<Gathered | null> {
	const [found] = await db
		.select({ edition: editions, contest: contests })
		.from(editions)
		.innerJoin(contests, eq(contests.id, editions.contestId))
		.where(eq(editions.id, editionId));
	const notice = await noticeOf(db, editionId);
	if (!found?.edition.plan || !notice || !(await isOpen(db, editionId))) return null;
	const { edition, contest } = found;
	const plan = edition.plan!;
	const rows = await db
		.select({ entry: entries, decision: decisions })
		.from(decisions)
		.innerJoin(entries, eq(entries.id, decisions.entryId))
		.where(
			and(
				eq(decisions.roundId, notice.roundId),
				eq(decisions.verdict, 'award'),
				isNotNull(decisions.releasedAt)
			)
		)
		// By number, not by score: a prize has no order within it.
		.orderBy(asc(entries.number));
	const shown: Shown[] = [];
	const told: ArchiveEntry[] = [];
	for (const { entry, decision } of rows) {
		const free = entry.releasedAt !== null && entry.publicConsentAt !== null;
		const film =
			free && withFilms ? await filmOf(db, entry, shown, storage ?? filmStorage()) : null;
		told.push({
			id: entry.id,
			number: entry.number ?? '',
			title: { zh: entry.title, en: entry.titleEn },
			category: entry.categoryId,
			prize: decision.prizeId,
			place: decision.place,
			unit: entry.channel === 'unit' ? entry.unit : null,
			names: free ? namesOf(entry, plan) : [],
			film
		});
	}
	return {
		films: shown,
		archive: {
			format: 'liantu-archive',
			version: 1,
			edition: {
				id: edition.id,
				slug: `${contest.slug}/${edition.slug}`,
				contest: { zh: contest.titleZh, en: contest.titleEn },
				title: { zh: edition.titleZh, en: edition.titleEn }
			},
			madeAt: now,
			finalAt: notice.finalAt,
			prizes: (await prizesOf(db, editionId)).map(({ id, title }) => ({ id, title })),
			categories: plan.categories.map(({ id, title }) => ({ id, title })),
			entries: told,
			notice: {
				publishedAt: notice.publishedAt,
				until: notice.until,
				contact: notice.contact,
				note: notice.note
			},
			objections: await outcomesOf(db, editionId),
			withFilms: shown.length > 0
		}
	};
}

const namesOf = ({ content }: typeof entries.$inferSelect, plan: Plan): ArchiveEntry['names'] =>
	content.crew
		.filter(({ age, name }) => age === 'adult' && name.trim())
		.map(({ name, role }) => ({
			name,
			role: plan.crew.find(({ id }) => id === role)?.title.zh ?? ''
		}));

/** What was published about objections. */
async function outcomesOf(db: Reader, editionId: string): Promise<Archive['objections']> {
	const rows = await db
		.select({
			number: entries.number,
			outcome: objections.outcome,
			decidedAt: objections.decidedAt
		})
		.from(objections)
		.innerJoin(notices, eq(notices.id, objections.noticeId))
		.innerJoin(entries, eq(entries.id, objections.entryId))
		.where(and(eq(notices.editionId, editionId), isNotNull(objections.decidedAt)))
		.orderBy(asc(objections.decidedAt));
	return rows.map(({ number, outcome, decidedAt }) => ({
		number,
		outcome: outcome!,
		decidedAt: decidedAt!
	}));
}

async function filmOf(
	db: Reader,
	entry: typeof entries.$inferSelect,
	shown: Shown[],
	storage: Storage
): Promise<ArchiveFilm | null> {
	const made = await db
		.select({ film: films.id, one: renditions })
		.from(entryFiles)
		.innerJoin(films, eq(films.id, entryFiles.filmId))
		.innerJoin(renditions, eq(renditions.filmId, films.id))
		.where(
			and(
				eq(entryFiles.entryId, entry.id),
				eq(films.form, 'film'),
				isNull(entryFiles.removedAt),
				cleared(films.id)
			)
		);
	const best = wanted.flatMap((kind) => made.filter(({ one }) => one.kind === kind))[0];
	if (!best) return null;
	const path = `films/${(entry.number ?? entry.id).replace(/[^\w-]/g, '_')}.mp4`;
	const { key, bytes, sha256, type, width, height } = best.one;
	shown.push({ path, key, bytes, sha256 });
	const spoken = await db
		.select()
		.from(renditions)
		.where(and(eq(renditions.filmId, best.film), like(renditions.kind, 'captions-%')));
	const captions = await Promise.all(
		spoken.map(async ({ kind, key }) => ({
			lang: kind.slice('captions-'.length).replace(/-\d$/, ''),
			text: await textOf(storage, key)
		}))
	);
	return { path, type, width, height, captions: captions.filter(({ text }) => text !== '') };
}

/** A small file as text; empty where its bytes are gone. */
async function textOf(storage: Storage, key: string): Promise<string> {
	if (!(await storage.stat(key))) return '';
	const pieces: Uint8Array[] = [];
	for await (const piece of (await storage.read(key)) as AsyncIterable<Uint8Array>)
		pieces.push(piece);
	return Buffer.concat(pieces).toString();
}
