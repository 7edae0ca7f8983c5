import type { Bilingual } from '../text';

/** One question of a stamp book: choices, and which of them is right. */
export interface Question {
	text: Bilingual;
	choices: Bilingual[];
	/** Index of the right choice. */
	right: number;
	/** Where the answer can be read, said after answering. */
	source: Bilingual | null;
}

/** A question as whoever answers it sees it: nothing tells the right choice. */
export interface Asked {
	text: Bilingual;
	choices: Bilingual[];
}

export const asked = (questions: readonly Question[]): Asked[] =>
	questions.map(({ text, choices }) => ({ text, choices }));

/** How a sheet of answers was marked. */
export interface Marked {
	right: number;
	of: number;
	passed: boolean;
	/** For each question whether the answer was right, and where the answer is found. */
	lines: { right: boolean; source: Bilingual | null }[];
}

/**
 * Marks answers; null when a question was left open or an answer is none of its choices.
 * @param answers indexes of choices, in the order of the questions
 */
export function mark(
	questions: readonly Question[],
	passAt: number,
	answers: readonly (number | null)[]
): Marked | null {
	const known = questions.every(({ choices }, i) => {
		const answer = answers[i] ?? null;
		return answer !== null && Number.isInteger(answer) && answer >= 0 && answer < choices.length;
	});
	if (!known || answers.length !== questions.length) return null;
	const lines = questions.map(({ right, source }, i) => ({ right: answers[i] === right, source }));
	const right = lines.filter((line) => line.right).length;
	return { right, of: questions.length, passed: right >= passAt, lines };
}
