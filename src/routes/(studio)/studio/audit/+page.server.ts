import { error, fail } from '@sveltejs/kit';
import { readAsked } from '$lib/domain/audit/asked';
import { mayAudit } from '$lib/domain/people/may';
import * as audit from '$lib/server/audit';
import { write } from '$lib/server/db/write';
import { shared } from '$lib/server/shared';
import { wake } from '$lib/server/world';
import type { Actions, PageServerLoad } from './$types';

/** Findings shown on the page; the command line shows all. */
const SHOWN = 50;

export const load: PageServerLoad = async ({ locals: { db, who }, url, depends }) => {
	if (!mayAudit(who)) error(403, { message: 'not-allowed' });
	depends('audit:checking');
	const asked = readAsked(url.searchParams);
	const { env } = await wake();
	const [found, vocabulary, chain, about] = await Promise.all([
		audit.find(db, asked),
		audit.vocabulary(db),
		audit.chainOf(db, env.dataDir),
		audit.aboutOf(db, asked)
	]);
	const checking = audit.lastChecking(db);
	return {
		...found,
		vocabulary,
		chain,
		about,
		asked,
		size: audit.PAGE,
		checking: checking && {
			...checking,
			verdict: checking.verdict && {
				...checking.verdict,
				findings: checking.verdict.findings.slice(0, SHOWN),
				more: Math.max(0, checking.verdict.findings.length - SHOWN)
			}
		}
	};
};

export const actions: Actions = {
	verify: async ({ locals: { db, by } }) => {
		if (!mayAudit(by.who)) error(403, { message: 'not-allowed' });
		const { env } = await wake();
		const started = audit.startChecking(db, {
			dataDir: env.dataDir,
			report: (reason) => shared.report?.(reason, 'audit')
		});
		if (!started) return fail(409, { refusals: [{ field: 'verify', reason: 'running' }] });
		await write(db, (tx) => audit.record(tx, by, { act: 'verify', noun: 'audit', id: 'chain' }));
		return { started: true };
	}
};
