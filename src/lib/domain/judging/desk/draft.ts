import type { Typed } from './sheet-form';

/** One state of a sheet on its way to the server. */
export interface Draft {
	/** Made once for this text, so that sending it twice counts once. */
	key: string;
	typed: Typed;
	/** By the clock of the device, ms. */
	typedAt: number;
}

/** What a device keeps of one sheet until the server has it. */
export interface Kept {
	/** The revision of the server that what follows was typed over. */
	base: number;
	/** Sent, and not answered yet: it may have arrived. */
	sent: Draft | null;
	/** Typed since. */
	now: Draft | null;
	/** Why the server will not take it; null while it may. */
	refused: string | null;
}

export const nothing = (base: number): Kept => ({ base, sent: null, now: null, refused: null });

/** The newest of what is kept; null when the server has everything. */
export const newest = (kept: Kept): Draft | null => kept.now ?? kept.sent;

export const sameTyped = (one: Typed, other: Typed): boolean => written(one) === written(other);
const written = ({ marks, verdict, rank, comment }: Typed): string =>
	JSON.stringify([
		Object.entries(marks)
			.filter(([, text]) => text.trim() !== '')
			.map(([id, text]) => [id, text.trim()])
			.sort(([a], [b]) => (a! < b! ? -1 : 1)),
		verdict,
		rank.trim(),
		comment.trim()
	]);

/** Something was typed. */
export const typed = (kept: Kept, draft: Draft): Kept => ({ ...kept, now: draft, refused: null });

/**
 * What is to be sent now, and how things stand while it is under way. What was sent and not answered
 * goes again first, with its own key: only then does the revision of the next one stand.
 */
export function toSend(kept: Kept): { kept: Kept; draft: Draft | null } {
	const draft = kept.sent ?? kept.now;
	return { draft, kept: kept.sent ? kept : { ...kept, sent: kept.now, now: null } };
}

/** What the server said to a draft. */
type Answer =
	| { kind: 'saved'; revision: number }
	/** The sheet says something else meanwhile, typed elsewhere. */
	| { kind: 'clash' }
	/** It cannot be taken as it is: a mark off the scale, a round that is over. */
	| { kind: 'refused'; reason: string }
	/** It did not get through, or nobody knows. */
	| { kind: 'away' };

export function answered(kept: Kept, answer: Answer): Kept {
	switch (answer.kind) {
		case 'saved':
			return { ...kept, base: answer.revision, sent: null, refused: null };
		case 'refused':
			// Kept to be read, and to be mended; what was typed since is newer.
			return { ...kept, now: kept.now ?? kept.sent, sent: null, refused: answer.reason };
		case 'clash':
			return { ...kept, now: kept.now ?? kept.sent, sent: null };
		default:
			return kept;
	}
}

/** The juror looked at both and wants the own one: it is typed anew over what the server has. */
export const mine = (kept: Kept, revision: number, key: string): Kept => {
	const draft = newest(kept);
	return { ...nothing(revision), now: draft && { ...draft, key } };
};

/**
 * What a device still holds when a page is opened: nothing where the server says the same already.
 * @param server the sheet as the page brought it
 */
export function opened(kept: Kept | null, server: { revision: number; typed: Typed }): Kept {
	const draft = kept && newest(kept);
	if (!kept || !draft || sameTyped(draft.typed, server.typed)) return nothing(server.revision);
	return kept;
}

/** What lies in a store under our name, if it is what we put there. */
export function readKept(text: string | null): Kept | null {
	try {
		const value = JSON.parse(text ?? 'null') as Kept | null;
		if (typeof value !== 'object' || value === null || !Number.isInteger(value.base)) return null;
		const drafts = [value.sent, value.now];
		return drafts.every((one) => one === null || isDraft(one)) ? value : null;
	} catch {
		return null;
	}
}

const isDraft = (value: unknown): value is Draft => {
	const { key, typed, typedAt } = (value ?? {}) as Partial<Draft>;
	return (
		typeof key === 'string' &&
		typeof typedAt === 'number' &&
		typeof typed?.comment === 'string' &&
		typeof typed.verdict === 'string' &&
		typeof typed.rank === 'string' &&
		typeof typed.marks === 'object' &&
		Object.values(typed.marks).every((mark) => typeof mark === 'string')
	);
};

/** Fields in which two sheets differ: `marks.<id>`, `verdict`, `rank`, `comment`. */
export function differing(one: Typed, other: Typed): string[] {
	const ids = new Set([...Object.keys(one.marks), ...Object.keys(other.marks)]);
	return [
		...[...ids]
			.filter((id) => (one.marks[id] ?? '').trim() !== (other.marks[id] ?? '').trim())
			.map((id) => `marks.${id}`),
		...(['verdict', 'rank', 'comment'] as const).filter(
			(name) => one[name].trim() !== other[name].trim()
		)
	];
}
