import type { Content } from '$lib/domain/studio/field';
import type { Refusal } from '$lib/domain/refusal';
import type { ZodType } from 'zod';
import type { Reader, Tx } from '../../db/open';

/** What the studio’s list keeps of a content. */
interface Card {
	slug: string;
	titleZh: string;
	titleEn: string | null;
	kind: string | null;
	category: string | null;
	town: string | null;
	placeId: string | null;
	sortKey: string;
}

/** How one noun moves between versions and the tables the public reads. */
export interface Keeper {
	/** Shape of its content. */
	shape: ZodType;
	/** The content its own tables hold, null when they hold none. */
	read(reader: Reader, id: string): Promise<Content | null>;
	/** The row of the studio’s list for a content of the thing `id`. */
	card(reader: Reader, id: string, content: Content): Promise<Card>;
	/**
	 * Completes a content before it is saved, and refuses what only files can tell; runs before the
	 * transaction begins, because reading files takes its time.
	 */
	look?(reader: Reader, content: Content): Promise<{ content: Content; refusals: Refusal[] }>;
	/** What in a well-formed content cannot stand here: missing references, a taken slug. */
	check(reader: Reader, id: string, content: Content): Promise<Refusal[]>;
	/** Makes a checked content public; an earlier moment of publication is kept. */
	put(tx: Tx, id: string, content: Content, now: number): Promise<void>;
	/** The moment from which on the public shall not see it any more, null for none. */
	until?(tx: Tx, id: string, moment: number | null): Promise<void>;
	/** Takes the thing out of the public; what its tables hold stays. */
	withdraw(tx: Tx, id: string, now: number): Promise<void>;
	/** Deletes it for good. */
	remove(tx: Tx, id: string): Promise<void>;
}
