import { jobs, newId } from '$lib/server/db/schema';
import { write } from '$lib/server/db/write';
import type { At, Examples, Sent } from './example';

/** A job that failed, to be tried again. */
async function failed({ db }: At): Promise<Sent> {
	const id = newId(Date.now());
	const row = {
		id,
		kind: 'knead',
		subject: id,
		payload: {},
		state: 'failed',
		runAfter: 0
	} as const;
	await write(db, (tx) =>
		tx.insert(jobs).values({ ...row, createdAt: Date.now(), updatedAt: Date.now() })
	);
	return { form: { id } };
}

const one = { as: 'organizer', send: failed } as const;

/** What organizers do to the work on films. */
export const films: Examples = {
	'/(studio)/studio/films ?/retry': one,
	'/(studio)/studio/films ?/retryAll': { ...one, bad: null },
	'/(studio)/studio/films/[id] ?/retry': {
		...one,
		send: async (at) => ({ ...(await failed(at)), params: { id: '0'.repeat(24) } })
	},
	'/(studio)/studio/films/[id] ?/retryAll': {
		...one,
		send: async (at) => ({ ...(await failed(at)), params: { id: '0'.repeat(24) } }),
		bad: null
	}
};
