import { describe, expect, test } from 'vitest';
import type { Role, Who } from '../people/who';
import { creatable, nounsOf, roomAt, roomsOf } from './rooms';

const who = (role: Role, strong = true): Who => ({
	id: role,
	name: role,
	email: `${role}@demo.invalid`,
	grants: [{ role, scope: role === 'manager' ? { kind: 'town', id: 'pingyao' } : null }],
	session: 's',
	strong,
	provedAt: 0
});
const names = (one: Who | null) => roomsOf(one).map(({ room }) => room);

describe('the menu', () => {
	test('of an operator holds every room', () => {
		expect(names(who('operator')).length).toBe(32);
	});

	test('of an editor holds no room of the operator', () => {
		expect(names(who('editor'))).toEqual([
			'home',
			'review',
			'corrections',
			'venues',
			'calendar',
			'attendance',
			'health',
			'places',
			'units',
			'trails',
			'series',
			'events',
			'honours',
			'articles',
			'documents',
			'pages',
			'bases',
			'media',
			'import',
			'stamps'
		]);
	});

	test('of an approver holds what is read and reviewed', () => {
		expect(names(who('approver'))).not.toContain('import');
		expect(names(who('approver'))).toContain('review');
	});

	test('of a manager holds groups that visit, places, events, articles, media, stamps and recommendations', () => {
		expect(names(who('manager'))).toEqual([
			'home',
			'visits',
			'venues',
			'calendar',
			'attendance',
			'places',
			'units',
			'events',
			'articles',
			'media',
			'stamps',
			'recommendations'
		]);
	});

	test.each(['citizen', 'contestant', 'juror'] as const)('of a %s is empty', (role) => {
		expect(names(who(role))).toEqual([]);
	});

	test('is empty without a second factor and for strangers', () => {
		expect([names(who('operator', false)), names(null)]).toEqual([[], []]);
	});
});

test('a manager makes places, events and articles, an approver nothing', () => {
	expect([creatable(who('manager')), creatable(who('approver'))]).toEqual([
		['places', 'events', 'articles'],
		[]
	]);
	expect(nounsOf(who('manager'))).toEqual(['places', 'events', 'articles']);
});

test.each([
	['/studio', '', 'home'],
	['/studio/places', '', 'places'],
	['/studio/places', '?kind=unit', 'units'],
	['/studio/places', '?kind=site', 'places'],
	['/studio/places/abc', '', 'places'],
	['/studio/settings/mail', '', 'settings'],
	['/studio/nowhere', '', null]
])('%s%s stands in %s', (path, search, room) => {
	expect(roomAt(roomsOf(who('operator')), path, search)).toBe(room);
});
