import { readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { and, eq, inArray, isNull, lte } from 'drizzle-orm';
import { href } from '$lib/domain/locale';
import { uploads, people } from '../db/schema';
import { write } from '../db/write';
import { mail } from '../mail';
import type { Finished } from './upload-desk';
import { forgetUploads, sweepErased } from './sweep-erased';
import { sweepStore } from './sweep-store';
import { purgeTakenOut } from './sweep-taken';
import { clear, ownerOf } from './upload-marks';
import type { Marks } from './upload-marks';
import type { Upload, Yard } from './yard';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** Uploads whose bytes are all there and that are neither kept nor refused yet. */
async function leftComplete(yard: Yard): Promise<Upload[]> {
	return yard.db
		.select()
		.from(uploads)
		.where(and(eq(uploads.state, 'complete'), eq(uploads.partial, false)));
}

/** Tells people a day ahead which of their uploads will be given up; once each. */
export async function warn(yard: Yard, now: number): Promise<number> {
	const { db } = yard;
	const due = and(
		eq(uploads.state, 'open'),
		isNull(uploads.warnedAt),
		lte(uploads.expiresAt, now + DAY)
	);
	const rows = await db
		.select({ upload: uploads, email: people.email, locale: people.locale, name: people.name })
		.from(uploads)
		.innerJoin(people, eq(people.id, uploads.personId))
		.where(due);
	const told = new Set<string>();
	for (const { upload, email, locale, name } of rows)
		await write(db, async (tx) => {
			await tx.update(uploads).set({ warnedAt: now }).where(eq(uploads.id, upload.id));
			// Parts of one film, each a row, are one film to the person.
			const once = `${upload.personId} ${upload.entryId} ${upload.originalName}`;
			if (told.has(once) || upload.expiresAt <= now) return;
			told.add(once);
			const language = locale ?? 'zh';
			await mail(tx, {
				to: email,
				template: 'upload-expires',
				locale: language,
				values: {
					name,
					title: upload.originalName,
					link: href(language, `/account/entries/${upload.entryId}`)
				},
				now
			});
		});
	return told.size;
}

/** Gives up uploads that nobody went on with; returns how many. */
export async function expire(yard: Yard, now: number): Promise<number> {
	const gone = await write(yard.db, (tx) =>
		tx
			.update(uploads)
			.set({ state: 'expired', updatedAt: now })
			.where(
				and(
					lte(uploads.expiresAt, now),
					// A part that is complete waits to be joined; a whole one is kept or refused.
					inArray(uploads.state, ['open', 'complete']),
					eq(uploads.partial, true)
				)
			)
			.returning({ id: uploads.id })
	);
	const open = await write(yard.db, (tx) =>
		tx
			.update(uploads)
			.set({ state: 'expired', updatedAt: now })
			.where(and(lte(uploads.expiresAt, now), eq(uploads.state, 'open')))
			.returning({ id: uploads.id })
	);
	for (const { id } of [...gone, ...open]) await clear(yard, id);
	return gone.length + open.length;
}

/** Removes files among the incoming that no upload under way is about, once they are a day old. */
export async function sweepIncoming(yard: Yard, now: number): Promise<number> {
	const names = await readdir(yard.incoming).catch(() => []);
	let removed = 0;
	for (const name of names) {
		const path = join(yard.incoming, name);
		const facts = await stat(path).catch(() => null);
		if (!facts?.isFile() || now - facts.mtimeMs < DAY) continue;
		const [row] = await yard.db
			.select({ state: uploads.state, joinedTo: uploads.joinedTo })
			.from(uploads)
			.where(eq(uploads.id, ownerOf(name)));
		const [whole] = row?.joinedTo
			? await yard.db
					.select({ state: uploads.state })
					.from(uploads)
					.where(eq(uploads.id, row.joinedTo))
			: [];
		const wanted = [row?.state, whole?.state].some(
			(state) => state === 'open' || state === 'complete'
		);
		if (wanted) continue;
		await rm(path, { force: true });
		removed++;
	}
	return removed;
}

/**
 * Finishes complete uploads and sweeps deleted films now and every minute; warns, expires and tidies by
 * the hour, and the store soon after the start and once a day.
 * @returns how to stop
 */
export function startSweeping(
	yard: Yard,
	marks: Marks,
	conclude: (upload: Upload) => Promise<Finished>
): () => Promise<void> {
	let stopped = false;
	let running: Promise<void> = Promise.resolve();
	const attempt = async (what: string, act: () => Promise<unknown>) => {
		if (stopped) return;
		await act().catch((error: unknown) => yard.report(error, what));
	};
	const minutely = async () => {
		for (const upload of await leftComplete(yard))
			await attempt(`upload ${upload.id}`, () => conclude(upload));
		await attempt('uploads', () => sweepErased(yard));
	};
	const hourly = async () => {
		const now = yard.time();
		await attempt('uploads', () => warn(yard, now));
		await attempt('uploads', () => expire(yard, now));
		await attempt('uploads', () => sweepIncoming(yard, now));
		await attempt('uploads', () => purgeTakenOut(yard, now));
		await attempt('uploads', () => forgetUploads(yard, now));
	};
	const daily = () => sweepStore(yard, yard.time()).then(() => {});
	const later = (act: () => Promise<void>) => () => {
		running = running.then(() => attempt('uploads', act));
	};
	const timers = [
		setInterval(
			later(() => marks.flush()),
			2_000
		),
		setInterval(later(minutely), MINUTE),
		setInterval(later(hourly), HOUR),
		// A portal that is started every night is swept too.
		setTimeout(later(daily), 5 * MINUTE),
		setInterval(later(daily), DAY)
	];
	for (const timer of timers) timer.unref();
	later(() => marks.recover())();
	later(minutely)();
	later(hourly)();
	return async () => {
		stopped = true;
		for (const timer of timers) clearTimeout(timer);
		await running;
	};
}
