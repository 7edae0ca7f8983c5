import { deserialize } from '$app/forms';
import {
	answered,
	mine,
	newest,
	nothing,
	opened,
	sameTyped,
	toSend,
	typed as typedOver
} from '../domain/judging/desk/draft';
import type { Draft, Kept } from '../domain/judging/desk/draft';
import type { Typed } from '../domain/judging/desk/sheet-form';
import { COMMENT_MOST } from '../domain/judging/sheet';
import type { Refusal } from '../domain/refusal';
import { loadKept, storeKept } from './store';

/** How the keeping of a sheet stands. */
export type Standing =
	'quiet' | 'typing' | 'saving' | 'kept' | 'waiting' | 'signed-out' | 'clash' | 'wrong' | 'refused';

/** What the server has, where it is something else. */
export interface Theirs {
	revision: number;
	typed: Typed;
}

const PAUSE = 1200;
const AGAIN = 8000;
/** Reasons for which a sheet will never be taken; what was typed stays here to be read. */
const final = ['gone', 'closed', 'not-begun', 'locked', 'stage-shut'];

/**
 * Keeps a sheet on this device from the first sign and brings it to the server: in order, each state
 * once, never over what was typed elsewhere, as soon as the line is there.
 */
export class Keeper {
	typed = $state<Typed>() as Typed;
	standing = $state<Standing>('quiet');
	revision = $state(0);
	/** When the server last kept it, ms by its clock. */
	at = $state<number | null>(null);
	refusals = $state.raw<Refusal[]>([]);
	theirs = $state.raw<Theirs | null>(null);
	/** What the server refused for good, to be read. */
	left = $state.raw<Draft | null>(null);
	restored = $state(false);
	#kept: Kept;
	#server: Theirs;
	#timer: ReturnType<typeof setTimeout> | undefined;
	#busy: Promise<void> | null = null;

	constructor(
		readonly where: { me: string; round: string; code: string; task: string },
		server: Theirs,
		readonly told: () => void = () => {}
	) {
		this.#server = server;
		this.#kept = nothing(server.revision);
		this.typed = copy(server.typed);
		this.revision = server.revision;
	}

	/** Takes up what an earlier visit could not send; returns how to stop. */
	wake(locked: boolean): () => void {
		const { me, round, code } = this.where;
		this.#kept = opened(loadKept(me, round, code), this.#server);
		this.#store();
		const draft = newest(this.#kept);
		if (draft && (locked || final.includes(this.#kept.refused ?? ''))) this.left = draft;
		else if (draft) {
			this.typed = copy(draft.typed);
			this.restored = true;
			this.#kept = { ...this.#kept, refused: null };
			void this.send();
		}
		const online = () => void this.send();
		const hidden = () => document.visibilityState === 'hidden' && void this.send();
		addEventListener('online', online);
		document.addEventListener('visibilitychange', hidden);
		return () => {
			removeEventListener('online', online);
			document.removeEventListener('visibilitychange', hidden);
			clearTimeout(this.#timer);
		};
	}

	/** Something was typed: this device keeps it now, the server after a pause. */
	change = (): void => {
		const typed = $state.snapshot(this.typed);
		const draft = newest(this.#kept);
		if (sameTyped(typed, draft?.typed ?? this.#server.typed)) return;
		this.#kept = typedOver(this.#kept, { key: newKey(), typed, typedAt: Date.now() });
		this.#store();
		if (this.standing === 'clash') return;
		this.standing = 'typing';
		clearTimeout(this.#timer);
		this.#timer = setTimeout(() => void this.send(), PAUSE);
	};

	/** Sends all that is kept and waits for the answers. */
	async send(): Promise<void> {
		clearTimeout(this.#timer);
		while (this.#busy) await this.#busy;
		for (;;) {
			const { kept, draft } = toSend(this.#kept);
			if (!draft || this.standing === 'clash' || kept.refused) return;
			this.#kept = kept;
			this.#store();
			this.#busy = this.#post(draft).finally(() => (this.#busy = null));
			await this.#busy;
			if (this.standing !== 'kept') return;
		}
	}

	async #post(draft: Draft): Promise<void> {
		this.standing = 'saving';
		const body = new URLSearchParams({
			task: this.where.task,
			revision: String(this.#kept.base),
			key: draft.key,
			typedAt: String(draft.typedAt),
			verdict: draft.typed.verdict,
			rank: draft.typed.rank,
			comment: draft.typed.comment
		});
		for (const [id, mark] of Object.entries(draft.typed.marks)) body.set(`marks.${id}`, mark);
		try {
			const answer = await fetch('?/save', {
				method: 'POST',
				headers: { accept: 'application/json', 'x-sveltekit-action': 'true' },
				body,
				keepalive: true
			});
			// So much that nobody looked at it, or somebody who may not any more.
			if (answer.status === 413) return this.#refused(told('comment', 'too-long'));
			const result = deserialize(await answer.text());
			if (result.type === 'error' && answer.status >= 400 && answer.status < 500)
				return this.#refused(told('', 'gone'));
			if (result.type === 'success') this.#saved(draft, result.data as unknown as Told);
			else if (result.type === 'failure' && result.status === 401) this.standing = 'signed-out';
			else if (result.type === 'failure') this.#refused(result.data as unknown as Told);
			else if (result.type === 'redirect') this.standing = 'signed-out';
			else this.#away();
		} catch {
			this.#away();
		}
	}

	#saved(draft: Draft, { revision, at }: Told): void {
		this.#kept = answered(this.#kept, { kind: 'saved', revision });
		this.#server = { revision, typed: draft.typed };
		this.revision = revision;
		this.at = at;
		this.refusals = [];
		this.restored = false;
		this.standing = 'kept';
		this.#store();
		this.told();
	}

	#refused({ refusals, stands }: Told): void {
		const reason = refusals[0]?.reason ?? 'unknown';
		this.refusals = refusals;
		if (reason === 'clash' && stands) {
			this.#kept = answered(this.#kept, { kind: 'clash' });
			this.theirs = stands;
			this.standing = 'clash';
		} else {
			this.#kept = answered(this.#kept, { kind: 'refused', reason });
			const over = final.includes(reason);
			this.standing = over ? 'refused' : 'wrong';
			if (over) this.left = newest(this.#kept);
		}
		this.#store();
	}

	#away(): void {
		this.standing = 'waiting';
		clearTimeout(this.#timer);
		this.#timer = setTimeout(() => void this.send(), AGAIN);
	}

	/** Takes one of two versions: the own one is written over the other knowingly, and recorded. */
	choose(own: boolean): void {
		const theirs = this.theirs;
		if (!theirs) return;
		this.theirs = null;
		this.refusals = [];
		this.#server = theirs;
		this.revision = theirs.revision;
		this.#kept = own ? mine(this.#kept, theirs.revision, newKey()) : nothing(theirs.revision);
		if (!own) this.typed = copy(theirs.typed);
		this.standing = 'typing';
		this.#store();
		if (own) void this.send();
		else this.standing = 'kept';
	}

	/** Deletes what was refused from this device. */
	drop(): void {
		this.left = null;
		this.#kept = nothing(this.#server.revision);
		this.typed = copy(this.#server.typed);
		this.refusals = [];
		this.standing = 'quiet';
		this.#store();
	}

	/** The whole form was taken in by its own button. */
	done(revision: number): void {
		clearTimeout(this.#timer);
		this.#kept = nothing(revision);
		this.#server = { revision, typed: $state.snapshot(this.typed) };
		this.revision = revision;
		this.standing = 'quiet';
		this.#store();
	}

	#store(): void {
		const { me, round, code } = this.where;
		storeKept(me, round, code, this.#kept);
	}
}

interface Told {
	revision: number;
	at: number;
	refusals: Refusal[];
	stands?: Theirs;
}

const told = (field: string, reason: string): Told => ({
	revision: 0,
	at: 0,
	refusals: [{ field, reason, detail: { limit: COMMENT_MOST } }]
});
const copy = (typed: Typed): Typed => ({ ...typed, marks: { ...typed.marks } });
/** A key for one save: the same save sent twice counts once. */
export const newKey = (): string =>
	[...crypto.getRandomValues(new Uint8Array(12))]
		.map((byte) => byte.toString(16).padStart(2, '0'))
		.join('');
