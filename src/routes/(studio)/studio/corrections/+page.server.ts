import { error, fail } from '@sveltejs/kit';
import { mayReadCorrections } from '$lib/domain/people/may';
import { page, settle } from '$lib/server/corrections';
import { noForm } from '$lib/server/no-form';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

const SIZE = 25;

export const load: PageServerLoad = async ({ locals: { db, who, now }, url }) => {
	if (!mayReadCorrections(who)) error(403, { message: 'not-allowed' });
	const asked = url.searchParams.get('page') ?? '';
	const number = /^[1-9]\d{0,4}$/.test(asked) ? Number(asked) : 1;
	const done = url.searchParams.get('done') === 'yes';
	const found = await page(db, { done, limit: SIZE, offset: (number - 1) * SIZE });
	return { ...found, done, page: number, size: SIZE, now };
};

const marking =
	(done: boolean) =>
	async ({ request, locals: { db, by } }: RequestEvent) => {
		if (!mayReadCorrections(by.who)) error(403, { message: 'not-allowed' });
		const id = (await request.formData().catch(noForm)).get('id');
		const found = typeof id === 'string' && (await settle(db, by, id, done));
		return found ? { settled: done } : fail(404, { missing: true });
	};

export const actions: Actions = { done: marking(true), reopen: marking(false) };
