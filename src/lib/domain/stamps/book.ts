import type { Bilingual } from '../text';

/** Whether a telephone compares its position with the place before a stamp counts for a book. */
export const positionRules = ['off', 'optional', 'required'] as const;
export type PositionRule = (typeof positionRules)[number];

/** What so many stamps unlock; null for what a book does not have. */
export interface Thresholds {
	quizAt: number | null;
	certificateAt: number | null;
	bookletAt: number | null;
}

/** One place of a book as the passport shows it. */
export interface BookPlace {
	slug: string;
	name: Bilingual;
	town: Bilingual | null;
	/** Whether a poster hangs there, so that a stamp can be had. */
	stamped: boolean;
}

/** A published stamp book as everybody may see it. */
export interface Book extends Thresholds {
	number: number;
	slug: string;
	title: Bilingual;
	summary: Bilingual | null;
	/** Slug of the trail whose stops are its places. */
	trail: string | null;
	position: PositionRule;
	/** How many questions its quiz has, and how many right answers pass. */
	questions: number;
	passAt: number;
	/** Booklets left. */
	left: number;
	holdDays: number;
	pickup: Bilingual | null;
	demonstration: boolean;
	places: BookPlace[];
}

/** What is kept of one stamp for the question how far a book has come. */
export interface Counted {
	place: string;
	/** Whether the telephone found itself near; null when it was not asked. */
	near: boolean | null;
}

/** How far a book has come with some stamps. */
export interface Progress {
	/** Slugs of its places that have a stamp that counts. */
	have: string[];
	/** Slugs whose stamp waits for a look at the position, where the book asks for one. */
	unchecked: string[];
	quiz: boolean;
	certificate: boolean;
	booklet: boolean;
}

type Measured = Thresholds & Pick<Book, 'position'> & { places: readonly { slug: string }[] };

/** How far a book has come: each place counts once, whoever stamped how often. */
export function progressOf(book: Measured, stamps: readonly Counted[]): Progress {
	const mine = stamps.filter(({ place }) => book.places.some(({ slug }) => slug === place));
	const counts = (stamp: Counted) => book.position !== 'required' || stamp.near === true;
	const have = [...new Set(mine.filter(counts).map(({ place }) => place))];
	const unchecked = [...new Set(mine.map(({ place }) => place))].filter(
		(place) => !have.includes(place)
	);
	const reached = (at: number | null) => at !== null && have.length >= at;
	return {
		have,
		unchecked,
		quiz: reached(book.quizAt),
		certificate: reached(book.certificateAt),
		booklet: reached(book.bookletAt)
	};
}
