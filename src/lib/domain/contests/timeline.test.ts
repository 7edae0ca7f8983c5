import { describe, expect, it } from 'vitest';
import { aPlan } from '$tests/contests';
import { NOON } from '$tests/make';
import { ahead, aheadAfter } from './timeline';

const plan = aPlan();
const list = ahead(
	plan,
	{ state: 'passed', channel: 'person', correctBy: null, recommended: null },
	NOON
);
const keys = (over: Partial<Parameters<typeof aheadAfter>[1]>) =>
	aheadAfter(list, { stand: null, notice: null, stopped: false, ...over }).map(({ key }) => key);

describe('what is still to come for an entry', () => {
	it('is every round, the notice and the results, as planned', () => {
		expect(keys({})).toEqual(['round', 'round', 'round', 'notice', 'results']);
	});

	it('is no further round once it did not go on', () => {
		expect(keys({ stopped: true })).toEqual(['notice', 'results']);
	});

	it('is the notice with its own days while it runs, whatever was planned', () => {
		const [first, ...rest] = aheadAfter(list, {
			stand: 'notice',
			notice: { from: 1, until: 2 },
			stopped: false
		});
		expect([first!.key, first!.from, first!.until]).toEqual(['notice', 1, 2]);
		expect(rest.map(({ key }) => key)).toEqual(['results']);
	});

	it('is nothing more once the result is final', () => {
		expect(keys({ stand: 'results' })).toEqual(['over']);
	});
});
