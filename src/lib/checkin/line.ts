import type { Deed, DeedAnswer } from '../domain/events/checkin-sent';
import type { DoorList } from '../domain/events/checkin-list';

/** The line to the portal is away, or the portal cannot answer now. */
export const AWAY = 'away';
/** The gate was revoked, or there is none. */
export const SHUT = 'shut';

type Said<T> = T | typeof AWAY | typeof SHUT;

async function ask<T>(path: string, wait: number, init: RequestInit = {}): Promise<Said<T>> {
	try {
		const answer = await fetch(`${location.pathname}/${path}`, {
			cache: 'no-store',
			referrerPolicy: 'no-referrer',
			signal: AbortSignal.timeout(wait),
			...init
		});
		if (answer.status === 410 || answer.status === 404) return SHUT;
		return answer.ok ? ((await answer.json()) as T) : AWAY;
	} catch {
		return AWAY;
	}
}

const post = (body: unknown): RequestInit => ({
	method: 'POST',
	headers: { 'content-type': 'application/json' },
	body: JSON.stringify(body)
});

/** The list, or only its mark where the device has the same. */
export const fetchList = (mark: string, wait: number) =>
	ask<DoorList | { mark: string; now: number }>(`list?mark=${encodeURIComponent(mark)}`, wait);

export const tell = (deeds: readonly Deed[], wait: number) =>
	ask<{ answers: DeedAnswer[]; now: number }>('sync', wait, post({ deeds }));

interface Looked {
	code: string;
	booked: number;
	came: number;
	left: number;
}

export const look = (text: string) =>
	ask<Looked | { refusals: { reason: string; detail?: Record<string, string | number> }[] }>(
		'look',
		6000,
		post({ text })
	);

/** A name for a deed, made here: the same told twice counts once. */
export const newDeedId = (): string =>
	Array.from(crypto.getRandomValues(new Uint8Array(15)), (byte) =>
		byte.toString(16).padStart(2, '0')
	).join('');
