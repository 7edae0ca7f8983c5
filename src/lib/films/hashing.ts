/** A hash that is being computed. */
export interface Hashing {
	/** SHA-256, hex; null when the file could not be read, or the browser has no workers. */
	done: Promise<string | null>;
	stop: () => void;
}

/** Computes the hash of a file beside the page. */
export function hashing(file: Blob): Hashing {
	if (typeof Worker === 'undefined') return { done: Promise.resolve(null), stop: () => {} };
	const worker = new Worker(new URL('./sha.worker.ts', import.meta.url), { type: 'module' });
	const done = new Promise<string | null>((tell) => {
		worker.onmessage = ({ data }: MessageEvent<{ sha256?: string; failed?: boolean }>) => {
			if (data.sha256 || data.failed) tell(data.sha256 ?? null);
		};
		worker.onerror = () => tell(null);
		worker.postMessage(file);
	});
	void done.then(() => worker.terminate());
	return { done, stop: () => worker.terminate() };
}
