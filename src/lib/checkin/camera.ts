/** How often a second the picture is looked at. */
const EVERY = 160;
/** Wider pictures cost time and show no more of a code that is held close. */
const WIDE = 640;

interface Detector {
	detect(source: CanvasImageSource): Promise<{ rawValue: string }[]>;
}
type Read = (video: HTMLVideoElement) => Promise<string | null>;

/** The browser’s own reader of codes, where it has one that knows QR. */
async function ownReader(): Promise<Read | null> {
	const Own = (
		globalThis as unknown as {
			BarcodeDetector?: {
				new (options: { formats: string[] }): Detector;
				getSupportedFormats(): Promise<string[]>;
			};
		}
	).BarcodeDetector;
	if (!Own || !(await Own.getSupportedFormats().catch(() => [] as string[])).includes('qr_code'))
		return null;
	const detector = new Own({ formats: ['qr_code'] });
	return async (video) =>
		(await detector.detect(video).catch(() => [] as { rawValue: string }[]))[0]?.rawValue ?? null;
}

/** Fetches what the camera will need while there is a line. */
export async function warm(): Promise<void> {
	if (!(await ownReader())) await import('qr/decode.js').catch(() => null);
}

/** A reader of our own, loaded only where the browser has none. */
async function brought(): Promise<Read> {
	const { default: decodeQR } = await import('qr/decode.js');
	const canvas = document.createElement('canvas');
	const paint = canvas.getContext('2d', { willReadFrequently: true });
	return (video) => {
		if (!paint || !video.videoWidth) return Promise.resolve(null);
		const scale = Math.min(1, WIDE / video.videoWidth);
		canvas.width = Math.round(video.videoWidth * scale);
		canvas.height = Math.round(video.videoHeight * scale);
		paint.drawImage(video, 0, 0, canvas.width, canvas.height);
		try {
			return Promise.resolve(
				decodeQR(paint.getImageData(0, 0, canvas.width, canvas.height)) || null
			);
		} catch {
			// No code in this picture.
			return Promise.resolve(null);
		}
	};
}

/**
 * Looks through a camera until it is told to stop.
 * @param facing towards those who come, or towards whoever holds the device
 * @param seen is told every code, again and again while it is held there
 * @throws when the camera cannot be opened
 */
export async function lookThrough(
	video: HTMLVideoElement,
	facing: 'environment' | 'user',
	seen: (text: string) => void
): Promise<() => void> {
	const stream = await navigator.mediaDevices.getUserMedia({
		video: { facingMode: { ideal: facing }, width: { ideal: 1280 } },
		audio: false
	});
	let stopped = false;
	let timer: ReturnType<typeof setTimeout>;
	const stop = () => {
		stopped = true;
		clearTimeout(timer);
		for (const track of stream.getTracks()) track.stop();
		video.srcObject = null;
	};
	try {
		video.srcObject = stream;
		await video.play();
		const read = (await ownReader()) ?? (await brought());
		const again = async () => {
			const text = await read(video);
			if (stopped) return;
			if (text) seen(text);
			timer = setTimeout(() => void again(), EVERY);
		};
		timer = setTimeout(() => void again(), EVERY);
	} catch (reason) {
		stop();
		throw reason;
	}
	return stop;
}
