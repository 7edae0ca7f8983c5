import type { Readable } from 'node:stream';
import type { Declared } from '$lib/domain/films/upload';
import type { By, Who } from '$lib/domain/people/who';
import type { Ruled } from '$lib/domain/refusal';
import type { KeptFilm } from './keep';
import type { Wish } from './upload-open';
import type { Piece, Received } from './upload-receive';
import type { Upload } from './yard';

export type Finished = Ruled<KeptFilm>;
type Self = By & { who: Who };

/**
 * What the outer door asks of the portal when an upload is sent to it: the door knows the protocol and
 * the line, the portal who may do what, and the disk.
 */
export interface UploadDesk {
	/** The portal’s clock. */
	now: () => number;
	/** Who sends this cookie; null for nobody. */
	who: (cookie: string | undefined) => Promise<Who | null>;
	open: (by: Self, wish: Wish) => Promise<Ruled<Upload>>;
	join: (by: Self, declared: Declared, parts: readonly string[]) => Promise<Ruled<Upload>>;
	/** An upload of somebody; null for everybody else’s. */
	find: (who: Who, id: string) => Promise<Upload | null>;
	/** False while bytes of it arrive on another line; `receive` decides it for good. */
	free: (id: string) => Promise<boolean>;
	receive: (by: Self, upload: Upload, piece: Piece, body: Readable) => Promise<Ruled<Received>>;
	/** What became of a complete upload; null when that takes longer than an answer may wait. */
	settle: (by: Self, upload: Upload) => Promise<Finished | null>;
	/** Gives an upload up. */
	end: (by: Self, upload: Upload) => Promise<Ruled<true>>;
}
