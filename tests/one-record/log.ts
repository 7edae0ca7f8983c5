import { write } from '$lib/server/db/write';
import { markPhase } from '$lib/server/judging/log';
import { anEdition } from '../contests';
import { asRole } from '../people';
import type { Examples } from './example';

/** What the office does with the judging log. */
export const log: Examples = {
	'/(studio)/studio/judging/[edition]/log ?/mark': {
		as: 'organizer',
		send: async ({ db }) => {
			const now = Date.now();
			const { editionId } = await anEdition(db, { now });
			await write(db, (tx) =>
				markPhase(tx, asRole('organizer', { now }), { editionId, roundId: null, phase: 'interim' })
			);
			return { params: { edition: editionId }, form: {} };
		},
		bad: { params: { edition: '0'.repeat(20) }, form: {} }
	}
};
