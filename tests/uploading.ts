import { createHash, randomBytes } from 'node:crypto';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Plan } from '$lib/domain/contests/plan';
import { eq } from 'drizzle-orm';
import type { Db } from '$lib/server/db/open';
import { uploads } from '$lib/server/db/schema';
import { deskOf } from '$lib/server/films/uploads';
import { freeAt } from '$lib/server/films/yard';
import type { Upload, Yard } from '$lib/server/films/yard';
import { FolderStorage } from '$lib/server/storage/folder';
import { trustOf } from '../server/address';
import { AnswerCache } from '../server/cache';
import { siteOf } from '../server/hosts';
import { makeServer } from '../server/listen';
import { ask } from './asking';
import type { Answer } from './asking';
import { anEdition, anEntry, aPlan } from './contests';
import { emptyDb, NOON } from './make';
import { signedIn, somebody } from './people';
import { freePort } from './serve';

/** The beginning of an MP4 as cameras write it. */
const FTYP = Buffer.from('\0\0\0\x18ftypisom\0\0\x02\0isomiso2', 'latin1');

/** Bytes that look like a film at their beginning, and like nothing after it. */
export const filmBytes = (bytes: number): Buffer =>
	Buffer.concat([FTYP, randomBytes(Math.max(0, bytes - FTYP.length))]).subarray(0, bytes);

export const sha256 = (bytes: Uint8Array): string =>
	createHash('sha256').update(bytes).digest('hex');

/** `Upload-Metadata` of these values. */
export const metadata = (values: Record<string, string>): string =>
	Object.entries(values)
		.map(([key, value]) => `${key} ${Buffer.from(value).toString('base64')}`)
		.join(',');

/** A portal’s counter for uploads on a real socket, with a database in memory. */
export interface Counter {
	db: Db;
	yard: Yard;
	port: number;
	folder: string;
	plan: Plan;
	editionId: string;
	/** Somebody with a draft, signed in. */
	me: { id: string; cookie: string; entryId: string };
	/** The clock: set it to let time pass. */
	clock: { now: number };
	desk: ReturnType<typeof deskOf>;
	/** What went wrong behind the answers. */
	defects: unknown[];
	/** Sends one request of the tus protocol. */
	send: (
		method: string,
		path: string,
		headers?: Record<string, string>,
		body?: Buffer,
		cookie?: string
	) => Promise<Answer>;
	/** Begins an upload and returns the path of its address. */
	begin: (
		length: number,
		over?: Record<string, string>,
		headers?: Record<string, string>
	) => Promise<string>;
	patch: (
		path: string,
		offset: number,
		body: Buffer,
		headers?: Record<string, string>
	) => Promise<Answer>;
	/** The row of the upload at a path. */
	row: (path: string) => Promise<Upload>;
	/** Names of the files among the incoming. */
	incoming: () => string[];
	/** Another account with a cookie. */
	other: () => Promise<{ id: string; cookie: string }>;
	close: () => Promise<void>;
}

/** Opens a counter. @param over what the plan of the edition says differently */
export async function openCounter(over: Partial<Plan> = {}): Promise<Counter> {
	const db = await emptyDb();
	const clock = { now: NOON };
	const folder = mkdtempSync(join(tmpdir(), 'liantu-uploads-'));
	const plan = aPlan(over);
	// Several films of one entry, so that each law can send one of its own.
	for (const material of plan.categories[0]!.materials) material.max = 1000;
	const edition = await anEdition(db, { plan });
	const account = async () => {
		const id = await somebody(db);
		return { id, cookie: `liantu=${await signedIn(db, id)}` };
	};
	const mine = await account();
	const entry = await anEntry(db, edition, { owner: mine.id });
	const defects: unknown[] = [];
	const incoming = join(folder, 'incoming', 'films');
	const yard: Yard = {
		db,
		storage: new FolderStorage(join(folder, 'files')),
		incoming,
		time: () => clock.now,
		free: () => freeAt(incoming),
		report: (error) => void defects.push(error)
	};
	const port = await freePort();
	const origin = new URL(`http://127.0.0.1:${port}`);
	const desk = deskOf(yard, { origin, secondFactorRequired: false });
	const server: Server = makeServer({
		site: siteOf(origin),
		trust: trustOf([]),
		application: (_req, _res, next) => next(),
		assets: new Map(),
		shared: { contentVersion: 1, checks: new Map(), connectSources: [], uploads: desk.desk },
		cache: new AnswerCache(),
		log: { info() {}, warn() {}, error: (line: unknown) => void defects.push(line) },
		record: () => {},
		now: Date.now,
		bodyLimit: 10_000,
		stopping: () => false
	});
	await new Promise<void>((done) => server.listen(port, '127.0.0.1', done));
	const bound = (server.address() as AddressInfo).port;

	const send: Counter['send'] = (method, path, headers = {}, body, cookie = mine.cookie) =>
		ask(bound, path, {
			method,
			headers: {
				host: `127.0.0.1:${bound}`,
				origin: origin.origin,
				'tus-resumable': '1.0.0',
				...(cookie ? { cookie } : {}),
				...(body ? { 'content-length': String(body.length) } : {}),
				...headers
			},
			...(body ? { body } : {})
		});
	const described = (values: Record<string, string>) => ({
		'upload-metadata': metadata({
			entry: entry.id,
			material: 'film',
			filename: '清风.mp4',
			...values
		})
	});
	return {
		db,
		yard,
		port: bound,
		folder,
		plan,
		editionId: edition.editionId,
		me: { ...mine, entryId: entry.id },
		clock,
		desk,
		defects,
		send,
		async begin(length, values = {}, headers = {}) {
			const answer = await send('POST', '/uploads', {
				'upload-length': String(length),
				...described(values),
				...headers
			});
			if (answer.status !== 201) throw new Error(`${answer.status} ${answer.text}`);
			return answer.headers.location!;
		},
		patch: (path, offset, body, headers = {}) =>
			send(
				'PATCH',
				path,
				{
					'content-type': 'application/offset+octet-stream',
					'upload-offset': String(offset),
					...headers
				},
				body
			),
		async row(path) {
			await desk.marks.flush();
			const id = path.split('/').at(-1)!;
			const [row] = await db.select().from(uploads).where(eq(uploads.id, id));
			return row!;
		},
		incoming: () => readdirSync(yard.incoming),
		other: account,
		async close() {
			await desk.stop();
			server.closeAllConnections();
			await new Promise((done) => server.close(done));
			rmSync(folder, { recursive: true, force: true });
		}
	};
}

/** What an answer that says no says: its status and the key of its reason. */
export const said = ({ status, text, headers }: Answer): [number, string] => [
	status,
	text ? (JSON.parse(text) as { reason: string }).reason : String(headers['liantu-reason'] ?? '')
];
