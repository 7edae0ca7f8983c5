import { Upload } from 'tus-js-client';
import type { DetailedError } from 'tus-js-client';
import { CHUNK } from '../domain/films/upload';
import { paceOf, remaining, sampled } from '../domain/films/pace';
import type { Sample } from '../domain/films/pace';
import { cutsOf } from '../domain/films/parts';
import type { Resumable } from '../domain/films/parts';
import { hashing } from './hashing';
import type { Hashing } from './hashing';

/** What an upload is at. `away` waits for the line and goes on by itself. */
export type Stage = 'sending' | 'away' | 'paused' | 'checking' | 'kept' | 'refused';

/** How long after a broken line the next try comes, in milliseconds; after the last it rests longer. */
const TRIES = [0, 1000, 3000, 5000, 10_000];
const REST = 15_000;

/** Answers after which trying again may help. */
const passing = (status: number): boolean =>
	[408, 409, 423, 429, 460, 502, 503, 504].includes(status);

export interface Target {
	/** Where uploads are sent, in the language of the page. */
	endpoint: string;
	metadata: Record<string, string>;
	/** What was begun before, here or elsewhere. */
	before: Resumable | null;
	/** Tells a sentence of the server from its answer. */
	sentence: (body: string) => string;
	onkept: () => void;
}

/** One file on its way (tus 1.0): it survives broken lines, closed laptops and restarted servers. */
export class Sending {
	stage = $state<Stage>('sending');
	/** Bytes that arrived. */
	arrived = $state(0);
	/** Bytes per second, and seconds left; null while nobody can say. */
	pace = $state<number | null>(null);
	left = $state<number | null>(null);
	/** Why it was refused, as the server says it. */
	why = $state('');
	readonly size: number;
	#upload: Upload;
	#hash: Hashing;
	#samples: Sample[] = [];
	#timer: ReturnType<typeof setTimeout> | undefined;
	#back = () => this.#again();

	constructor(
		readonly file: File,
		readonly target: Target
	) {
		this.size = file.size;
		this.#hash = hashing(file);
		const cuts = target.before
			? target.before.ids.length > 1
				? cutsOf(file.size)
				: null
			: cutsOf(file.size);
		const single = target.before?.ids.length === 1 ? target.before.ids[0] : null;
		this.#upload = new Upload(file, {
			endpoint: target.endpoint,
			...(single ? { uploadUrl: `${target.endpoint}/${single}` } : {}),
			...(cuts
				? {
						parallelUploads: cuts.length,
						parallelUploadBoundaries: cuts,
						metadataForPartialUploads: target.metadata
					}
				: {}),
			chunkSize: CHUNK,
			retryDelays: TRIES,
			// The server knows what was begun: it is asked, not this browser’s memory.
			storeFingerprintForResuming: false,
			metadata: target.metadata,
			onShouldRetry: (error) => {
				const status = error.originalResponse?.getStatus() ?? 0;
				if (status !== 0) return passing(status);
				this.stage = 'away';
				return true;
			},
			onBeforeRequest: async (request) => {
				// The hash of the whole goes with the last word about the file, and only then is waited for.
				const offset = Number(request.getHeader('Upload-Offset') ?? Number.NaN);
				const last = cuts
					? (request.getHeader('Upload-Concat') ?? '').startsWith('final')
					: offset + CHUNK >= file.size;
				if (!last) return;
				if (this.stage === 'sending' && cuts) this.stage = 'checking';
				const sha256 = await this.#hash.done;
				if (sha256) request.setHeader('Liantu-Sha256', sha256);
			},
			onProgress: (bytes) => this.#progress(bytes),
			onSuccess: () => {
				this.#settle('kept');
				target.onkept();
			},
			onError: (error) => this.#failed(error)
		});
		if (target.before && target.before.ids.length > 1)
			this.#upload.resumeFromPreviousUpload({
				size: file.size,
				metadata: target.metadata,
				creationTime: '',
				urlStorageKey: '',
				uploadUrl: null,
				parallelUploadUrls: target.before.ids.map((id) => `${target.endpoint}/${id}`)
			});
		this.arrived = target.before?.arrived ?? 0;
		addEventListener('online', this.#back);
		this.#upload.start();
	}

	#progress(bytes: number): void {
		if (this.stage === 'away') this.stage = 'sending';
		this.arrived = bytes;
		this.#samples = sampled(this.#samples, { at: performance.now(), bytes });
		this.pace = paceOf(this.#samples);
		this.left = remaining(this.pace, bytes, this.size);
		if (bytes >= this.size && this.stage === 'sending') this.stage = 'checking';
	}

	#failed(error: Error | DetailedError): void {
		const answer = 'originalResponse' in error ? error.originalResponse : null;
		const status = answer?.getStatus() ?? 0;
		if (answer && !passing(status)) {
			this.why = this.target.sentence(answer.getBody());
			return this.#settle('refused');
		}
		this.stage = 'away';
		this.#samples = [];
		clearTimeout(this.#timer);
		this.#timer = setTimeout(this.#back, REST);
	}

	#again(): void {
		clearTimeout(this.#timer);
		if (this.stage !== 'away') return;
		void this.#upload.abort().then(() => this.#upload.start());
	}

	#settle(stage: Stage): void {
		this.stage = stage;
		this.leave();
	}

	/** Stops sending; what arrived stays where it is. */
	pause(): void {
		this.stage = 'paused';
		clearTimeout(this.#timer);
		void this.#upload.abort();
	}

	resume(): void {
		this.stage = 'sending';
		this.#samples = [];
		this.#upload.start();
	}

	/** Lets go of everything here without ending the upload on the server. */
	leave(): void {
		clearTimeout(this.#timer);
		removeEventListener('online', this.#back);
		if (this.stage !== 'kept') void this.#upload.abort();
		this.#hash.stop();
	}

	/** Ends it for good: what arrived is deleted. */
	async cancel(): Promise<void> {
		this.leave();
		await this.#upload.abort(true).catch(() => {});
	}
}
