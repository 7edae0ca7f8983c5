import { describe, expect, test } from 'vitest';
import { asProblem, isMachine, problem, refused } from './problem';

const asking = (path: string, locale: 'zh' | 'en' = 'zh') => ({
	url: new URL(`https://lian.example${path}`),
	locals: { locale }
});

describe('a problem', () => {
	test('says what is wrong in the language of the address or of `lang`', async () => {
		const body = async (path: string, locale?: 'en') => {
			const response = problem(asking(path, locale), 404, 'path');
			return [
				response.headers.get('content-language'),
				((await response.json()) as { title: string }).title
			];
		};
		expect(await body('/api/x')).toEqual(['zh-CN', '没有找到']);
		expect(await body('/en/api/x', 'en')).toEqual(['en', 'Not found']);
		expect(await body('/api/x?lang=en')).toEqual(['en', 'Not found']);
		expect(await body('/en/api/x?lang=zh-CN', 'en')).toEqual(['zh-CN', '没有找到']);
	});

	test('of wrong parameters has a sentence for every refusal, even one nobody foresaw', async () => {
		const response = refused(asking('/api?lang=en'), [
			{ field: 'limit', reason: 'limit-out-of-range', detail: { limit: 10 } },
			{ field: 'bbox', reason: 'box-inverted' },
			{ field: 'x', reason: 'unheard-of' }
		]);
		expect(response.status).toBe(400);
		const { errors } = (await response.json()) as { errors: { detail: string }[] };
		expect(errors.map(({ detail }) => detail)).toEqual([
			'the limit is a whole number from 1 to 10',
			'west must be less than east, and south less than north',
			expect.stringMatching(/./)
		]);
	});

	test('is never kept', () => {
		expect(problem(asking('/api'), 404, 'path').headers.get('cache-control')).toBe('no-store');
	});
});

describe('what the framework says at a machine’s address', () => {
	test('becomes a problem with its status, its allowed methods and its number', async () => {
		const method = await asProblem(
			asking('/api'),
			new Response('POST method not allowed', { status: 405, headers: { allow: 'GET, HEAD' } })
		);
		expect([
			method.status,
			method.headers.get('allow'),
			method.headers.get('content-type')
		]).toEqual([405, 'GET, HEAD', 'application/problem+json']);
		const defect = await asProblem(
			asking('/tiles/x'),
			Response.json({ message: 'defect', id: 'abc' }, { status: 500 })
		);
		expect(await defect.json()).toMatchObject({ status: 500, id: 'abc' });
	});

	test('stays as it is on pages, when it is no error, and when it is a problem already', async () => {
		for (const [path, response] of [
			['/places/x', new Response('<h1>', { status: 404 })],
			['/api', Response.json({})],
			['/api', problem(asking('/api'), 404, 'feature')]
		] as const)
			expect(await asProblem(asking(path), response)).toBe(response);
	});

	test('is known by its path in both languages', () => {
		for (const path of [
			'/api',
			'/en/api/x',
			'/tiles/a',
			'/feeds/x',
			'/og/x',
			'/files/x',
			'/sitemap-9.xml',
			'/robots.txt',
			'/.well-known/x'
		])
			expect([path, isMachine(path)]).toEqual([path, true]);
		for (const path of ['/', '/apiary', '/places/api', '/en', '/filesystem'])
			expect([path, isMachine(path)]).toEqual([path, false]);
	});
});
