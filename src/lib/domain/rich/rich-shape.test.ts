import { describe, expect, it } from 'vitest';
import { readRich } from './form-shape';
import { acceptRich } from './rich-shape';

const doc = (...content: unknown[]) => ({ type: 'doc', content });
const p = (text: string, marks?: unknown) => ({
	type: 'paragraph',
	content: [{ type: 'text', text, ...(marks ? { marks } : {}) }]
});
const reason = (value: unknown) => {
	const ruled = acceptRich(value, 'body');
	return ruled.ok ? 'accepted' : ruled.refusals[0]?.reason;
};
const form = (fields: Record<string, string>) => new Map(Object.entries(fields));

describe('a text from outside', () => {
	it('is refused for anything it does not know', () => {
		expect(reason(doc(p('好')))).toBe('accepted');
		for (const value of [
			null,
			'doc',
			{},
			doc({ type: 'script', content: [] }),
			doc({ type: 'paragraph', attrs: { style: 'x' } }),
			doc({ ...p('x'), onclick: 'x' }),
			doc(p('x', [{ type: 'link', attrs: { href: 'javascript:alert(1)' } }])),
			doc(p('x', [{ type: 'link', attrs: { href: '/a', target: '_blank' } }])),
			doc(p('x', [{ type: 'highlight' }])),
			doc(p('x', [{ type: 'bold' }, { type: 'bold' }])),
			doc(p('x', [{ type: 'italic' }, { type: 'bold' }])),
			doc({ type: 'heading', attrs: { level: 1 } }),
			doc({ type: 'picture', attrs: { asset: '../x', alt: '', caption: '', size: 'wide' } }),
			doc({ type: 'picture', attrs: { asset: 'a', alt: '', caption: '', size: 'wide', src: 'x' } }),
			doc({ type: 'bulletList', content: [p('x')] }),
			doc({ type: 'text', text: 'x' }),
			JSON.parse('{"type":"doc","content":[],"__proto__":{"x":1}}')
		])
			expect(reason(value)).toBe('rich-unknown');
	});

	it('is refused when it is too deep or too large, however it is made', () => {
		let deep: unknown = p('x');
		for (let at = 0; at < 20_000; at++) deep = { type: 'blockquote', content: [deep] };
		expect(reason(doc(deep))).toBe('rich-deep');
		expect(reason(doc(p('字'.repeat(70_000))))).toBe('rich-large');
		let attrs: unknown = 1;
		for (let at = 0; at < 20_000; at++) attrs = { attrs };
		expect(reason(doc({ type: 'paragraph', attrs }))).not.toBe('accepted');
	});
});

describe('a text from a form', () => {
	it('comes from the editor or from a plain field', () => {
		const value = doc(p('好'));
		expect(readRich(form({ body: JSON.stringify(value), 'body.form': 'json' }), 'body')).toEqual({
			ok: true,
			value
		});
		expect(readRich(form({ body: '好', 'body.form': 'plain' }), 'body')).toEqual({
			ok: true,
			value
		});
	});

	it('is nothing when nothing was written', () => {
		for (const body of ['', '\n \n'])
			expect(readRich(form({ body }), 'body')).toEqual({ ok: true, value: null });
		expect(readRich(form({}), 'body')).toEqual({ ok: true, value: null });
		const empty = JSON.stringify(doc({ type: 'paragraph' }));
		expect(readRich(form({ body: empty, 'body.form': 'json' }), 'body')).toEqual({
			ok: true,
			value: null
		});
	});

	it('is refused when it is no text of ours', () => {
		for (const body of ['{', '[]', '"x"', '{"type":"doc","content":[{"type":"iframe"}]}'])
			expect(readRich(form({ body, 'body.form': 'json' }), 'body')).toMatchObject({
				ok: false,
				refusals: [{ field: 'body', reason: 'rich-unknown' }]
			});
		expect(readRich(form({ body: 'x'.repeat(500_000) }), 'body')).toMatchObject({
			ok: false,
			refusals: [{ field: 'body', reason: 'rich-large', detail: { max: 200_000 } }]
		});
	});
});
