import { accuses } from '$lib/domain/accusation';
import { asked, mark } from '$lib/domain/stamps/quiz';
import type { Asked, Marked } from '$lib/domain/stamps/quiz';
import type { Diploma } from '$lib/domain/stamps/diploma';
import { accept, refuse } from '$lib/domain/refusal';
import type { Ruled } from '$lib/domain/refusal';
import { pair } from '$lib/domain/text';
import type { Bilingual } from '$lib/domain/text';
import { dayStamp } from '$lib/domain/when';
import type { Reader } from '../db/open';
import { bookByNumber, publicBook } from './books';
import { reaching } from './shown';
import { diplomaCode, openDiploma, openQuizProof, quizProof } from './sign';

/** The questions of a book for stamps that unlock them; nothing tells which choices are right. */
export async function openQuiz(
	db: Reader,
	slug: string,
	codes: readonly string[]
): Promise<Ruled<Asked[]>> {
	const found = await publicBook(db, slug);
	if (!found) return refuse({ field: '', reason: 'gone' });
	const reached = await reaching(db, found.book, 'quizAt', codes);
	return reached.ok ? accept(asked(found.row.questions)) : reached;
}

/** Marks a quiz. Whoever passed gets a proof to keep; the answers are kept nowhere. */
export async function answerQuiz(
	db: Reader,
	slug: string,
	{ codes, answers, now }: { codes: readonly string[]; answers: (number | null)[]; now: number }
): Promise<Ruled<{ marked: Marked; proof: string | null; book: number }>> {
	const found = await publicBook(db, slug);
	if (!found) return refuse({ field: '', reason: 'gone' });
	const { book, row } = found;
	const reached = await reaching(db, book, 'quizAt', codes);
	if (!reached.ok) return reached;
	const marked = mark(row.questions, row.passAt, answers);
	if (!marked) return refuse({ field: 'answers', reason: 'unanswered' });
	const earned = { book: row.number, at: now, count: marked.right, of: marked.of };
	return accept({ marked, proof: marked.passed ? quizProof(earned) : null, book: row.number });
}

const NAME = 30;
/** Letters and what joins them: nothing else is a name, and nothing else is printed. */
const A_NAME = /^[\p{L}\p{M}·•'’. -]+$/u;

/**
 * A certificate of a book for stamps, and for the quiz where the book has one. The name is printed and
 * kept nowhere; the code says how many stamps of which book, and nothing about a person.
 */
export async function earnDiploma(
	db: Reader,
	slug: string,
	{
		codes,
		proof,
		name,
		now
	}: { codes: readonly string[]; proof: string; name: string; now: number }
): Promise<Ruled<Diploma>> {
	const found = await publicBook(db, slug);
	if (!found) return refuse({ field: '', reason: 'gone' });
	const { book } = found;
	const reached = await reaching(db, book, 'certificateAt', codes);
	if (!reached.ok) return reached;
	if (book.quizAt !== null && openQuizProof(proof)?.book !== book.number)
		return refuse({ field: 'quiz', reason: 'quiz-first' });
	const printed = name
		.normalize('NFC')
		.replace(/[\s\p{C}]+/gu, ' ')
		.trim();
	if (!printed) return refuse({ field: 'name', reason: 'missing' });
	if ([...printed].length > NAME)
		return refuse({ field: 'name', reason: 'too-long', detail: { most: NAME } });
	if (!A_NAME.test(printed) || accuses(printed))
		return refuse({ field: 'name', reason: 'not-a-name' });
	const [count, of] = [reached.value.length, book.places.length];
	return accept({
		name: printed,
		title: book.title,
		demonstration: book.demonstration,
		...{ count, of, day: dayStamp(now) },
		code: diplomaCode({ book: book.number, at: now, count, of })
	});
}

/** What a code of such a certificate says to anybody. */
interface Checked {
	title: Bilingual;
	count: number;
	of: number;
	day: string;
	demonstration: boolean;
}

/** Reads the code of a certificate; null for one we did not sign. */
export async function checkDiploma(db: Reader, typed: string): Promise<Checked | null> {
	const said = openDiploma(typed);
	const row = said && (await bookByNumber(db, said.book));
	if (!row) return null;
	const { count, of, day } = said;
	const title = pair(row.titleZh, row.titleEn)!;
	return { title, count, of, day, demonstration: row.demonstration };
}
