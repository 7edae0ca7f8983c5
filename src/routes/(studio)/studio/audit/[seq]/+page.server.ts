import { error } from '@sveltejs/kit';
import { mayAudit } from '$lib/domain/people/may';
import * as audit from '$lib/server/audit';
import { wake } from '$lib/server/world';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals: { db, who }, params }) => {
	if (!mayAudit(who)) error(403, { message: 'not-allowed' });
	const seq = /^[1-9]\d{0,14}$/.test(params.seq) ? Number(params.seq) : 0;
	const found = await audit.one(db, seq);
	if (!found) error(404, { message: 'missing' });
	const { env } = await wake();
	const [inclusion, size] = await Promise.all([
		audit.prove(db, env.dataDir, found.row),
		audit.sizeOf(db)
	]);
	return { told: found.told, text: found.row.record, inclusion, last: size };
};
