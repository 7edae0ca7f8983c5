import { stringify } from 'devalue';
import { expect, test } from 'vitest';
import { typedIn } from './facts.server';

const sent = (...fields: [string, string][]) =>
	typedIn(
		new Request('https://lian.invalid/', { method: 'POST', body: new URLSearchParams(fields) })
	);

test('of what is typed about a contest only its own fields are kept and shown again', async () => {
	const typed = await sent(['__proto__', 'x'], ['title.zh', '廉洁短片'], ['ownerId', 'me']);
	expect(typed).toEqual({ 'title.zh': '廉洁短片' });
	expect(Object.hasOwn(typed, '__proto__')).toBe(false);
	// As it goes back to the page after a refusal.
	expect(stringify({ typed })).toContain('廉洁短片');
});
