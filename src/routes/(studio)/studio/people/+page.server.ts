import { isRole } from '$lib/domain/people/grant';
import { list, PEOPLE_PAGE } from '$lib/server/people/list';
import { scopeNames } from '$lib/server/people/scopes';
import type { PageServerLoad } from './$types';

const states = ['open', 'invited', 'disabled'] as const;

export const load: PageServerLoad = async ({ url, locals: { db } }) => {
	const asked = (name: string) => url.searchParams.get(name) ?? '';
	const role = asked('role');
	const query = {
		q: asked('q').trim().slice(0, 100),
		role: role === 'staff' || isRole(role) ? role : null,
		state: states.find((state) => state === asked('state')) ?? null,
		page: Math.min(10_000, Math.max(1, Math.trunc(Number(asked('page')) || 1)))
	} as const;
	const found = await list(db, query);
	const nameOf = await scopeNames(
		db,
		found.people.flatMap(({ grants }) => grants)
	);
	return {
		query,
		size: PEOPLE_PAGE,
		total: found.total,
		people: found.people.map((person) => ({
			...person,
			grants: person.grants.map(({ role, scope }) => ({
				role,
				scope: scope ? nameOf(scope) : null
			}))
		}))
	};
};
