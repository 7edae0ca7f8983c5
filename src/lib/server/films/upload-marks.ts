import { readdir, readFile, rm } from 'node:fs/promises';
import { and, eq, lt, sql } from 'drizzle-orm';
import { uploads } from '../db/schema';
import { write } from '../db/write';
import type { Disk } from './upload-disk';
import { pathOf } from './yard';
import type { Upload, Yard } from './yard';

/** Beside the file of an upload: how far it is on the disk. */
const MARK = '.at';
const WIDTH = 16;

interface Mark {
	offset: number;
	expiresAt: number;
	/** Whether its row says so too. */
	written: boolean;
}

/** When bytes of an upload came since its row was told, and when that was. */
interface Beat {
	first: number;
	last: number;
	toldAt: number;
}

/** How often a row is told that bytes come. */
const TELL = 60_000;

/**
 * How far uploads under way are, brought to the disk in a small file beside each. A commit for every
 * piece would hold up the thread that answers pages for as long as a busy disk takes; rows follow now
 * and then, and when an upload is complete.
 */
export class Marks {
	readonly #known = new Map<string, Mark>();
	readonly #beats = new Map<string, Beat>();

	constructor(
		readonly yard: Pick<Yard, 'db' | 'incoming' | 'time'>,
		readonly disk: Pick<Disk, 'note' | 'syncFolder'>
	) {}

	/** Notes how far an upload is; when this returns, a power cut does not change it. */
	async note(id: string, offset: number, expiresAt: number): Promise<void> {
		// Written over what was there, in one piece smaller than any sector: never half of it.
		await this.disk.note(pathOf(this.yard, id) + MARK, String(offset).padEnd(WIDTH));
		if (!this.#known.has(id)) await this.disk.syncFolder(this.yard.incoming);
		this.#known.set(id, { offset, expiresAt, written: false });
	}

	/** Notes that bytes of an upload came. */
	beat(id: string): void {
		const now = this.yard.time();
		const beat = this.#beats.get(id);
		if (!beat) this.#beats.set(id, { first: now, last: now, toldAt: -Infinity });
		else {
			if (beat.last <= beat.toldAt) beat.first = now;
			beat.last = now;
		}
	}

	/** What a row is told of the bytes that came: when the first did, and the last before the close. */
	beats(id: string) {
		const beat = this.#beats.get(id);
		return beat ? told(beat) : {};
	}

	/** An upload with the offset it really has. */
	async of(upload: Upload): Promise<Upload> {
		if (upload.state !== 'open') return upload;
		const offset =
			this.#known.get(upload.id)?.offset ?? (await readMark(pathOf(this.yard, upload.id) + MARK));
		return offset > upload.offset ? { ...upload, offset } : upload;
	}

	/** Writes what was noted into the rows, all in one commit. */
	async flush(): Promise<void> {
		// What nobody has touched since the last time stands in its row.
		for (const [id, { written }] of this.#known) if (written) this.#known.delete(id);
		const due = [...this.#known];
		const now = this.yard.time();
		for (const [id, { last, toldAt }] of this.#beats)
			if (last <= toldAt && now - toldAt >= TELL) this.#beats.delete(id);
		const beating = [...this.#beats].filter(
			([, { last, toldAt }]) => last > toldAt && now - toldAt >= TELL
		);
		if (!due.length && !beating.length) return;
		await write(this.yard.db, async (tx) => {
			for (const [id, beat] of beating)
				await tx
					.update(uploads)
					.set(told(beat))
					.where(and(eq(uploads.id, id), eq(uploads.state, 'open')));
			for (const [id, { offset, expiresAt }] of due)
				await tx
					.update(uploads)
					.set({ offset, expiresAt, warnedAt: null, updatedAt: now })
					.where(and(eq(uploads.id, id), eq(uploads.state, 'open'), lt(uploads.offset, offset)));
		});
		for (const [, mark] of due) mark.written = true;
		for (const [, beat] of beating) beat.toldAt = now;
	}

	/** Forgets an upload and takes its bytes and its mark off the disk. */
	async clear(id: string): Promise<void> {
		this.#known.delete(id);
		this.#beats.delete(id);
		await clear(this.yard, id);
	}

	/** Takes over what uploads had noted before the portal was killed. */
	async recover(): Promise<void> {
		const names = await readdir(this.yard.incoming).catch(() => []);
		for (const name of names) {
			const id = name.slice(0, -MARK.length);
			if (!name.endsWith(MARK) || this.#known.has(id)) continue;
			const [row] = await this.yard.db.select().from(uploads).where(eq(uploads.id, id));
			if (row?.state !== 'open') continue;
			const { offset, expiresAt } = await this.of(row);
			// Whoever has gone on meanwhile knows better.
			if (!this.#known.has(id)) this.#known.set(id, { offset, expiresAt, written: false });
		}
		await this.flush();
	}
}

function told({ first, last }: Beat) {
	const closes = sql`coalesce((SELECT e.closes_at FROM editions e WHERE e.id = uploads.edition_id), 9e15)`;
	return {
		firstAt: sql`coalesce(${uploads.firstAt}, ${first})`,
		lastAt: sql`CASE WHEN ${last} < ${closes} THEN ${last} WHEN ${first} < ${closes} THEN ${first} ELSE ${uploads.lastAt} END`
	};
}

/** Takes the bytes of an upload and its mark off the disk. */
export async function clear(yard: Pick<Yard, 'incoming'>, id: string): Promise<void> {
	const path = pathOf(yard, id);
	await rm(path, { force: true });
	await rm(path + MARK, { force: true });
}

/** What a mark says; 0 for none, and for one that was cut off while it was written. */
async function readMark(path: string): Promise<number> {
	const text = await readFile(path, 'latin1').catch(() => '');
	return text.length === WIDTH && /^\d{1,15} +$/.test(text) ? Number(text) : 0;
}

/** The id of the upload that a file among the incoming belongs to. */
export const ownerOf = (name: string): string =>
	name.endsWith(MARK) ? name.slice(0, -MARK.length) : name;
