import { shaOf } from './sha';

// Hashing keeps one core busy for seconds: it stands apart so that the page stays quick.
addEventListener('message', ({ data }: MessageEvent<Blob>) => {
	shaOf(data, (share) => postMessage({ share })).then(
		(sha256) => postMessage({ sha256 }),
		() => postMessage({ failed: true })
	);
});
