import { describe, expect, it } from 'vitest';
import { against, deedsFor, holdsRoom, stateAt, visitDeeds, visitStates } from './visit';
import type { Hand, Stand, StoredState, VisitDeed } from './visit';

const NOW = 1_000_000;
const stand = (state: StoredState, over: Partial<Stand> = {}): Stand => ({
	state,
	offeredUntil: state === 'offered' ? NOW + 1 : null,
	startsAt: state === 'asked' ? null : NOW + 10,
	...over
});
const lapsed = stand('offered', { offeredUntil: NOW });
const begun = stand('confirmed', { startsAt: NOW });

/** The exact table: who may do what in which state. Written by hand. */
const table: [string, Stand, Record<Hand, VisitDeed[]>][] = [
	['asked', stand('asked'), { group: ['cancel', 'heads'], office: ['offer', 'decline', 'heads'] }],
	[
		'offered',
		stand('offered'),
		{
			group: ['confirm', 'cancel', 'heads'],
			office: ['offer', 'confirm', 'decline', 'heads', 'guides']
		}
	],
	['lapsed', lapsed, { group: ['cancel'], office: ['offer', 'decline'] }],
	[
		'confirmed',
		stand('confirmed'),
		{ group: ['cancel', 'heads'], office: ['offer', 'cancel', 'heads', 'guides'] }
	],
	['begun', begun, { group: [], office: ['came', 'missed'] }],
	['declined', stand('declined'), { group: [], office: [] }],
	['cancelled', stand('cancelled'), { group: [], office: [] }],
	['came', stand('came', { startsAt: NOW }), { group: [], office: ['came', 'missed'] }],
	['missed', stand('missed', { startsAt: NOW }), { group: [], office: ['came'] }]
];

describe('a request', () => {
	it.each(table)('that is %s lets exactly this be done', (_, one, may) => {
		expect({ group: deedsFor('group', one, NOW), office: deedsFor('office', one, NOW) }).toEqual(
			may
		);
	});

	it('is covered by the table in every state', () => {
		expect(new Set(table.map(([, one]) => one.state))).toEqual(new Set(visitStates));
	});

	it('says why not', () => {
		expect(against('confirm', 'group', lapsed, NOW)).toBe('offer-over');
		expect(against('confirm', 'group', stand('asked'), NOW)).toBe('not-offered');
		expect(against('cancel', 'group', stand('cancelled'), NOW)).toBe('ended');
		expect(against('cancel', 'group', begun, NOW)).toBe('begun');
		expect(against('came', 'office', stand('confirmed'), NOW)).toBe('not-yet');
		expect(against('offer', 'group', stand('asked'), NOW)).toBe('refused');
	});

	it('whose offer is due lapses at that very moment, and gives its room back', () => {
		const one = stand('offered', { offeredUntil: NOW });
		expect([stateAt(one, NOW - 1), stateAt(one, NOW)]).toEqual(['offered', 'lapsed']);
		expect([holdsRoom(one, NOW - 1), holdsRoom(one, NOW)]).toEqual([true, false]);
	});

	it('that is over can only be mended by whoever counted at the door', () => {
		for (const state of ['declined', 'cancelled'] as const)
			for (const deed of visitDeeds)
				for (const by of ['group', 'office'] as const)
					expect(against(deed, by, stand(state), NOW)).not.toBe(null);
	});
});
