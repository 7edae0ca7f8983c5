import { speedBy } from './keys';
import type { Deed } from './keys';

/** Captions of a film. */
export interface Track {
	src: string;
	/** BCP 47. */
	lang: string;
	label: string;
}

export interface Source {
	/** As renditions are called: `1080p`, `720p`, `original`. */
	kind: string;
	src: string;
	type: string;
	height: number | null;
}

/** A film as it runs in a page: what its element says, and what may be done to it. Seconds throughout. */
export class Reel {
	video = $state<HTMLVideoElement>();
	/** What fills the screen. */
	box = $state<HTMLElement>();
	/** True once the page came alive and our own controls stand. */
	alive = $state(false);
	paused = $state(true);
	muted = $state(false);
	volume = $state(1);
	speed = $state(1);
	full = $state(false);
	waiting = $state(false);
	failed = $state(false);
	time = $state(0);
	/** 0 until the browser knows it. */
	length = $state(0);
	/** Which captions show; −1 for none. */
	track = $state(-1);
	/** What runs; an address that is renewed meanwhile changes nothing for whoever is watching. */
	#held = $state.raw<Source | null>(null);

	/** Where it goes on once a source is loaded that was not there before. */
	#place: { at: number; playing: boolean } | null = null;

	readonly source: Source | undefined;
	readonly quality: string;

	/** @param sources best first */
	constructor(sources: () => Source[]) {
		this.source = $derived(this.#held ?? sources()[0]);
		this.quality = $derived(this.source?.kind ?? '');
		this.#sources = sources;
	}
	#sources: () => Source[];

	/** Takes over from the browser’s own controls; returns how to let go. */
	wake(): () => void {
		// On a narrow screen the lighter copy is enough, and a bad line carries it.
		const light = this.#sources().find(({ height }) => height !== null && height <= 720);
		const narrow = matchMedia('(max-width: 48rem)').matches;
		this.#held = (narrow && light) || (this.#sources()[0] ?? null);
		// What the browser learned before the page came alive was said to nobody.
		if (this.video && this.video.readyState > 0) this.learn();
		if (this.video?.error) this.failed = true;
		this.alive = true;
		const change = () => (this.full = document.fullscreenElement === this.box);
		document.addEventListener('fullscreenchange', change);
		return () => document.removeEventListener('fullscreenchange', change);
	}

	learn(): void {
		const { duration = 0 } = this.video ?? {};
		this.length = Number.isFinite(duration) ? duration : 0;
		this.pace(this.speed);
		this.show(this.track);
		const place = this.#place;
		this.#place = null;
		if (!place) return;
		this.seek(place.at);
		if (place.playing) this.play();
	}

	follow(): void {
		if (!this.#place) this.time = this.video?.currentTime ?? 0;
	}

	listen(): void {
		this.volume = this.video?.volume ?? 1;
		this.muted = this.video?.muted ?? false;
	}

	seek(seconds: number): void {
		if (!this.video) return;
		const end = this.length || Infinity;
		this.time = Math.min(Math.max(0, seconds), end);
		if (this.#place) this.#place.at = this.time;
		else this.video.currentTime = this.time;
	}

	play(): void {
		this.video?.play().catch(() => (this.paused = true));
	}

	toggle(): void {
		if (this.video?.paused) this.play();
		else this.video?.pause();
	}

	/** Changes to another copy of the film at the same place. */
	choose(kind: string): void {
		const next = this.#sources().find((one) => one.kind === kind);
		if (!next || next.src === this.source?.src) return;
		this.#place ??= { at: this.time, playing: !this.paused };
		this.#held = next;
	}

	/** Takes up the film again where it failed, by its address as it is now. */
	reload(): void {
		const { kind, src } = this.source ?? {};
		const now = this.#sources().find((one) => one.kind === kind) ?? this.#sources()[0];
		this.failed = false;
		this.#place = { at: this.time, playing: true };
		if (now && now.src !== src) this.#held = now;
		else this.video?.load();
	}

	/** Shows one of the captions, or none for −1. */
	show(index: number): void {
		this.track = index;
		for (const [i, one] of [...(this.video?.textTracks ?? [])].entries())
			one.mode = i === index ? 'showing' : 'disabled';
	}

	pace(speed: number): void {
		this.speed = speed;
		if (this.video) this.video.playbackRate = speed;
	}

	/** @param volume 0…1 */
	loud(volume: number): void {
		if (!this.video) return;
		this.video.volume = Math.min(1, Math.max(0, volume));
		this.video.muted = this.video.volume === 0;
	}

	mute(): void {
		if (this.video) this.video.muted = !this.video.muted;
	}

	fill(): void {
		if (document.fullscreenElement) void document.exitFullscreen();
		else if (this.box?.requestFullscreen) this.box.requestFullscreen().catch(() => {});
		// Phones of one maker fill the screen with the film alone.
		else (this.video as { webkitEnterFullscreen?(): void } | undefined)?.webkitEnterFullscreen?.();
	}

	/**
	 * Does what a key or a control says.
	 * @param length seconds, as far as known
	 * @param captions how many there are
	 */
	perform(deed: Deed, length: number, captions: number): void {
		if (deed.do === 'toggle') this.toggle();
		else if (deed.do === 'mute') this.mute();
		else if (deed.do === 'captions') this.show(((this.track + 2) % (captions + 1)) - 1);
		else if (deed.do === 'full') this.fill();
		else if (deed.do === 'by') this.seek(this.time + deed.seconds);
		else if (deed.do === 'to') this.seek(length * deed.share);
		else if (deed.do === 'louder') this.loud(this.volume + deed.by);
		else if (deed.do === 'faster') this.pace(speedBy(this.speed, deed.steps));
		else if (this.paused) this.seek(this.time + deed.frames / 25);
	}
}
