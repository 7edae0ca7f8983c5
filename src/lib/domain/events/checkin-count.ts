/** Heads of one sign-up that went through the door once: in, or out again by mistake (negative). */
export interface Pass {
	/** Made on the device that saw it. */
	id: string;
	heads: number;
	/** When the device says it happened. */
	deviceAt: number;
	/** Somebody said knowingly that more come in than were signed up. */
	extra: boolean;
}

/** What the passes of one sign-up come to. */
export interface Count {
	/** Heads that came: never more than signed up, but for those let in knowingly. */
	came: number;
	/** Ids of those that let in heads which had all come before: the same ticket, used twice. */
	doubled: string[];
	/** When the first of them came in; null while nobody is in. */
	since: number | null;
}

/**
 * Counts the passes of one sign-up. It knows nothing of the order in which they became known, so
 * devices that were long without a line come to the same count, whoever syncs first; the clocks of the
 * devices decide which of two was the second.
 * @param heads how many were signed up
 */
export function countUp(heads: number, passes: readonly Pass[]): Count {
	const once = new Map(passes.map((pass) => [pass.id, pass]));
	const inOrder = [...once.values()].sort(
		(a, b) => a.deviceAt - b.deviceAt || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0)
	);
	let plain = 0;
	let extra = 0;
	let since: number | null = null;
	const doubled: string[] = [];
	for (const pass of inOrder) {
		if (pass.heads > 0 && plain + extra === 0) since = pass.deviceAt;
		if (pass.heads < 0) {
			// Whoever goes out again by mistake is first one of those who were let in knowingly.
			const back = Math.min(extra, -pass.heads);
			extra -= back;
			plain = Math.max(0, plain + pass.heads + back);
		} else if (pass.extra) {
			const room = Math.min(pass.heads, heads - plain);
			plain += room;
			extra += pass.heads - room;
		} else {
			if (pass.heads > heads - plain) doubled.push(pass.id);
			plain = Math.min(heads, plain + pass.heads);
		}
	}
	const came = plain + extra;
	return { came, doubled, since: came ? since : null };
}
