import { expect, test } from 'vitest';
import { paper, wordsOf } from './paper.server';

test('a paper is named after a title of any signs', async () => {
	const { receipt } = await wordsOf('zh');
	const named = (title: string) =>
		paper(Buffer.from('%PDF'), receipt.formName(title)).headers.get('content-disposition')!;
	const name = (header: string) => decodeURIComponent(header.split("UTF-8''")[1]!);
	expect(name(named(`${'字'.repeat(59)}🎬`))).toBe(`报名表-${'字'.repeat(59)}🎬.pdf`);
	expect(named("清(风)*'")).toMatch(/UTF-8''[A-Za-z0-9%._-]+$/);
	// Half a sign, as it stands where somebody cut in the middle of one.
	expect(name(named('\ud83c'))).toBe('报名表--.pdf');
});
