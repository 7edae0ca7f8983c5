import type { Content } from '$lib/domain/studio/field';
import { describe as describing } from '$lib/domain/studio/noun';
import type { Noun } from '$lib/domain/studio/noun';
import { check } from '$lib/domain/check/check';
import type { Context } from '$lib/domain/check/context';
import type { Word } from '$lib/domain/check/word';

// What a text may be made of, and what the checks find in it.

export const word = (text: string, over: Partial<Word> = {}): Word => ({
	word: text,
	suggestion: null,
	sort: 'wrong',
	severity: 'warning',
	scope: 'all',
	...over
});

export const paragraph = (...content: unknown[]) => ({ type: 'paragraph', content });

export const said = (text: string, ...marks: unknown[]) => ({
	type: 'text',
	text,
	...(marks.length ? { marks } : {})
});

export const link = (href: string) => ({ type: 'link', attrs: { href } });

export const doc = (...content: unknown[]) => ({ type: 'doc', content });

export const page = (...body: unknown[]) =>
	({ slug: 'a-page', title: { zh: '标题' }, body: { zh: doc(...body) } }) as unknown as Content;

export function found(noun: Noun, content: unknown, over: Partial<Context> = {}) {
	return check({
		noun,
		description: describing(noun),
		content: content as Content,
		words: () => [],
		assets: new Map(),
		cited: false,
		answers: () => false,
		origin: 'https://lian.example.gov.cn',
		simplify: (char) => char,
		...over
	});
}

export const names = (...given: Parameters<typeof found>) =>
	found(...given).map(({ check, severity, field }) => `${severity} ${check} ${field}`);
