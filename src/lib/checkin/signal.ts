/** What a result sounds like: one high tone, two middle ones, one long low one. */
const tones: Record<string, [hertz: number, ms: number][]> = {
	in: [[880, 120]],
	held: [
		[440, 140],
		[440, 140]
	],
	no: [[180, 420]]
};
let sounds: AudioContext | null = null;

/** Lets whoever looks elsewhere hear and feel a result; what it is stands on the page always. */
export function signal(kind: string): void {
	const tune =
		tones[kind === 'doubled' || kind === 'asks' ? 'held' : kind === 'out' ? 'in' : kind] ?? [];
	navigator.vibrate?.(tune.flatMap(([, ms]) => [ms, 80]));
	try {
		sounds ??= new AudioContext();
		let at = sounds.currentTime;
		for (const [hertz, ms] of tune) {
			const tone = sounds.createOscillator();
			const volume = sounds.createGain();
			volume.gain.value = 0.2;
			tone.frequency.value = hertz;
			tone.connect(volume).connect(sounds.destination);
			tone.start(at);
			tone.stop(at + ms / 1000);
			at += ms / 1000 + 0.08;
		}
	} catch {
		// A device without sound.
	}
}
