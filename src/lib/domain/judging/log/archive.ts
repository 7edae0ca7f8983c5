import type { Bilingual } from '../../text';

/** What a sealed archive says besides its log; nothing in it but what is public. */
export interface Archive {
	format: 'liantu-archive';
	version: 1;
	edition: { id: string; slug: string; contest: Bilingual; title: Bilingual };
	/** ms since the epoch. */
	madeAt: number;
	/** When the result became final; null for one that was only released. */
	finalAt: number | null;
	prizes: { id: string; title: Bilingual }[];
	categories: { id: string; title: Bilingual }[];
	entries: ArchiveEntry[];
	notice: {
		publishedAt: number;
		until: number;
		contact: Bilingual;
		note: Bilingual | null;
	};
	objections: { number: string | null; outcome: Bilingual; decidedAt: number }[];
	/** Whether films lie beside the page. */
	withFilms: boolean;
}

/** An entry whose prize was made public. */
export interface ArchiveEntry {
	id: string;
	number: string;
	title: Bilingual;
	category: string;
	prize: string | null;
	place: number | null;
	/** For entries sent by a unit. */
	unit: string | null;
	/** Of grown-ups whose work was released to be shown, with what they did. */
	names: { name: string; role: string }[];
	film: ArchiveFilm | null;
}

export interface ArchiveFilm {
	/** In the archive. */
	path: string;
	type: string;
	width: number | null;
	height: number | null;
	/** WebVTT by language. */
	captions: { lang: string; text: string }[];
}

/** A file of the archive as its manifest lists it. */
export interface ArchiveFile {
	path: string;
	bytes: number;
	/** Hexadecimal. */
	sha256: string;
}

/** Ids under which the data lies in the page. */
export const archiveIds = { archive: 'archive', log: 'log', key: 'known-key' } as const;
