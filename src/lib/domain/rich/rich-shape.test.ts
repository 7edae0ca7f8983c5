import { describe, expect, it } from 'vitest';
import { richBilingual, richShape } from './rich-shape';

const doc = (...content: unknown[]) => ({ type: 'doc', content });
const p = (text: string, marks?: unknown) => ({
	type: 'paragraph',
	content: [{ type: 'text', text, ...(marks ? { marks } : {}) }]
});
const reason = (value: unknown) => {
	const read = richShape.safeParse(value);
	return read.success ? 'accepted' : (read.error.issues[0]?.message ?? '');
};

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
			expect(reason(value)).not.toMatch(/^(accepted|rich-.*)$/);
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

	it('says something at least in Chinese', () => {
		const said = richBilingual.safeParse({ zh: doc({ type: 'paragraph' }), en: doc(p('x')) });
		expect(said.error?.issues.map(({ path, message }) => [path, message])).toEqual([
			[['zh'], 'required']
		]);
		expect(richBilingual.safeParse({ zh: doc(p('好')), en: null }).success).toBe(true);
	});
});
