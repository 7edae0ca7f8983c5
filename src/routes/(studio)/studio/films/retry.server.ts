import { fail } from '@sveltejs/kit';
import type { RequestEvent } from '@sveltejs/kit';
import type { Db } from '$lib/server/db/open';
import { write } from '$lib/server/db/write';
import { retry, retryAll } from '$lib/server/jobs/list';
import { noForm } from '$lib/server/no-form';

/** What may be done to jobs, on the page of all of them and on that of one film. */
export const retryActions = {
	retry: async ({ request, locals: { db, by } }: RequestEvent) => {
		const id = (await request.formData().catch(noForm)).get('id');
		const done = await write(db as Db, (tx) => retry(tx, by, typeof id === 'string' ? id : ''));
		return done.ok ? { retried: 1 } : fail(409, { refusals: done.refusals });
	},
	retryAll: async ({ locals: { db, by } }: RequestEvent) => {
		const done = await write(db as Db, (tx) => retryAll(tx, by));
		return done.ok ? { retriedAll: done.value } : fail(409, { refusals: done.refusals });
	}
};
