/** What a key does to a film. Positions in seconds, volume 0…1. */
export type Deed =
	| { do: 'toggle' }
	| { do: 'mute' }
	| { do: 'captions' }
	| { do: 'full' }
	| { do: 'by'; seconds: number }
	| { do: 'to'; share: number }
	| { do: 'frame'; frames: number }
	| { do: 'louder'; by: number }
	| { do: 'faster'; steps: number };

const deeds: Record<string, Deed> = {
	' ': { do: 'toggle' },
	k: { do: 'toggle' },
	ArrowLeft: { do: 'by', seconds: -5 },
	ArrowRight: { do: 'by', seconds: 5 },
	j: { do: 'by', seconds: -10 },
	l: { do: 'by', seconds: 10 },
	ArrowUp: { do: 'louder', by: 0.1 },
	ArrowDown: { do: 'louder', by: -0.1 },
	m: { do: 'mute' },
	c: { do: 'captions' },
	f: { do: 'full' },
	'<': { do: 'faster', steps: -1 },
	'>': { do: 'faster', steps: 1 },
	',': { do: 'frame', frames: -1 },
	'.': { do: 'frame', frames: 1 },
	Home: { do: 'to', share: 0 },
	End: { do: 'to', share: 1 }
};

/** Controls that have a meaning of their own for some keys. */
const own: Record<string, RegExp> = {
	BUTTON: /^( |Enter)$/,
	SELECT: /^( |Arrow|Home|End|.$)/,
	INPUT: /^(Arrow|Home|End|Page)/,
	TEXTAREA: /./,
	SUMMARY: /^( |Enter)$/
};

/**
 * What a key pressed in the player means; null when it is the browser’s, another shortcut, or belongs
 * to the control it was pressed on.
 */
export function deedOf(
	event: Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey'>,
	control: string
): Deed | null {
	if (event.ctrlKey || event.metaKey || event.altKey || own[control]?.test(event.key)) return null;
	if (/^[0-9]$/.test(event.key)) return { do: 'to', share: Number(event.key) / 10 };
	return deeds[event.key.length === 1 ? event.key.toLowerCase() : event.key] ?? null;
}

/** Speeds offered. */
export const speeds = [0.5, 0.75, 1, 1.25, 1.5, 2] as const;

/** The speed some steps away. */
export function speedBy(speed: number, steps: number): number {
	const at = speeds.findIndex((one) => one >= speed);
	return speeds[Math.min(speeds.length - 1, Math.max(0, (at === -1 ? 2 : at) + steps))]!;
}
