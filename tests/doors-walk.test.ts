import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { entrance } from '$lib/domain/people/doors';
import { planSections } from '$lib/domain/contests/plan-parts';
import { roles } from '$lib/domain/people/who';
import type { Role, Who } from '$lib/domain/people/who';
import { nouns } from '$lib/domain/studio/noun';
import { ask } from './asking';
import type { Answer } from './asking';
import { serve } from './serve';
import type { Served } from './serve';

const PASSWORD = 'jade-cong-2026-trail';
const accounts: Record<Role, string> = {
	operator: 'operator',
	editor: 'editor',
	approver: 'approver1',
	organizer: 'organizer',
	juror: 'juror1',
	manager: 'manager',
	contestant: 'contestant1',
	citizen: 'citizen'
};
const methods = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'] as const;
const folder = join(import.meta.dirname, '..', 'src', 'routes');

interface Route {
	id: string;
	isPage: boolean;
	/** Addresses with every parameter filled in, and the parameters. */
	paths: { path: string; params: Record<string, string> }[];
}

/** Every route of the portal with addresses that lead to it. */
function walkable(): Route[] {
	const files = readdirSync(folder, { recursive: true, encoding: 'utf8' });
	const ids = [
		...new Set(
			files
				.filter((file) => /(^|\/)\+(page\.svelte|page\.server\.ts|server\.ts)$/.test(file))
				.map((file) => `/${file.replace(/\/?\+[^/]+$/, '')}`)
		)
	].sort();
	return ids.map((id) => {
		const isPage = files.includes(`${id.slice(1)}${id === '/' ? '' : '/'}+page.svelte`);
		const bare = id
			.replace(/\/\([^)]+\)/g, '')
			.replace(/\[x\+2e\]/g, '.')
			.replace(/\[\.\.\.[^\]]+\]/g, 'nothing');
		const kinds = bare.includes('[noun=noun]') ? nouns : [''];
		return {
			id,
			isPage,
			paths: kinds.map((noun) => ({
				path:
					bare
						.replace('[noun=noun]', noun)
						.replace('[section=plansection]', planSections[0])
						.replace(/\[[^\]]+\]/g, '1') || '/',
				params: { noun }
			}))
		};
	});
}

const routes = walkable();
let served: Served;
const cookies = new Map<Role, string>();

/** A person as the rules see the sample account of a role; what a manager manages is not asked at doors. */
const seen = (role: Role): Who => ({
	id: 'x',
	name: '',
	email: '',
	grants: [{ role, scope: role === 'manager' ? { kind: 'town', id: 'x' } : null }],
	session: '',
	strong: true,
	provedAt: 0
});

beforeAll(async () => {
	served = await serve({ DEMO_PASSWORD: PASSWORD, STAFF_SECOND_FACTOR: 'optional' });
	for (const role of roles) {
		const body = new URLSearchParams({
			email: `${accounts[role]}@demo.invalid`,
			password: PASSWORD
		}).toString();
		const answer = await ask(served.port, '/login', {
			method: 'POST',
			headers: {
				'content-type': 'application/x-www-form-urlencoded',
				'content-length': body.length,
				origin: served.origin,
				accept: 'text/html'
			},
			body
		});
		expect([role, answer.status]).toEqual([role, 303]);
		const set = answer.headers['set-cookie'] ?? [];
		cookies.set(role, set.map((cookie) => cookie.split(';')[0]).join('; '));
	}
});

afterAll(async () => {
	await served?.stop();
});

const knock = (path: string, method: string, role: Role | null, accept: string): Promise<Answer> =>
	ask(served.port, path, {
		method,
		headers: {
			accept,
			origin: served.origin,
			...(role ? { cookie: cookies.get(role)! } : {}),
			...(method === 'GET'
				? {}
				: { 'content-type': 'application/x-www-form-urlencoded', 'content-length': 0 })
		}
	});

/** What the door did, in one word. */
function outcome({ status, headers }: Answer): string {
	if (status >= 500) return `defect ${status}`;
	if (status === 303 && /\/login\?next=/.test(headers.location ?? '')) return 'sign-in';
	if (status === 401) return 'sign-in';
	return status === 403 ? 'refused' : 'in';
}

describe('every door, tried by everybody', () => {
	it('is tried: there are routes, and everybody is signed in', () => {
		expect(routes.length).toBeGreaterThan(60);
		expect(cookies.size).toBe(roles.length);
	});

	it.each(routes.map((route) => [route.id, route] as const))('%s', async (_, { id, paths }) => {
		for (const { path, params } of paths)
			for (const role of [null, ...roles])
				for (const method of methods) {
					// Signing out would end the walk of that role.
					if (id === '/(account)/logout' && method === 'POST') continue;
					const wanted = entrance(role && seen(role), id, params);
					const got = outcome(await knock(path, method, role, 'text/html'));
					// Inside, a thing may still refuse what is done to it; that is not the door's matter.
					const fits =
						wanted === 'in' ? !got.startsWith('defect') && got !== 'sign-in' : got === wanted;
					expect([path, method, role ?? 'nobody', wanted, fits ? wanted : got]).toEqual([
						path,
						method,
						role ?? 'nobody',
						wanted,
						wanted
					]);
				}
	});

	it.each(routes.filter(({ isPage }) => isPage).map((route) => [route.id, route] as const))(
		'%s gives its data to nobody else either',
		async (_, { id, paths }) => {
			for (const { path, params } of paths.slice(0, 1))
				for (const role of [null, 'citizen', 'manager'] as const) {
					const wanted = entrance(role && seen(role), id, params);
					if (wanted === 'in') continue;
					const answer = await knock(
						`${path === '/' ? '' : path}/__data.json`,
						'GET',
						role,
						'application/json'
					);
					const said =
						answer.status === 200 && JSON.parse(answer.text).type === 'redirect'
							? 'sign-in'
							: outcome(answer);
					expect([path, role, said]).toEqual([path, role, wanted]);
				}
		}
	);
});
