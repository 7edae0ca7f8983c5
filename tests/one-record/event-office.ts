import { plantEvent } from '../events';
import type { Example, Examples } from './example';

const DESK = '/(studio)/studio/events/[id]';

const cancel = { deed: 'cancel', date: 'all', whyZh: '场地检修', whyEn: '' };
const nowhere = { params: { id: '0'.repeat(20) }, form: { deed: 'cancel', date: 'all' } };
const office = (more: Partial<Example> & Pick<Example, 'send'>): Example => ({
	...{ as: 'editor', bad: nowhere },
	...more
});

/** What the office sends about an event that people signed up for. */
export const running: Examples = {
	[`${DESK}/dates ?/change`]: [
		office({
			what: 'cancels',
			send: async (at) => {
				const { eventId } = await plantEvent(at.db, { now: Date.now() });
				return { params: { id: eventId }, form: { ...cancel, do: 'send' } };
			}
		}),
		office({
			what: 'looks',
			none: 'only shows the mail before it goes',
			send: async (at) => {
				const { eventId } = await plantEvent(at.db, { now: Date.now() });
				return { params: { id: eventId }, form: { ...cancel, do: 'look' } };
			}
		})
	]
};
