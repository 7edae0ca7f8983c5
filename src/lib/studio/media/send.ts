import { FILE_LIMIT } from '../../domain/media/asset';

/** What became of a file: a thing of the library, or the name of what was wrong. */
export type Sent = { id: string; name: string; known: boolean } | { fault: string };

/**
 * Sends one file as the body of a request. `XMLHttpRequest`, because `fetch` does not tell how much
 * has left. Never rejects.
 * @param told called with the share that was sent, 0…1
 */
export function send(
	file: File,
	{
		replaces,
		told,
		signal
	}: { replaces: string | null; told: (share: number) => void; signal: AbortSignal }
): Promise<Sent> {
	if (file.size > FILE_LIMIT) return Promise.resolve({ fault: 'too-large' });
	if (file.size === 0) return Promise.resolve({ fault: 'empty' });
	const query = new URLSearchParams({
		name: file.name,
		...(replaces ? { replace: replaces } : {})
	});
	return new Promise((done) => {
		const request = new XMLHttpRequest();
		request.open('PUT', `/studio/media/upload?${query}`);
		request.setRequestHeader('content-type', 'application/octet-stream');
		request.setRequestHeader('accept', 'application/json');
		request.responseType = 'text';
		request.upload.onprogress = ({ loaded, total }) => told(total ? loaded / total : 0);
		request.onload = () => done(read(request));
		request.onerror = request.ontimeout = () => done({ fault: 'lost' });
		request.onabort = () => done({ fault: 'cancelled' });
		signal.addEventListener('abort', () => request.abort(), { once: true });
		request.send(file);
	});
}

function read(request: XMLHttpRequest): Sent {
	if (request.status === 401) return { fault: 'signed-out' };
	// Whoever is no longer signed in is sent to the door, which is a page.
	if (!/^application\/(problem\+)?json/.test(request.getResponseHeader('content-type') ?? ''))
		return {
			fault: request.status === 413 ? 'too-large' : request.status < 400 ? 'signed-out' : 'lost'
		};
	try {
		const told = JSON.parse(request.responseText) as Partial<Sent & { fault: string; id: string }>;
		if (told.id && !told.fault) return told as Sent;
		return { fault: told.fault ?? 'lost' };
	} catch {
		return { fault: 'lost' };
	}
}
