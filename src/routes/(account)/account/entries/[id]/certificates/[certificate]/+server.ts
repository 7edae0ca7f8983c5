import { error } from '@sveltejs/kit';
import { grouped } from '$lib/domain/certificates/code';
import { ofEntry } from '$lib/server/certificates/certificates';
import { paper as made, taken } from '$lib/server/certificates/download';
import { turns } from '$lib/server/downloads/turns';
import { wake } from '$lib/server/world';
import { openedFor } from '../../opened.server';
import { paper } from '../../paper.server';
import type { RequestHandler } from './$types';

/** One's own certificate: few at once, and each the same whenever it is taken. */
const gate = turns({ each: 4, all: 12 });

export const GET: RequestHandler = async (event) => {
	const { db, who, by, locale } = event.locals;
	const { entry } = await openedFor(event);
	const found = (await ofEntry(db, who, entry.id)).find(
		({ id }) => id === event.params.certificate
	);
	if (!found) error(404);
	const end = gate.begin(event.getClientAddress());
	if (!end) error(503, { message: 'busy' });
	try {
		const bytes = await made(db, (await wake()).env, found);
		if (typeof bytes === 'string') error(404);
		await taken(db, by, found);
		const { certificates } = await (locale === 'en'
			? import('$lib/words/en/certificates')
			: import('$lib/words/zh/certificates'));
		return paper(
			bytes,
			certificates.own.fileName(`${found.number}-${grouped(found.code).slice(0, 4)}`)
		);
	} finally {
		end();
	}
};
