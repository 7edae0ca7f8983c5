import { Upload } from 'tus-js-client';
import type { DetailedError, HttpResponse } from 'tus-js-client';
import { CHUNK } from '../domain/films/upload';

/** Why something was not taken, as the server says it; status 0 when no answer came. */
export class Trouble extends Error {
	constructor(
		readonly status = 0,
		/** Key of the reason. */
		readonly reason: string | null = null,
		/** The problem document, where there is one. */
		readonly body = ''
	) {
		super(reason ?? String(status));
	}
}

/** Where a file stands on the server after an answer. */
export interface Standing {
	/** Absolute address of the upload. */
	address: string;
	state: string | null;
}

/** How the bytes of a leg are sent. */
interface Way {
	/** Absolute: tus resolves the addresses of uploads against it. */
	endpoint: string;
	metadata: Record<string, string>;
	headers: Record<string, string>;
	/** Waits for the hash of the whole, which goes with the last piece; absent for a part. */
	hash?: () => Promise<string | null>;
	/** Told whenever bytes moved. */
	moved: () => void;
}

/**
 * One upload of tus: a file, or one part of it. Every attempt asks the server how far it is and goes on
 * from there. An answer that does not say that the upload is gone never begins it anew: a proxy says
 * 502 while the portal starts again, and what arrived is still there.
 */
export class Leg {
	/** Bytes of it that arrived. */
	arrived: number;
	#address: string | null;
	#standing: Standing | null = null;
	#upload: Upload | null = null;

	constructor(
		readonly bytes: Blob,
		readonly way: Way,
		before: { id: string; arrived: number } | null
	) {
		this.#address = before && `${way.endpoint}/${before.id}`;
		this.arrived = before?.arrived ?? 0;
	}

	/** Sends what is missing; once all of it arrived it says so again without asking. */
	async go(): Promise<Standing> {
		return (this.#standing ??= await new Promise<Standing>((arrived, failed) => {
			this.#upload = this.#attempt(arrived, failed);
			this.#upload.start();
		}));
	}

	#attempt(arrived: (standing: Standing) => void, failed: (trouble: Trouble) => void): Upload {
		const { endpoint, metadata, headers, hash, moved } = this.way;
		const upload = new Upload(this.bytes, {
			endpoint,
			uploadUrl: this.#address,
			headers,
			metadata,
			chunkSize: CHUNK,
			// Tries again are the matter of the whole, and the server knows what was begun.
			retryDelays: null,
			storeFingerprintForResuming: false,
			onUploadUrlAvailable: () => (this.#address = upload.url),
			onBeforeRequest: async (request) => {
				const offset = Number(request.getHeader('Upload-Offset') ?? Number.NaN);
				if (!hash || !(offset + CHUNK >= this.bytes.size)) return;
				const sha256 = await hash();
				if (sha256) request.setHeader('Liantu-Sha256', sha256);
			},
			onAfterResponse: (request, response) => {
				if (request.getMethod() !== 'HEAD' || response.getStatus() < 400) return;
				const trouble = troubleOf(response);
				const gone = [404, 410].includes(trouble.status) && !isRefused(response);
				if (!gone) throw trouble;
				this.#address = null;
				this.arrived = 0;
			},
			onProgress: (bytes) => {
				this.arrived = bytes;
				moved();
			},
			onSuccess: ({ lastResponse }) =>
				arrived({
					address: upload.url!,
					state: lastResponse.getHeader('Liantu-State') ?? null
				}),
			onError: (error) => {
				const { originalResponse, causingError } = error as DetailedError;
				if (causingError instanceof Trouble) failed(causingError);
				else failed(originalResponse ? troubleOf(originalResponse) : new Trouble());
			}
		});
		return upload;
	}

	/** Stops sending; what arrived stays. */
	rest(): void {
		void this.#upload?.abort();
	}

	/** Where it is kept, once it has been begun. */
	get address(): string | null {
		return this.#address;
	}
}

const isRefused = (response: HttpResponse) => response.getHeader('Liantu-State') === 'refused';

const troubleOf = (response: HttpResponse): Trouble =>
	new Trouble(
		response.getStatus(),
		response.getHeader('Liantu-Reason') ?? null,
		response.getBody()
	);
