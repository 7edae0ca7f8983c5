import { formPdf } from '$lib/server/contests/receipts';
import { openedFor } from '../opened.server';
import { paper, wordsOf } from '../paper.server';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async (event) => {
	const { db, locale, now } = event.locals;
	const opened = await openedFor(event);
	const words = await wordsOf(locale);
	const bytes = await formPdf(db, opened, locale, words, now);
	return paper(
		bytes,
		words.receipt.formName(Array.from(opened.entry.content.title).slice(0, 60).join(''))
	);
};
