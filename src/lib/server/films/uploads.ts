import { and, desc, eq } from 'drizzle-orm';
import { personal } from '$lib/domain/audit/record';
import type { Who } from '$lib/domain/people/who';
import { accept, refuse } from '$lib/domain/refusal';
import type { Db, Reader } from '../db/open';
import type { Env } from '$lib/domain/env';
import { uploads } from '../db/schema';
import { write } from '../db/write';
import { record } from '../audit';
import { shared } from '../shared';
import { sessionToken } from '../people/cookies';
import * as sessions from '../people/sessions';
import { Busy } from './upload-busy';
import { Disk } from './upload-disk';
import { finish } from './upload-finish';
import { Hashes } from './upload-hash';
import { Marks } from './upload-marks';
import { joinUploads } from './upload-join';
import { openUpload } from './upload-open';
import { paceOf } from './upload-pace';
import { receive } from './upload-receive';
import type { Received } from './upload-receive';
import { Turns } from './upload-turns';
import type { Finished, UploadDesk } from './upload-desk';
import { startSweeping } from './sweep';
import { yardOf } from './yard';
import type { Upload, Yard } from './yard';

/** An upload that its owner may go on with, on whatever computer. */
interface OpenUpload {
	id: string;
	materialId: string | null;
	/** Id of the file in whose place it comes. */
	replaces: string | null;
	name: string;
	offset: number;
	/** Null while it is not known. */
	length: number | null;
	fingerprint: string | null;
	/** Whether it is a part of a parallel upload. */
	partial: boolean;
	state: 'open' | 'complete';
	expiresAt: number;
	createdAt: number;
}

/** Somebody’s unfinished uploads for an entry, newest first; nobody else’s. */
export async function openUploads(
	db: Reader,
	who: Pick<Who, 'id'>,
	entryId: string
): Promise<OpenUpload[]> {
	const rows = await db
		.select()
		.from(uploads)
		.where(and(eq(uploads.personId, who.id), eq(uploads.entryId, entryId)))
		.orderBy(desc(uploads.createdAt), desc(uploads.id));
	return rows.flatMap((row) =>
		row.state === 'open' || row.state === 'complete'
			? [
					{
						id: row.id,
						materialId: row.materialId,
						replaces: row.replaces,
						name: row.originalName,
						offset: row.offset,
						length: row.length,
						fingerprint: row.fingerprint,
						partial: row.partial,
						state: row.state,
						expiresAt: row.expiresAt,
						createdAt: row.createdAt
					}
				]
			: []
	);
}

/** Milliseconds the answer to the last piece waits for the file to be kept. */
const PATIENCE = 8_000;

const tooOften = refuse({ field: '', reason: 'too-often' });

/** Makes the desk at which the outer door hands in uploads. */
export function deskOf(yard: Yard, env: Pick<Env, 'origin' | 'secondFactorRequired'>) {
	const { db, time } = yard;
	const disk = new Disk();
	const hashes = new Hashes();
	const busy = new Busy(time);
	const turns = new Turns(() => shared.askedAt);
	const pace = paceOf();
	const marks = new Marks(yard, disk);
	const finishing = new Map<string, Promise<Finished>>();

	const conclude = (upload: Upload, address: string | null, who: Who | null): Promise<Finished> => {
		let running = finishing.get(upload.id);
		if (!running) {
			const by = { who, address, now: time(), ...(who ? {} : { machine: 'clock' }) };
			running = finish(yard, hashes, by, upload).finally(() => finishing.delete(upload.id));
			finishing.set(upload.id, running);
		}
		return running;
	};

	const find = async (who: Who, id: string): Promise<Upload | null> => {
		const [row] = await db
			.select()
			.from(uploads)
			.where(and(eq(uploads.id, id), eq(uploads.personId, who.id)));
		return row ? marks.of(row) : null;
	};

	const desk: UploadDesk = {
		now: time,
		async who(cookie) {
			const given = new Map(
				(cookie ?? '').split(';').map((pair): [string, string] => {
					const at = pair.indexOf('=');
					return [pair.slice(0, at).trim(), pair.slice(at + 1).trim()];
				})
			);
			const cookies = { get: (name: string) => given.get(name), set() {}, delete() {} };
			const token = sessionToken({ cookies, url: env.origin });
			const found = await sessions.read(db, token, time(), env.secondFactorRequired);
			// An upload of hours is use of the session.
			if (found?.unseen)
				sessions.see(db, found.who, time()).catch((error) => yard.report(error, 'uploads'));
			return found?.who ?? null;
		},
		open: async (by, wish) => ((await pace(by.who.id)) ? openUpload(yard, by, wish) : tooOften),
		join: async (by, declared, parts) =>
			(await pace(by.who.id)) ? joinUploads(yard, by, declared, parts) : tooOften,
		find,
		free: (id) => busy.free(id),
		async receive(by, { id }, piece, body) {
			const received = await busy.during(
				id,
				() => body.destroy(),
				async () => {
					// Read once nobody else sends: what was read before may be of an upload that is kept by now.
					const upload = await find(by.who, id);
					if (upload?.state !== 'open' || upload.offset !== piece.offset)
						return refuse<Received>({ field: '', reason: 'offset' });
					return receive({ yard, disk, hashes, busy, turns, marks }, by, upload, piece, body);
				}
			);
			return received ?? refuse({ field: '', reason: 'busy' });
		},
		async settle(by, upload) {
			const late = new Promise<null>((done) => setTimeout(() => done(null), PATIENCE).unref());
			const done = conclude(upload, by.address, by.who).catch((error: unknown) => {
				yard.report(error, `upload ${upload.id}`);
				return null;
			});
			return Promise.race([done, late]);
		},
		async end(by, upload) {
			if (!(await pace(by.who.id))) return tooOften;
			const ended = await busy.during(
				upload.id,
				() => {},
				async () => {
					const gone = await write(db, async (tx) => {
						const rows = await tx
							.update(uploads)
							.set({ state: 'ended', updatedAt: by.now })
							.where(and(eq(uploads.id, upload.id), eq(uploads.state, upload.state)))
							.returning({ id: uploads.id });
						if (rows.length && !upload.partial)
							await record(tx, by, {
								act: 'drop',
								noun: 'uploads',
								id: upload.id,
								title: personal(upload.originalName)
							});
						return rows.length > 0;
					});
					// Complete or joined by now: its bytes are not to be taken away.
					if (!gone) return refuse<true>({ field: '', reason: 'busy' });
					hashes.drop(upload.id);
					await marks.clear(upload.id);
					return accept<true>(true);
				}
			);
			return ended ?? refuse({ field: '', reason: 'busy' });
		}
	};
	const stop = async () => {
		await busy.stop();
		await marks.flush();
		await Promise.allSettled(finishing.values());
		await Promise.all([hashes.stop(), disk.stop()]);
	};
	return { desk, conclude, marks, stop };
}

/**
 * Opens the desk for uploads, finishes what a kill left complete but not kept, and sweeps.
 * @returns how to stop: what is arriving is made safe first
 */
export function startUploads(db: Db, env: Env): () => Promise<void> {
	const yard = yardOf(db, env, (error, id) => shared.report?.(error, id));
	const counter = deskOf(yard, env);
	shared.uploads = counter.desk;
	const stopSweeping = startSweeping(yard, counter.marks, (upload) =>
		counter.conclude(upload, null, null)
	);
	return async () => {
		shared.uploads = null;
		await counter.stop();
		await stopSweeping();
	};
}
