import { expect, test } from 'vitest';
import { POST } from './+server';

const post = async (type: string, body: BodyInit): Promise<[status: number, location?: string]> => {
	const request = new Request('https://lian.invalid/preferences', {
		method: 'POST',
		headers: { 'content-type': type },
		body,
		duplex: 'half'
	} as RequestInit);
	const event = { request, url: new URL(request.url), cookies: { set: () => {} } };
	try {
		return [(await POST(event as unknown as Parameters<typeof POST>[0])).status];
	} catch (thrown) {
		const { status, location } = thrown as { status: number; location?: string };
		return [status, location];
	}
};

const form = 'application/x-www-form-urlencoded';

test('a form leads back to the page it came from, and to no other site', async () => {
	expect(await post(form, 'mode=elder&from=%2Fmap%3Fkind%3Dunit')).toEqual([303, '/map?kind=unit']);
	expect(await post(form, 'mode=elder&from=%2F%2Fevil.example')).toEqual([303, '/']);
});

test.each([
	['text/plain', 'x'],
	['multipart/form-data; boundary=x', 'junk'],
	['application/json', '{}']
])('a body of type %s that is no form is refused and no defect', async (type, body) => {
	expect(await post(type, body)).toEqual([400, undefined]);
});

test('a body that grows past the limit while it is sent is too large', async () => {
	const growing = new ReadableStream({
		pull: (controller) => controller.error(Object.assign(new Error('limit'), { status: 413 }))
	});
	expect(await post(form, growing)).toEqual([413, undefined]);
});
