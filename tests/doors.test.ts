import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { doors, entrance, ruleOf, rules } from '$lib/domain/people/doors';
import type { Entrance, RuleName } from '$lib/domain/people/doors';
import { nouns } from '$lib/domain/studio/noun';
import { roles } from '$lib/domain/people/who';
import type { Role, Who } from '$lib/domain/people/who';

const folder = join(import.meta.dirname, '..', 'src', 'routes');

/** Every route SvelteKit knows, as `event.route.id` names it. */
const routes = [
	...new Set(
		readdirSync(folder, { recursive: true, encoding: 'utf8' })
			.filter((file) => /(^|\/)\+(page\.svelte|page\.server\.ts|page\.ts|server\.ts)$/.test(file))
			.map((file) => `/${file.replace(/\/?\+[^/]+$/, '')}`)
	)
].sort();

const somebody = (role: Role, strong = true): Who => ({
	id: `p-${role}`,
	name: role,
	email: `${role}@demo.invalid`,
	grants: [{ role, scope: role === 'manager' ? { kind: 'town', id: 'pingyao' } : null }],
	session: 's',
	strong,
	provedAt: 0
});

const all = [...roles];
const office: Role[] = ['operator', 'editor', 'approver'];

/** The exact table: who passes a rule. Written by hand, so that a slip in a predicate shows. */
const expected: Record<RuleName, { nobody: boolean; roles: Role[] }> = {
	anyone: { nobody: true, roles: all },
	signedIn: { nobody: false, roles: all },
	works: { nobody: false, roles: ['operator', 'editor', 'approver', 'organizer', 'manager'] },
	worksOn: { nobody: false, roles: office },
	makes: { nobody: false, roles: ['operator', 'editor'] },
	uploads: { nobody: false, roles: ['operator', 'editor', 'manager'] },
	imports: { nobody: false, roles: ['operator', 'editor'] },
	readsCorrections: { nobody: false, roles: ['operator', 'editor'] },
	seesHealth: { nobody: false, roles: office },
	configures: { nobody: false, roles: ['operator'] },
	managesPeople: { nobody: false, roles: ['operator'] },
	audits: { nobody: false, roles: ['operator'] },
	organizes: { nobody: false, roles: ['operator', 'organizer'] },
	recommends: { nobody: false, roles: ['operator', 'organizer', 'manager'] },
	receives: { nobody: false, roles: ['operator', 'organizer', 'manager'] },
	runsEvents: { nobody: false, roles: ['operator', 'organizer', 'manager'] },
	judges: { nobody: false, roles: ['juror'] },
	stamps: { nobody: false, roles: ['operator', 'editor', 'manager'] },
	keepsBooks: { nobody: false, roles: ['operator', 'editor'] }
};

/** What a manager of a town may open besides, by noun. */
const managed = ['places', 'events', 'articles'];

const passes = (name: RuleName, role: Role | null, noun: string): boolean => {
	if (role === null) return expected[name].nobody;
	if (role === 'manager' && (name === 'worksOn' || name === 'makes')) return managed.includes(noun);
	return expected[name].roles.includes(role);
};

describe('the doors', () => {
	it('are known: there are routes to walk', () => {
		expect(routes.length).toBeGreaterThan(40);
	});

	it('have a rule each; a route without one is shut', () => {
		expect(routes.filter((route) => ruleOf(route) === null)).toEqual([]);
		expect(ruleOf('/(forgotten)/secret')).toBe(null);
		expect(entrance(somebody('operator'), '/(forgotten)/secret', {})).toBe('shut');
	});

	it('have no rule for a route that is not there', () => {
		const idle = doors.filter(
			([beginning]) => !routes.some((route) => route === beginning || route.startsWith(beginning))
		);
		expect(idle).toEqual([]);
	});

	it('stand in an order in which the longer beginning is asked first', () => {
		const hidden = doors.filter(([beginning], i) =>
			doors.slice(0, i).some(([earlier]) => beginning.startsWith(`${earlier}/`))
		);
		expect(hidden).toEqual([]);
	});

	it.each(routes)('%s opens to exactly those who may', (route) => {
		const name = ruleOf(route)!;
		for (const noun of route.includes('[noun=noun]') ? nouns : [''])
			for (const role of [null, ...roles]) {
				const who = role && somebody(role);
				const may = passes(name, role, noun);
				const wanted: Entrance = may ? 'in' : role === null ? 'sign-in' : 'refused';
				expect([route, noun, role, entrance(who, route, { noun })]).toEqual([
					route,
					noun,
					role,
					wanted
				]);
			}
	});

	it('keep staff without their second factor out of everything but their account', () => {
		const inside = routes.filter((route) => route.startsWith('/(studio)'));
		for (const role of office)
			for (const route of inside)
				expect(entrance(somebody(role, false), route, { noun: 'places' })).toBe('prove');
		expect(entrance(somebody('editor', false), '/(account)/account', {})).toBe('in');
	});

	it('use every rule there is', () => {
		expect(Object.keys(expected).sort()).toEqual(Object.keys(rules).sort());
		expect(new Set(doors.map(([, name]) => name))).toEqual(new Set(Object.keys(rules)));
	});

	it('stand before every unsafe address: what changes something is a form action or an endpoint of a known route', () => {
		const unsafe = routes.filter((route) => {
			const here = join(folder, route);
			const names = readdirSync(here);
			return (
				(names.includes('+page.server.ts') &&
					/export const actions/.test(readFileSync(join(here, '+page.server.ts'), 'utf8'))) ||
				(names.includes('+server.ts') &&
					/export (const|async function|function) (POST|PUT|PATCH|DELETE)/.test(
						readFileSync(join(here, '+server.ts'), 'utf8')
					))
			);
		});
		const open = unsafe.filter((route) => ruleOf(route) === 'anyone');
		// Each of these takes something from people who need no account; a new one must be meant.
		expect(open.filter((route) => !/^\/\((account)\)\//.test(route))).toEqual([
			'/(public)/bookings/[token]',
			'/(public)/contests/[contest]/[edition]/enter',
			'/(public)/contests/[contest]/[edition]/notice',
			'/(public)/events/[slug]/join/[occasion]',
			'/(public)/passport/booklet/[book]',
			'/(public)/passport/carry',
			'/(public)/passport/certificate/[book]',
			'/(public)/passport/quiz/[book]',
			'/(public)/passport/stamps',
			'/(public)/places/[slug]/correct',
			'/(public)/places/[slug]/visit',
			'/(public)/stamp/[code]',
			'/(public)/visits/[token]',
			'/gate/[key]',
			'/gate/[key]/look',
			'/gate/[key]/sync',
			'/preferences'
		]);
	});
});
