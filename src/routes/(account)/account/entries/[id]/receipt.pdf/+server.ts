import { error } from '@sveltejs/kit';
import { receiptPdf } from '$lib/server/contests/receipts';
import { openedFor } from '../opened.server';
import { paper, wordsOf } from '../paper.server';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async (event) => {
	const { db, locale } = event.locals;
	const opened = await openedFor(event);
	const words = await wordsOf(locale);
	const bytes = await receiptPdf(db, opened, locale, words);
	if (!bytes) error(404);
	return paper(bytes, words.receipt.fileName(opened.entry.number ?? ''));
};
