import { error } from '@sveltejs/kit';
import { designOf } from '$lib/server/certificates/designs';
import { groundOf, sampleFacts } from '$lib/server/certificates/facts';
import { paperOf } from '$lib/server/certificates/press';
import { wake } from '$lib/server/world';
import { paper } from '../../paper.server';
import type { RequestHandler } from './$types';

/** A certificate of nobody, in the newest design or the version asked for. */
export const GET: RequestHandler = async ({ params, url, locals: { db, now } }) => {
	const asked = url.searchParams.get('version');
	const version = asked === null ? undefined : /^\d{1,6}$/.test(asked) ? Number(asked) : -1;
	const ground = await groundOf(db, params.edition);
	const saved = ground && (await designOf(db, params.edition, version));
	if (!ground || !saved) error(404);
	const { design } = saved;
	const facts = sampleFacts(ground, design, now);
	return paper(await paperOf(db, (await wake()).env, design, facts), 'sample.pdf');
};
