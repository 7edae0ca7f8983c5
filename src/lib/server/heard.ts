import { error } from '@sveltejs/kit';
import type { Sent } from '$lib/domain/contests/entry-form';
import type { By } from '$lib/domain/people/who';
import { noForm } from './no-form';

/** Most fields of one form; the longest of ours sends some three hundred. */
export const MOST_FIELDS = 2000;

interface Hearing {
	request: Request;
	locals: { by: By; now: number };
}

/**
 * Hears a form to its end and sets the clock of the request to that moment: where a deadline decides,
 * a body held back must not carry its first line's time with it. Ask who acts (`self`) only after it.
 * @throws 413 for too large a body, 400 for one that is no form or has more fields than any of ours
 */
export async function heard({ request, locals }: Hearing, clock = Date.now): Promise<Sent> {
	const form = await fields(request);
	turn(locals, clock);
	const texts = new Map<string, string[]>();
	let count = 0;
	for (const [name, value] of form) {
		if (++count > MOST_FIELDS) error(400);
		if (typeof value !== 'string') continue;
		const before = texts.get(name);
		if (before) before.push(value);
		else texts.set(name, [value]);
	}
	return { get: (name) => texts.get(name)?.[0] ?? null, all: (name) => texts.get(name) ?? [] };
}

const turn = (locals: Hearing['locals'], clock: () => number): void => {
	locals.now = Math.max(locals.now, clock());
	locals.by = { ...locals.by, now: locals.now };
};

/**
 * Hears a form with a file in it to its end and sets the clock of the request to that moment.
 * @throws 413 for too large a body, 400 for one that is no form or has more fields than any of ours
 */
export async function heardWithFile(
	{ request, locals }: Hearing,
	clock = Date.now
): Promise<FormData> {
	const form = await request.formData().catch(noForm);
	turn(locals, clock);
	if ([...form.keys()].length > MOST_FIELDS) error(400);
	return form;
}

async function fields(request: Request): Promise<Iterable<[string, unknown]>> {
	const type = request.headers.get('content-type') ?? '';
	if (!/^application\/x-www-form-urlencoded\b/i.test(type))
		return await request.formData().catch(noForm);
	// Counted before it is taken apart: a form of single signs would be a quarter of a million fields.
	const text = await request.text().catch(noForm);
	let ands = 0;
	for (let at = text.indexOf('&'); at >= 0; at = text.indexOf('&', at + 1))
		if (++ands >= MOST_FIELDS) error(400);
	return new URLSearchParams(text);
}
