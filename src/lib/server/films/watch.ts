import { and, eq, exists, inArray, isNotNull, isNull, like, or } from 'drizzle-orm';
import { alias } from 'drizzle-orm/sqlite-core';
import { mayOrganize } from '$lib/domain/people/may';
import type { Who } from '$lib/domain/people/who';
import type { Reader } from '../db/open';
import { entries, entryEditors, entryFiles, films, renditions } from '../db/schema';
import { judgesNow } from '../judging/desk-leave';
import { cleared, isHeld } from '../scan/hold';
import { filmStorage } from '../storage';
import type { Ground } from '../storage';
import { endOf, nameUnder, writeGrant } from './grant';
import type { Grant } from './grant';
import { boardOf } from './render/board';
import { wasSubmitted } from './submitted';

/** Renditions that play, best first. */
const played = ['1080p', '720p'] as const;
const CAPTIONS = 'captions-';

/**
 * Whether everybody may watch a film: its entry was released, and the film is still of it. Posters,
 * scripts and whatever else was sent with it were not released.
 */
const released = (db: Reader, filmId: string) =>
	db
		.select({ id: entryFiles.id })
		.from(entryFiles)
		.innerJoin(entries, eq(entries.id, entryFiles.entryId))
		.innerJoin(films, eq(films.id, entryFiles.filmId))
		.where(
			and(
				eq(entryFiles.filmId, filmId),
				eq(films.form, 'film'),
				isNull(entryFiles.removedAt),
				isNotNull(entries.releasedAt),
				// Its people may take their word back.
				isNotNull(entries.publicConsentAt)
			)
		)
		.limit(1);

/** Whether somebody sent a film in: owner or editor of an entry that has it. */
const sentBy = (db: Reader, filmId: string, personId: string) =>
	db
		.select({ id: entryFiles.id })
		.from(entryFiles)
		.innerJoin(entries, eq(entries.id, entryFiles.entryId))
		.where(
			and(
				eq(entryFiles.filmId, filmId),
				or(
					eq(entries.ownerId, personId),
					exists(
						db
							.select({ id: entryEditors.entryId })
							.from(entryEditors)
							.where(and(eq(entryEditors.entryId, entries.id), eq(entryEditors.personId, personId)))
					)
				)
			)
		)
		.limit(1);

/** Whether the office may see a film: it was submitted with some entry. */
const beforeOffice = (db: Reader, filmId: string) =>
	db
		.select({ id: entryFiles.id })
		.from(entryFiles)
		.innerJoin(entries, eq(entries.id, entryFiles.entryId))
		.where(and(eq(entryFiles.filmId, filmId), wasSubmitted))
		.limit(1);

/**
 * Leave to watch a film; null for whoever may not. Its senders, and the office once it was
 * submitted, may have the original; a
 * juror has the copies of a film, and what lies beside it, as long as it lies before them.
 */
export async function leaveToWatch(
	db: Reader,
	who: Who | null,
	filmId: string,
	now: number
): Promise<Grant | null> {
	const until = endOf(now);
	const office = mayOrganize(who) && (await beforeOffice(db, filmId)).length;
	if (who && (office || (await sentBy(db, filmId, who.id)).length))
		return { filmId, personId: who.id, until, original: true };
	const judged = await judgesNow(db, who, filmId, now);
	if (judged) return { filmId, personId: who!.id, until, original: judged.form !== 'film' };
	if ((await released(db, filmId)).length)
		return { filmId, personId: null, until, original: false };
	return null;
}

type FilmRow = typeof films.$inferSelect;

/** What browsers play as it is: H.264 and AAC, or nothing to hear, in MP4. */
function playsAsItIs({ facts, type, state }: Pick<FilmRow, 'facts' | 'type' | 'state'>) {
	if (type !== 'video/mp4' || !facts || state === 'unusable') return false;
	const codecs = (kind: string) =>
		facts.streams.filter((stream) => stream.kind === kind).map(({ codec }) => codec);
	return (
		codecs('video').length > 0 &&
		codecs('video').every((codec) => codec === 'h264') &&
		codecs('audio').every((codec) => codec === 'aac')
	);
}

/** Captions that came as files beside a film: those its entry has now, made readable. */
function beside(db: Reader, filmId: string) {
	const other = alias(entryFiles, 'other');
	return db
		.selectDistinct({ made: renditions })
		.from(entryFiles)
		.innerJoin(other, eq(other.entryId, entryFiles.entryId))
		.innerJoin(films, and(eq(films.id, other.filmId), eq(films.form, 'captions')))
		.innerJoin(
			renditions,
			and(eq(renditions.filmId, films.id), like(renditions.kind, `${CAPTIONS}%`))
		)
		.where(
			and(
				eq(entryFiles.filmId, filmId),
				isNull(entryFiles.removedAt),
				isNull(other.removedAt),
				cleared(films.id)
			)
		);
}

/** The language a rendition of captions is in: `captions-zh`, or `captions-zh-2` for a second one. */
const languageOf = (kind: string): string => kind.slice(CAPTIONS.length).replace(/-\d$/, '');

/** Addresses of everything a player needs, good for the while that the grant says. */
export async function watching(db: Reader, grant: Grant, ground?: Ground) {
	const [film] = await db.select().from(films).where(eq(films.id, grant.filmId));
	if (!film) return null;
	// What the scanner for malware has not cleared has no address.
	const free = !(await isHeld(db, film.id));
	const made = free ? await db.select().from(renditions).where(eq(renditions.filmId, film.id)) : [];
	const written = writeGrant(grant);
	const address = (kind: string) => `/files/films/${written}/${kind}`;
	const of = (kind: string) => made.find((one) => one.kind === kind);
	const copies = played.flatMap((kind) => {
		const one = of(kind);
		return one ? [{ kind, src: address(kind), type: one.type, height: one.height }] : [];
	});
	const height = film.facts?.streams.find(({ kind }) => kind === 'video')?.height ?? null;
	const [sheet, map] = [of('storyboard'), of('storyboard-map')];
	const board = sheet && map && (await boardOf(filmStorage(ground), map));
	// A file that was sent for it says more exactly what is said than what lies in the film.
	const sent = (free ? await beside(db, film.id) : []).map(({ made: one }) => ({
		src: address(`${CAPTIONS}of-${nameUnder(grant, one.filmId)}`),
		lang: languageOf(one.kind)
	}));
	const within = made
		.filter(({ kind }) => kind.startsWith(CAPTIONS))
		.map(({ kind }) => ({ src: address(kind), lang: languageOf(kind) }));
	return {
		film,
		duration: film.facts?.duration ?? of('720p')?.duration ?? null,
		// Without copies the film itself is shown where browsers can; never to the public.
		sources:
			copies.length || !free || !grant.personId || !playsAsItIs(film)
				? copies
				: [{ kind: 'original', src: address('playable'), type: film.type, height }],
		poster: of('poster') ? address('poster') : null,
		storyboard: board ? { src: address('storyboard'), ...board } : null,
		captions: [...sent, ...within],
		waveform: of('waveform') ? address('waveform') : null,
		/** A picture or document without what it says of who made it. */
		bare: of('bare') ? address('bare') : null,
		original: grant.original && free ? address('original') : null
	};
}

/**
 * Whether a film may be played as it was sent: it may say where and by whom it was made, which no copy
 * does. Not for the public, and for those who may not have the original only while there is no copy.
 */
async function showsItself(db: Reader, film: FilmRow, grant: Grant, theirs: boolean) {
	if (!grant.personId || !playsAsItIs(film)) return false;
	if (theirs) return true;
	const copy = and(eq(renditions.filmId, film.id), inArray(renditions.kind, [...played]));
	return (await db.$count(renditions, copy)) === 0;
}

/**
 * The stored file that an address names; null for anything the grant does not cover, and for whoever
 * lost leave since: an editor who left, an officer without office, an entry taken from the public, a
 * juror who was recused or whose round is over at `now`.
 */
export async function fileFor(db: Reader, who: Who | null, grant: Grant, kind: string, now = 0) {
	const leave = await leaveToWatch(db, who, grant.filmId, now);
	// What the scanner for malware has not cleared is for nobody.
	if (!leave || (await isHeld(db, grant.filmId))) return null;
	const [film] = await db.select().from(films).where(eq(films.id, grant.filmId));
	if (!film) return null;
	if (kind === 'original' || kind === 'playable') {
		const theirs = grant.original && leave.original;
		if (kind === 'original' ? !theirs : !(await showsItself(db, film, grant, theirs))) return null;
		const { key, bytes, type, sha256, createdAt } = film;
		return { key, bytes, type, sha256, at: createdAt, download: kind === 'original' };
	}
	const one = kind.startsWith(`${CAPTIONS}of-`)
		? (await beside(db, film.id)).find(
				({ made }) => kind === `${CAPTIONS}of-${nameUnder(grant, made.filmId)}`
			)?.made
		: (
				await db
					.select()
					.from(renditions)
					.where(and(eq(renditions.filmId, film.id), eq(renditions.kind, kind)))
			)[0];
	if (!one) return null;
	const { key, bytes, type, sha256, at } = one;
	return { key, bytes, type, sha256, at, download: kind === 'bare' };
}
